using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile publish</c>: runs notebooks and writes each as a self-contained HTML report.</summary>
internal sealed class PublishCommand
{
    private const string Line = "Runs notebooks and writes each as one HTML file that opens without a network, and an index of them.";

    private const string Details = """
        Examples:
          smile publish                                       all of notebooks/ into reports/
          smile publish my-study.ipynb --out my-reports -p photo=/data/me.jpg
          smile publish --force --jobs 2                      run what is unchanged, too; two at a time
          smile publish --site --pdf --png                    pages for a web site, with PDFs

        A notebook is not run again while these are unchanged: its code and parameters; the libraries of its #r lines with all
        that lies beside them; the files and folders that string literals name; files that it imports; this program and .NET.
        Other changes (its text, the layout of pages) only make the page anew. What cannot be seen: a path that is put together
        from parts, environment variables, the clock, the network; --force runs it then. A failed notebook is always run again.

        A notebook whose metadata name a file that it needs and that is not there is not run: its page holds text and code, and
        says what is missing and how to get it. That is no failure.

        A notebook whose cell fails is published with the error in it; the others are published too, and the exit code is 1.
        SOURCE_DATE_EPOCH=SECONDS in the environment stops the clock: two runs of the same inputs give the same bytes.
        A notebook is code: publish only those that you trust.
        """;

    private readonly Argument<string[]> _notebooks = new("notebook") { Description = "The notebook files. Default: all of notebooks/.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _output = new("--out") { Description = "The folder for the reports. Default: reports.", HelpName = "DIR" };
    private readonly Option<bool> _force = new("--force") { Description = "Run notebooks whose inputs are unchanged, too." };
    private readonly Option<bool> _pdf = new("--pdf") { Description = "Print each page to a PDF beside it; needs Chromium, Chrome or Edge." };
    private readonly Option<bool> _png = new("--png") { Description = "Add pictures of figures, for readers without scripts and for GitHub; needs such a browser." };
    private readonly Option<bool> _site = new("--site") { Description = "Pages that share one plotly.js, for a web site: smaller, but they do not stand alone." };
    private readonly NotebookOptions _options = new();

    private PublishCommand()
    {
    }

    public static Command Create()
    {
        PublishCommand publish = new();
        UsageErrors.RefuseOptions(publish._notebooks);
        DetailedCommand command = new("publish", Line, Details) { publish._notebooks, publish._output, publish._force, publish._pdf, publish._png, publish._site };
        publish._options.AddTo(command);
        command.SetAction(publish.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        NotebookSettings settings = _options.Read(parsed);
        ReportFormats formats = new(parsed.GetValue(_pdf), parsed.GetValue(_png), parsed.GetValue(_site));
        if (formats.Pdf || formats.Png)
        {
            RequireBrowser();
        }

        IReadOnlyList<string> notebooks = parsed.GetValue(_notebooks) is { Length: > 0 } named ? named : OwnNotebooks();
        await using ReportFolder reports = new(parsed.GetValue(_output) ?? Path.Combine(ProjectFolder.Root, "reports"), notebooks) { Force = parsed.GetValue(_force), Formats = formats };
        IReadOnlyList<NotebookOutcome> outcomes = await NotebookQueue.RunAsync(
            notebooks,
            settings,
            (begun, progress) => new PublishedNotebook(begun.Notebook, settings, reports).PublishAsync(begun, progress, stop),
            Console.Out,
            stop);

        // After Ctrl+C too: pages that are done are in the index.
        Console.WriteLine($"Open {OutputPath.Shown(reports.WriteIndex())}");
        if (reports.PictureNote() is { Length: > 0 } note)
        {
            Console.WriteLine(note);
        }

        int unchanged = outcomes.Count(outcome => outcome.IsUnchanged);
        if (unchanged > 0)
        {
            Console.WriteLine($"{(unchanged == 1 ? "1 notebook was" : $"{unchanged} notebooks were")} not run again; --force runs what is unchanged, too.");
        }

        return NotebookOutcome.ExitCodeOf(outcomes);
    }

    /// <exception cref="CommandException">There is no browser; said before an hour of work.</exception>
    private static void RequireBrowser()
    {
        try
        {
            BrowserFinder.Require();
        }
        catch (BrowserException error)
        {
            throw new CommandException(error.Message, ExitCode.MissingSetup, error);
        }
    }

    private static List<string> OwnNotebooks()
    {
        string folder = Path.Combine(ProjectFolder.Root, "notebooks");
        List<string> found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(IsNotebook).Order(StringComparer.Ordinal)] : [];
        return found.Count > 0 ? found : throw new CommandException($"{folder}: no notebook here.", ExitCode.Failure);
    }

    // A .cs file there may be a script that notebooks import: one that is a notebook is published when it is named.
    private static bool IsNotebook(string path) => Path.GetExtension(path).ToLowerInvariant() is ".ipynb" or ".dib";
}
