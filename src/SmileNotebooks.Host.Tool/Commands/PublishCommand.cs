using System.Collections.Immutable;
using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile publish</c>: runs notebooks and writes each as a self-contained HTML report.</summary>
internal static class PublishCommand
{
    private const string Line = "Runs notebooks and writes each as one HTML file that opens without a network, and an index of them.";

    private const string Details = """
        Examples:
          smile publish                                       all of notebooks/ into reports/
          smile publish my-study.ipynb --out my-reports -p photo=/data/me.jpg

        A notebook whose cell fails is published with the error in it; the others are published too, and the exit code is 1.
        A notebook is code: publish only those that you trust.
        """;

    public static Command Create()
    {
        Argument<string[]> notebooks = new("notebook") { Description = "The .ipynb files. Default: all of notebooks/.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> output = new("--out") { Description = "The folder for the reports. Default: reports.", HelpName = "DIR" };
        Option<string[]> parameters = new("--parameter", "-p") { Description = "A parameter, given to every notebook named; may be given several times.", HelpName = "name=value" };
        UsageErrors.RefuseOptions(notebooks);
        DetailedCommand command = new("publish", Line, Details) { notebooks, output, parameters };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(notebooks) ?? [], parsed.GetValue(output), parsed.GetValue(parameters) ?? [], stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] notebooks, string? output, string[] parameters, CancellationToken stop)
    {
        ImmutableSortedDictionary<string, string> values = ParameterList.Parse(parameters);
        IReadOnlyList<string> paths = notebooks.Length > 0 ? notebooks : OwnNotebooks();
        string folder = MakeFolder(output ?? Path.Combine(ProjectFolder.Root, "reports"));
        ReportWriter writer = new(folder, paths);
        bool success = true;
        foreach (string path in paths)
        {
            success &= await PublishAsync(path, values, writer, stop);
        }

        Console.WriteLine($"Open {Shown(ReportIndex.Write(folder, "Reports"))}");
        return success ? ExitCode.Success : ExitCode.Failure;
    }

    private static async Task<bool> PublishAsync(
        string path, ImmutableSortedDictionary<string, string> parameters, ReportWriter writer, CancellationToken stop)
    {
        DateTimeOffset startedAt = DateTimeOffset.Now;
        RunResult result;
        try
        {
            result = await NotebookProgress.RunAsync(
                Path.GetFileName(path), progress => NotebookSession.RunAsync(path, parameters, progress, stop));
        }
        catch (CommandException error)
        {
            // One notebook that cannot be read does not cost the others their reports.
            Console.Error.WriteLine($"smile: {error.Message}");
            return false;
        }

        string report = writer.Write(path, result, parameters, startedAt);
        NotebookSession.ReportFailures(path, result);
        Console.WriteLine($"{(result.Success ? "ok    " : "failed")} {Path.GetFileName(path)} in {result.Duration.TotalSeconds:0.0} s -> {Shown(report)}");
        return result.Success;
    }

    private static List<string> OwnNotebooks()
    {
        string folder = Path.Combine(ProjectFolder.Root, "notebooks");
        List<string> found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];
        return found.Count > 0 ? found : throw new CommandException($"{folder}: no notebook here.", ExitCode.Failure);
    }

    private static string MakeFolder(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: cannot be made: {error.Message}", ExitCode.Failure, error);
        }
    }

    /// <summary>A path as short as it can be said from here.</summary>
    private static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
