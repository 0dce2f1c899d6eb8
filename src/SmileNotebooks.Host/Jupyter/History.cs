// The history of this session and of those before it, and the three ways in which Jupyter asks for it.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <summary>An entry with its session's number: 1 is the oldest session that the file still knows.</summary>
internal sealed record NumberedEntry(int Session, HistoryEntry Entry);

/// <param name="file">Where entries are kept; null: only this session's, in memory.</param>
/// <param name="log">Is told of a file that cannot be used, once.</param>
internal sealed class History(HistoryFile? file, Action<string> log)
{
    private const int LongestOutput = 2000;

    // A program that runs cells by the million must not fill the memory with them.
    private const int MostOwn = 10_000;

    private readonly Queue<HistoryEntry> _own = [];
    private Task _writing = Task.CompletedTask;
    private volatile bool _fileFailed;

    /// <summary>This session's id: sorts by the time of the start.</summary>
    public string Session { get; } = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd'T'HHmmssfff}-{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <summary>Adds a cell, unless it is very long. The file is written behind the caller's back: no cell should wait for a disk.</summary>
    public void Add(int line, string input, string? output)
    {
        HistoryEntry entry = new(Session, line, input, output is { Length: > LongestOutput } ? output[..LongestOutput] : output);
        if (input.Length > HistoryFile.LongestEntry)
        {
            return;
        }

        _own.Enqueue(entry);
        if (_own.Count > MostOwn)
        {
            _own.Dequeue();
        }

        _writing = WriteAsync(_writing, entry);
    }

    /// <summary>Completes when the file has all that was added.</summary>
    public Task FlushAsync() => _writing;

    /// <summary>The last entries of all sessions, this one's last.</summary>
    public IReadOnlyList<NumberedEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>Entries of one session by their execution count.</summary>
    /// <param name="session">0: this one; negative: so many sessions ago; else the session's number.</param>
    /// <param name="start">The first execution count.</param>
    /// <param name="stop">One past the last; null: to the end.</param>
    public IReadOnlyList<NumberedEntry> Range(int session, int start, int? stop)
    {
        List<NumberedEntry> all = All();
        int own = all.Find(entry => entry.Entry.Session == Session)?.Session ?? (all.Count == 0 ? 1 : all[^1].Session + 1);
        int wanted = session <= 0 ? own + session : session;
        return [.. all.Where(entry => entry.Session == wanted && entry.Entry.Line >= start && (stop is null || entry.Entry.Line < stop))];
    }

    /// <summary>The last entries whose whole input matches a pattern of <c>*</c>, <c>?</c> and <c>[letters]</c>.</summary>
    /// <param name="pattern">The pattern; case matters.</param>
    /// <param name="count">The most entries; null: all.</param>
    /// <param name="unique">Whether of equal inputs only the last is wanted.</param>
    public IReadOnlyList<NumberedEntry> Search(string pattern, int? count, bool unique)
    {
        Regex regex = Glob(pattern);
        IEnumerable<NumberedEntry> found = All().Where(entry => regex.IsMatch(entry.Entry.Input)).Reverse();
        found = unique ? found.DistinctBy(entry => entry.Entry.Input) : found;
        return [.. found.Take(count ?? int.MaxValue).Reverse()];
    }

    private async Task WriteAsync(Task before, HistoryEntry entry)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (file is null || _fileFailed)
        {
            return;
        }

        try
        {
            await file.AppendAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failed(error);
        }
    }

    private List<NumberedEntry> All()
    {
        HistoryEntry[] sorted = [.. Others().Where(entry => entry.Session != Session).Concat(_own).OrderBy(entry => entry.Session, StringComparer.Ordinal)];
        List<NumberedEntry> numbered = new(sorted.Length);
        for (int i = 0, session = 0; i < sorted.Length; i++)
        {
            session += i == 0 || sorted[i].Session != sorted[i - 1].Session ? 1 : 0;
            numbered.Add(new NumberedEntry(session, sorted[i]));
        }

        // Sessions that began later than this one come before it here: an arrow key should bring back one's own last line first.
        return [.. numbered.OrderBy(entry => entry.Entry.Session == Session)];
    }

    private IReadOnlyList<HistoryEntry> Others()
    {
        try
        {
            return file is null || _fileFailed ? [] : file.Read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failed(error);
            return [];
        }
    }

    private void Failed(Exception error)
    {
        _fileFailed = true;
        log($"The history is kept in memory only: {error.Message}");
    }

    // Patterns come from outside: without backtracking none can take for ever.
    private static Regex Glob(string pattern)
    {
        StringBuilder regex = new(@"\A");
        for (int i = 0; i < pattern.Length; i++)
        {
            int end = pattern[i] == '[' ? pattern.IndexOf(']', Math.Min(i + 2, pattern.Length)) : -1;
            regex.Append(pattern[i] switch
            {
                '*' => ".*",
                '?' => ".",
                '[' when end > 0 => LetterSet(pattern[(i + 1)..end]),
                char other => Regex.Escape(other.ToString()),
            });
            i = end > 0 ? end : i;
        }

        try
        {
            return new Regex(regex.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException error)
        {
            throw new MalformedContentException($"The pattern {pattern} cannot be searched for: {error.Message}");
        }
    }

    private static string LetterSet(string letters)
    {
        bool negated = letters.Length > 1 && letters[0] is '^' or '!';
        string inside = (negated ? letters[1..] : letters).Replace(@"\", @"\\").Replace("]", @"\]").Replace("[", @"\[").Replace("^", @"\^");
        return $"[{(negated ? "^" : "")}{inside}]";
    }
}
