// A file that grows while a clip is measured. It lies under its name with ".partial" behind it, so that a run that was broken off can go on with it.
using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Writes text to the end of a partial file; <see cref="Complete"/> gives the file its name.</summary>
internal sealed class PartialFile : IDisposable
{
    /// <summary>What stands behind the name until the file is whole.</summary>
    public const string Ending = ".partial";

    private readonly string _path;
    private readonly bool _isDevice;
    private readonly FileStream _file;

    /// <param name="path">The name that the whole file will have. Its folder is made where it is missing.</param>
    /// <param name="length">How many bytes of a partial file that is there to keep; 0 to begin anew.</param>
    /// <exception cref="CommandException">The file cannot be written there.</exception>
    public PartialFile(string path, long length)
    {
        _path = path;
        _isDevice = OutputFile.IsDevice(Path.GetFullPath(path));
        _file = Guard(() => Open(path, length));
    }

    /// <summary>How long the partial file of a name is; 0 where there is none.</summary>
    public static long LengthOf(string path) => File.Exists(path + Ending) ? new FileInfo(path + Ending).Length : 0;

    /// <exception cref="CommandException">The disk is full, for example.</exception>
    public void Write(string text) => Guard(() =>
    {
        _file.Write(Encoding.UTF8.GetBytes(text));
        return 0;
    });

    /// <summary>Brings all that was written to the disk.</summary>
    /// <returns>How many bytes that is.</returns>
    public long Flush() => Guard(() =>
    {
        _file.Flush(flushToDisk: !_isDevice);
        return _isDevice ? 0 : _file.Length;
    });

    /// <summary>Gives the file its name.</summary>
    public void Complete() => Guard(() =>
    {
        _file.Dispose();
        if (!_isDevice)
        {
            File.Move(_path + Ending, _path, overwrite: true);
        }

        return 0;
    });

    /// <summary>Removes what was written so far.</summary>
    public void Delete() => Guard(() =>
    {
        _file.Dispose();
        if (!_isDevice)
        {
            File.Delete(_path + Ending);
        }

        return 0;
    });

    /// <summary>Leaves the partial file where it is.</summary>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // A full disk was reported where it was written to.
        }
    }

    /// <summary>What is no file, such as /dev/stdout, is written to as it is.</summary>
    private FileStream Open(string path, long length)
    {
        if (_isDevice)
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }

        if (Directory.Exists(path))
        {
            throw new IOException("there is a folder of that name.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FileStream file = new(path + Ending, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{_path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }
}
