using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile run</c>: runs a notebook headless and writes it with its outputs.</summary>
internal static class RunCommand
{
    private const string Line = "Runs a C# notebook from top to bottom and writes it with its outputs.";

    private const string Details = """
        Examples:
          smile run notebooks/01-measure-a-smile.ipynb -o measured.ipynb
          smile run notebooks/01-measure-a-smile.ipynb -p photo=/data/me.jpg -o me.ipynb

        Parameters are the variables of the cell that is tagged `parameters`. A cell that fails ends the run; the notebook is
        written all the same, with the error in it, and the exit code is 1. A notebook is code: run only those that you trust.
        """;

    public static Command Create()
    {
        Argument<string> notebook = new("notebook") { Description = "The .ipynb file; it is not changed unless -o names it." };
        Option<string?> output = new("--output", "-o") { Description = "Where to write the notebook with its outputs. Without it only success or failure is told.", HelpName = "OUT.ipynb" };
        Option<string[]> parameters = new("--parameter", "-p") { Description = "A parameter; may be given several times.", HelpName = "name=value" };
        UsageErrors.RefuseOptions(notebook);
        DetailedCommand command = new("run", Line, Details) { notebook, output, parameters };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(notebook), parsed.GetValue(output), parsed.GetValue(parameters) ?? [], stop));
        return command;
    }

    private static async Task<int> RunAsync(string notebook, string? output, string[] parameters, CancellationToken stop)
    {
        var values = ParameterList.Parse(parameters);
        RefuseUnwritable(output);
        RunResult result = await NotebookProgress.RunAsync(
            Path.GetFileName(notebook), progress => NotebookSession.RunAsync(notebook, values, progress, stop));
        if (output is not null)
        {
            Write(result.Document, output);
        }

        NotebookSession.ReportFailures(notebook, result);
        int cells = result.Document.Cells.Count(cell => cell.ExecutionCount is not null);
        string target = output is null ? "" : $" -> {output}";
        Console.WriteLine($"{(result.Success ? "ok" : "failed")}: {(cells == 1 ? "1 cell" : $"{cells} cells")} in {result.Duration.TotalSeconds:0.0} s{target}");
        return result.Success ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>A notebook that ran for an hour should not be lost to a mistyped folder.</summary>
    private static void RefuseUnwritable(string? output)
    {
        if (output is null)
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(output))!;
        string? problem = Directory.Exists(output) ? "there is a folder of that name."
            : !Directory.Exists(folder) ? $"there is no folder {folder}." : null;
        if (problem is not null)
        {
            throw new CommandException($"{output}: cannot be written: {problem}", ExitCode.Failure);
        }
    }

    private static void Write(NotebookDocument document, string path)
    {
        try
        {
            NotebookFile.Write(document, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }
    }
}
