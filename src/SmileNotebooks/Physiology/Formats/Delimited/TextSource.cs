// Opens a text file as a stream of UTF-8, whatever its encoding, and names what went wrong where it cannot be read.
using System.IO.Compression;
using System.Text;

namespace SmileNotebooks;

/// <summary>Opens text files: UTF-8, ASCII or Latin-1, with or without a byte-order mark; UTF-16 with its byte-order mark; each of them compressed by gzip too.</summary>
internal static class TextSource
{
    /// <summary>Opens a file at the first byte of its text, as UTF-8.</summary>
    /// <exception cref="RecordingException">The file is missing or may not be read, or is no text.</exception>
    public static Stream Open(string path) => Guarded(path, () =>
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        try
        {
            return Decoded(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    });

    /// <summary>Reads all of a small file, as UTF-8 where it is UTF-16.</summary>
    /// <exception cref="RecordingException">The file is missing or may not be read, or is no text.</exception>
    public static byte[] ReadAll(string path)
    {
        using Stream stream = Open(path);
        using MemoryStream text = new();
        return Guarded(path, () =>
        {
            stream.CopyTo(text);
            return text.ToArray();
        });
    }

    /// <summary>Does something with a file and says in a <see cref="RecordingException"/> what failed.</summary>
    public static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordingException(path, null, "no such file", "a text file", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new RecordingException(path, null, Directory.Exists(path) ? "a folder" : "a file that this user may not read", "a text file that may be read", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new RecordingException(path, null, $"damaged compressed data ({exception.Message.TrimEnd('.')})", "a whole gzip file", exception);
        }
        catch (IOException exception)
        {
            throw new RecordingException(path, null, $"an error while reading ({exception.Message.TrimEnd('.')})", "a readable file", exception);
        }
    }

    private static Stream Decoded(string path, FileStream file)
    {
        Stream stream = file;
        byte[] start = Start(stream);
        if (start is [0x1F, 0x8B, ..])
        {
            file.Position = 0;
            start = Start(new GZipStream(file, CompressionMode.Decompress, leaveOpen: true));
            stream = new WholeGzip(file);
        }
        else
        {
            file.Position = 0;
        }

        Encoding? wide = start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (wide is null && start.Contains((byte)0))
        {
            throw new RecordingException(path, $"byte {Array.IndexOf(start, (byte)0)}", "a zero byte", "text: UTF-8, or UTF-16 that begins with its byte-order mark");
        }

        Skip(stream, wide is not null ? 2 : start is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        return wide is null ? stream : Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8);
    }

    private static byte[] Start(Stream stream)
    {
        byte[] start = new byte[512];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..count];
    }

    private static void Skip(Stream stream, int bytes) => stream.ReadExactly(stackalloc byte[bytes]);
}
