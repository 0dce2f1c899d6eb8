// A file that samples are read from long after it was opened, without being held open meanwhile.
using Microsoft.Win32.SafeHandles;

namespace SmileNotebooks;

/// <summary>A file as it was when a recording was opened. A later read fails where its length or its time of writing has changed: samples would be taken from wrong places.</summary>
internal sealed class RecordingFile
{
    private readonly DateTime _lastWrite;

    /// <exception cref="RecordingException">The file is missing or cannot be opened.</exception>
    public RecordingFile(string path)
    {
        Path = path;
        using SafeFileHandle handle = OpenHandle();
        (Length, _lastWrite) = Guarded(() => (RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle)));
    }

    public string Path { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>Opens the file for reading.</summary>
    /// <exception cref="RecordingException">It is missing, or not the file that it was.</exception>
    public SafeFileHandle Open()
    {
        SafeFileHandle handle = OpenHandle();
        (long length, DateTime lastWrite) = Guarded(() => (RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle)));
        if (length == Length && lastWrite == _lastWrite)
        {
            return handle;
        }

        handle.Dispose();
        throw new RecordingException(
            Path, null, $"a file that has changed since it was opened (then {Length} bytes, written {_lastWrite:yyyy-MM-dd HH:mm:ss} UTC; now {length} bytes, written {lastWrite:yyyy-MM-dd HH:mm:ss} UTC)",
            "the file as it was; open the recording again");
    }

    /// <summary>Fills bytes.</summary>
    /// <exception cref="RecordingException">The file ends before, or cannot be read.</exception>
    public void Read(SafeFileHandle handle, long offset, Span<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                int count = RandomAccess.Read(handle, bytes, offset);
                if (count == 0)
                {
                    throw new RecordingException(Path, $"byte {offset}", "the end of the file", $"{bytes.Length} bytes more");
                }

                offset += count;
                bytes = bytes[count..];
            }
        }
        catch (IOException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Reads bytes at the beginning; fewer where the file is shorter.</summary>
    public byte[] ReadHead(int count)
    {
        byte[] bytes = new byte[Math.Min(count, Length)];
        using SafeFileHandle handle = Open();
        Read(handle, 0, bytes);
        return bytes;
    }

    private SafeFileHandle OpenHandle() =>
        Directory.Exists(Path) ? throw new RecordingException(Path, null, "a folder", "a recording") : Guarded(() => File.OpenHandle(Path));

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordingException(Path, null, "no such file", "a recording", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new RecordingException(Path, null, "a file that this user may not read", "permission to read it", exception);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }

    private RecordingException Unreadable(Exception exception) => new(Path, null, $"an error while reading ({exception.Message})", "a readable file", exception);
}
