using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>A notebook file that is run from the command line.</summary>
internal static class NotebookSession
{
    /// <exception cref="CommandException">The notebook cannot be read, or does not take the parameters.</exception>
    public static async Task<RunResult> RunAsync(
        string path, ImmutableSortedDictionary<string, string> parameters, Action<CellProgress>? progress, CancellationToken stop)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new CommandException($"{path}: a folder; expected a notebook file.", ExitCode.Failure);
            }

            NotebookDocument document = NotebookFile.Read(path);
            RunOptions options = new() { Folder = Path.GetDirectoryName(Path.GetFullPath(path))!, Parameters = parameters, Progress = progress };
            return await NotebookRunner.RunAsync(document, options, stop);
        }
        catch (ParameterException error)
        {
            throw new CommandException($"{path}: {error.Message}", ExitCode.Usage, error);
        }
        catch (Exception error) when (error is NotebookFormatException or FileNotFoundException)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
        catch (Exception error) when (error is NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {error.Message}", ExitCode.Failure, error);
        }
    }

    /// <summary>Says which cells failed and why.</summary>
    public static void ReportFailures(string path, RunResult result)
    {
        foreach (CellFailure failure in result.Failures)
        {
            Console.Error.WriteLine($"smile: {path}: cell {failure.Number} failed: {failure.Error.Name}: {failure.Error.Message}");
            bool isSaid = failure.Error.Traceback is [{ } first, ..] && first.EndsWith(failure.Error.Message, StringComparison.Ordinal);
            foreach (string line in failure.Error.Traceback.Skip(isSaid ? 1 : 0))
            {
                Console.Error.WriteLine($"  {line}");
            }
        }
    }
}
