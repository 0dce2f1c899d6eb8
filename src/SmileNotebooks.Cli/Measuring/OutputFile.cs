using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>A text file that appears whole or not at all: it is written beside its place and renamed at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _target;
    private readonly string? _temporary;
    private readonly StreamWriter _writer;

    /// <exception cref="CommandException">The file cannot be written there.</exception>
    public OutputFile(string path)
    {
        _path = path;
        _target = Path.GetFullPath(path);
        bool isDevice = IsDevice(_target);
        if (new FileInfo(path).LinkTarget is not null)
        {
            _target = File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        }

        _temporary = isDevice || IsDevice(_target) ? null : $"{_target}.{Guid.NewGuid():N}.tmp";
        _writer = Guard(Open);
    }

    /// <exception cref="CommandException">The disk is full, for example.</exception>
    public void WriteLine(string line) => Guard(() =>
    {
        _writer.Write(line);
        _writer.Write('\n');
        return line;
    });

    /// <summary>Puts the file in its place.</summary>
    public void Complete() => Guard(() =>
    {
        _writer.Dispose();
        if (_temporary is not null)
        {
            File.Move(_temporary, _target, overwrite: true);
        }

        return _target;
    });

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // A full disk was reported where it was written to.
        }

        if (_temporary is not null)
        {
            File.Delete(_temporary);
        }
    }

    /// <summary>What is no file, such as /dev/stdout, is written to as it is: a rename would replace it.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private StreamWriter Open()
    {
        if (Directory.Exists(_target))
        {
            throw new IOException("there is a folder of that name.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(_target)))
        {
            throw new IOException($"there is no folder {Path.GetDirectoryName(_target)}.");
        }

        return new StreamWriter(_temporary ?? _path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Turns what the system refuses into one sentence with the file's name.</summary>
    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string reason = _temporary is null ? error.Message : error.Message.Replace(_temporary, _target, StringComparison.Ordinal);
            throw new CommandException($"{_path}: cannot be written: {reason}", ExitCode.Failure, error);
        }
    }
}
