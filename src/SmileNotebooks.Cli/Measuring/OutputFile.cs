using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>A text file that appears whole or not at all: it is written beside its place and renamed at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;

    public OutputFile(string path)
    {
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (Directory.Exists(path))
            {
                throw new IOException("there is a folder of that name.");
            }

            Writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }

    public StreamWriter Writer { get; }

    public void Complete()
    {
        Writer.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        Writer.Dispose();
        File.Delete(temporary);
    }
}
