using System.CommandLine;
using System.Text;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile run</c>: runs notebooks headless and writes them with their outputs.</summary>
internal sealed class RunCommand
{
    private const string StandardOutput = "-";
    private const string Line = "Runs C# notebooks from top to bottom and writes them with their outputs.";

    private const string Details = """
        Examples:
          smile run notebooks/01-measure-a-smile.ipynb -o measured.ipynb
          smile run notebooks/01-measure-a-smile.ipynb -p photo=/data/me.jpg -o me.ipynb
          smile run study.ipynb -f params.json --cell-timeout 600 --junit cells.xml
          smile run notebooks/*.ipynb --output-dir executed --allow-errors --trx cells.trx

        Parameters are the variables of the cell that is tagged `parameters`. -f takes a JSON object such as
        {"photo": "me.jpg", "size": 20, "names": ["a", "b"]}; what -p says goes before it.

        A cell that fails ends the run of its notebook; --allow-errors goes on. The notebook is written all the same, with the
        error in it, and the exit code is 1. A cell tagged `raises-exception` may throw. After Ctrl+C the notebook is written with
        what ran, and the exit code is 130. Each notebook runs in a process of its own: a crash there is an error of its cell.
        SOURCE_DATE_EPOCH=SECONDS in the environment stops the clock for the times in the notebook.
        A notebook is code: run only those that you trust.
        """;

    private readonly Argument<string[]> _notebooks = new("notebook")
    {
        Description = "The notebook files; none is changed unless -o names it.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where to write the notebook with its outputs; - writes it to standard output. Without it only success or failure is told.",
        HelpName = "OUT.ipynb",
    };

    private readonly Option<string?> _folder = new("--output-dir") { Description = "The folder for several notebooks with their outputs; made if need be.", HelpName = "DIR" };
    private readonly Option<bool> _timings = new("--timings") { Description = "Tell how long each cell took." };
    private readonly NotebookOptions _options = new();
    private readonly TestReports _reports = new();

    private RunCommand()
    {
    }

    public static Command Create()
    {
        RunCommand run = new();
        UsageErrors.RefuseOptions(run._notebooks);
        DetailedCommand command = new("run", Line, Details) { run._notebooks, run._output, run._folder };
        run._options.AddTo(command);
        command.Options.Add(run._timings);
        run._reports.AddTo(command);
        command.SetAction(run.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string[] notebooks = parsed.GetRequiredValue(_notebooks);
        NotebookSettings settings = _options.Read(parsed);
        string? output = parsed.GetValue(_output);
        string? folder = parsed.GetValue(_folder);
        _reports.RequireWritable(parsed);
        RequireOutput(notebooks, output, folder);
        folder = folder is null ? null : OutputPath.MakeFolder(folder);
        TextWriter lines = output == StandardOutput ? Console.Error : Console.Out;
        bool timings = parsed.GetValue(_timings);
        IReadOnlyList<NotebookOutcome> outcomes = await NotebookQueue.RunAsync(
            notebooks,
            settings,
            async (begun, bar) =>
            {
                NotebookDocument document = NotebookSession.Read(begun.Notebook);
                RunResult result = await NotebookSession.RunAsync(begun.Notebook, document, settings, bar, stop);
                string? target = folder is null ? output : Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(begun.Notebook)}.ipynb");
                Write(result.Document, target);
                string line = (notebooks.Length > 1 ? $"{Path.GetFileName(begun.Notebook)}: " : "") + LineOf(result, target);
                return begun with { Result = result, Line = timings ? $"{line}\n{TimingTable.Of(result)}" : line };
            },
            lines,
            stop);
        _reports.Write(parsed, outcomes);
        return NotebookOutcome.ExitCodeOf(outcomes);
    }

    private static void Write(NotebookDocument document, string? output)
    {
        if (output == StandardOutput)
        {
            using Stream stream = Console.OpenStandardOutput();
            stream.Write(Encoding.UTF8.GetBytes(NotebookFile.ToJson(document)));
        }
        else if (output is not null)
        {
            OutputPath.Write(output, path => NotebookFile.Write(document, path));
        }
    }

    private static string LineOf(RunResult result, string? output)
    {
        int cells = result.Document.Cells.Count(cell => cell.ExecutionCount is not null);
        string status = result.Interrupted ? "stopped" : result.Success ? "ok" : "failed";
        string target = output is null or StandardOutput ? "" : $" -> {OutputPath.Shown(output)}";
        return $"{status}: {(cells == 1 ? "1 cell" : $"{cells} cells")} in {NotebookOutcome.Seconds(result.Duration)}{target}";
    }

    private static void RequireOutput(string[] notebooks, string? output, string? folder)
    {
        if (output is not null && (notebooks.Length > 1 || folder is not null))
        {
            throw new CommandException(folder is null ? "-o takes one notebook; name a folder for several with --output-dir." : "-o and --output-dir: give one of them.", ExitCode.Usage);
        }

        if (output is not (null or StandardOutput) && !Directory.Exists(output) && !output.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{output}: only a file whose name ends in .ipynb holds outputs.", ExitCode.Usage);
        }

        OutputPath.RequireWritable(output == StandardOutput ? null : output);
        if (folder is not null)
        {
            OutputPath.RequireDifferentNames(notebooks, ".ipynb");
            OutputPath.RequireOtherFolder(notebooks, folder, "--output-dir");
        }
    }
}
