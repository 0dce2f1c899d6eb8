// What was run, on disk, one JSON object a line. Several kernels append to it at the same time and a line may be torn by a crash.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmileNotebooks.Host;

/// <summary>One cell that was run.</summary>
/// <param name="Session">The kernel session's id; ids sort by the time of their start.</param>
/// <param name="Line">The execution count.</param>
/// <param name="Input">The cell's code.</param>
/// <param name="Output">Its result as plain text; null if it had none.</param>
internal sealed record HistoryEntry(string Session, int Line, string Input, string? Output);

/// <param name="path">The file; it and its folder are made when they are needed.</param>
internal sealed class HistoryFile(string path)
{
    /// <summary>When it is reached, the older half is let go.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>A longer entry, in bytes, is not kept: one pasted table should not push out a month.</summary>
    public const int LongestEntry = 64 * 1024;

    private static readonly TimeSpan s_waitForOthers = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromMilliseconds(10);

    // Escaped only where JSON asks for it, so that a person can read and search the file.
    private static readonly JsonSerializerOptions s_layout = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The user's file; null where the user has no folder for such data.</summary>
    public static string? DefaultPath =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? Path.Combine(folder, "SmileNotebooks", "history.jsonl")
            : null;

    /// <exception cref="IOException">The file cannot be written, or others held it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async Task AppendAsync(HistoryEntry entry, CancellationToken cancellation)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, s_layout), (byte)'\n'];
        if (line.Length > LongestEntry)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream others = await LockAsync(cancellation).ConfigureAwait(false);
        using (FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            KeepToOwner(path);
            EndTornLine(file);
            file.Write(line);
            if (file.Length <= MostBytes)
            {
                return;
            }
        }

        WholeFile.WritePrivate(path, string.Concat(NewerHalf().Select(kept => kept + "\n")));
    }

    /// <summary>All entries, oldest first; lines that are none are passed over. Empty where there is no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public IReadOnlyList<HistoryEntry> Read() =>
        File.Exists(path) ? [.. Lines().Select(Parse).OfType<HistoryEntry>()] : [];

    // The lock is a file of its own, since the history itself is replaced when it is shortened.
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += s_retryAfter)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < s_waitForOthers)
            {
                await Task.Delay(s_retryAfter, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Code may hold a password.
    private static void KeepToOwner(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void EndTornLine(FileStream file)
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }
    }

    private IEnumerable<string> NewerHalf()
    {
        int room = MostBytes / 2;
        return Lines().Reverse().TakeWhile(line => (room -= Encoding.UTF8.GetByteCount(line) + 1) >= 0).Reverse();
    }

    private string[] Lines()
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line, s_layout) is { Session.Length: > 0, Input: not null } entry ? entry : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
