// What ffmpeg writes beside the pixels: when each frame is shown, and what it complains about, in the order in which it happened.
using System.Collections.Concurrent;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>An entry of ffmpeg's log that matters here.</summary>
internal abstract record LogEntry
{
    /// <summary>A frame is about to be written to the pipe.</summary>
    /// <param name="Stamp">Its time stamp in ticks; null where the file has none.</param>
    /// <param name="Size">Its size as ffmpeg writes it, <c>1920x1080</c>.</param>
    public sealed record Shown(long? Stamp, string Size) : LogEntry;

    /// <summary>How long a tick is.</summary>
    /// <param name="Seconds">Seconds.</param>
    public sealed record Tick(double Seconds) : LogEntry;

    /// <summary>The data are damaged. Frames that are shown after this may hold wrong pixels.</summary>
    /// <param name="Text">ffmpeg's words.</param>
    /// <param name="BeforeFrames">Whether it was noticed while the file was being opened, so that where it lies is not known.</param>
    public sealed record Damage(string Text, bool BeforeFrames) : LogEntry;
}

/// <summary>Reads the log on a thread of its own, so that ffmpeg never waits for a full pipe.</summary>
/// <remarks>Time stamps come from the filter showinfo. Its line about a frame is written by the thread that passes the frame on, after all that was said while the frame
/// was decoded: so the log tells which frames came before a damage, which no separate channel of time stamps can.</remarks>
internal sealed class FfmpegLog
{
    private const string ShowInfo = "[Parsed_showinfo_";
    private readonly BlockingCollection<LogEntry> _entries = [];
    private readonly Thread _thread;
    private readonly TextReader _lines;
    private readonly string _format;
    private readonly string _stream;
    private bool _isOpen;

    /// <param name="lines">ffmpeg's standard error.</param>
    /// <param name="format">ffmpeg's name of the container, by which it signs what its reader of the file says.</param>
    /// <param name="stream">Number of the video stream; damage in another, as one of sound, is of no concern.</param>
    public FfmpegLog(TextReader lines, string format, int stream)
    {
        _lines = lines;
        _format = format;
        _stream = stream.ToString(CultureInfo.InvariantCulture);
        _thread = new Thread(ReadAll) { IsBackground = true, Name = "ffmpeg log" };
        _thread.Start();
    }

    /// <summary>The last complaint of any kind, for a program that ended badly without a word about the data.</summary>
    public string? LastProblem { get; private set; }

    /// <summary>The next entry; null after the last.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LogEntry? Next(CancellationToken cancellation) => _entries.TryTake(out LogEntry? entry, Timeout.Infinite, cancellation) ? entry : null;

    /// <summary>Waits until all is read; the program has ended.</summary>
    public void Join() => _thread.Join();

    private void ReadAll()
    {
        try
        {
            while (_lines.ReadLine() is { } line)
            {
                if (Parse(line) is { } entry)
                {
                    _entries.Add(entry);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The program was ended.
        }
        finally
        {
            _entries.CompleteAdding();
        }
    }

    private LogEntry? Parse(string line)
    {
        if (line.StartsWith(ShowInfo, StringComparison.Ordinal))
        {
            return ParseShowInfo(line);
        }

        // Reading the first packets makes a trial of the decoder, whose complaints come again when the frames are read.
        _isOpen |= line.StartsWith("[info] Stream mapping", StringComparison.Ordinal);
        (string source, string level, string text) = Parts(line);
        bool isDamage = level is "error" or "fatal" or "panic"
            || (level == "warning" && text.Contains("corrupt", StringComparison.OrdinalIgnoreCase))
            || text.StartsWith("concealing ", StringComparison.Ordinal);
        bool isOfTrial = !_isOpen && source.Length > 0 && source != _format;
        if (!isDamage || isOfTrial || source is "NULL" or "swscaler" || IsOfOtherStream(text))
        {
            return null;
        }

        LastProblem = text;
        return new LogEntry.Damage(text, !_isOpen);
    }

    /// <summary>As in <c>Packet corrupt (stream = 1, dts = 9)</c> or <c>corrupt input packet in stream 1</c>.</summary>
    private bool IsOfOtherStream(string text)
    {
        string number = After(text, "(stream = ");
        number = number.Length > 0 ? number : After(text, "packet in stream ");
        number = number.TrimEnd(',', ')', '.');
        return number.Length > 0 && number != _stream;
    }

    /// <summary>As in <c>[Parsed_showinfo_0 @ 0x55] [info] n:   1 pts:    512 pts_time:0.04 ... s:160x120 ...</c></summary>
    private static LogEntry? ParseShowInfo(string line)
    {
        string text = Parts(line).Text;
        if (text.StartsWith("n:", StringComparison.Ordinal))
        {
            return new LogEntry.Shown(long.TryParse(After(text, " pts:"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long stamp) ? stamp : null, After(text, " s:"));
        }

        if (!text.StartsWith("config in time_base:", StringComparison.Ordinal))
        {
            return null;
        }

        string[] fraction = After(text, "time_base:").TrimEnd(',').Split('/');
        return new LogEntry.Tick(double.Parse(fraction[0], CultureInfo.InvariantCulture) / double.Parse(fraction[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The word after a key.</summary>
    private static string After(string text, string key)
    {
        int at = text.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> rest = text.AsSpan(at + key.Length).TrimStart(' ');
        int end = rest.IndexOf(' ');
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>As in <c>[h264 @ 0x55] [error] text</c> or <c>[error] text</c>.</summary>
    private static (string Source, string Level, string Text) Parts(string line)
    {
        string source = "";
        while (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 0 and int end)
        {
            string word = line[1..end];
            line = line[(end + 1)..].TrimStart(' ');
            int at = word.IndexOf(" @ ", StringComparison.Ordinal);
            if (at < 0)
            {
                return (source, word, line);
            }

            source = word[..at];
        }

        return (source, "", line);
    }
}
