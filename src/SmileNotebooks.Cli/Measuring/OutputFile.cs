using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>A text file that appears whole or not at all: it is written beside its place and renamed at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path;
    private readonly string target;
    private readonly string? temporary;
    private readonly StreamWriter writer;

    /// <exception cref="CommandException">The file cannot be written there.</exception>
    public OutputFile(string path)
    {
        this.path = path;
        target = Path.GetFullPath(path);
        bool isDevice = IsDevice(target);
        if (new FileInfo(path).LinkTarget is not null)
        {
            target = File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        }

        temporary = isDevice || IsDevice(target) ? null : $"{target}.{Guid.NewGuid():N}.tmp";
        writer = Guard(Open);
    }

    /// <exception cref="CommandException">The disk is full, for example.</exception>
    public void WriteLine(string line) => Guard(() =>
    {
        writer.Write(line);
        writer.Write('\n');
        return line;
    });

    /// <summary>Puts the file in its place.</summary>
    public void Complete() => Guard(() =>
    {
        writer.Dispose();
        if (temporary is not null)
        {
            File.Move(temporary, target, overwrite: true);
        }

        return target;
    });

    public void Dispose()
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // A full disk was reported where it was written to.
        }

        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What is no file, such as /dev/stdout, is written to as it is: a rename would replace it.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private StreamWriter Open()
    {
        if (Directory.Exists(target))
        {
            throw new IOException("there is a folder of that name.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new IOException($"there is no folder {Path.GetDirectoryName(target)}.");
        }

        return new StreamWriter(temporary ?? path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
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
            string reason = temporary is null ? error.Message : error.Message.Replace(temporary, target, StringComparison.Ordinal);
            throw new CommandException($"{path}: cannot be written: {reason}", ExitCode.Failure, error);
        }
    }
}
