using Spectre.Console;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>
/// Bars on the terminal's error stream: one over the cells of each notebook that runs, and one over all where there are several.
/// Where no terminal is, none; then each notebook is reported as soon as it and those before it are done.
/// </summary>
internal sealed class NotebookProgress
{
    private readonly ProgressContext? _bars;
    private readonly ProgressTask? _all;
    private readonly List<(NotebookOutcome Outcome, TextWriter Output)> _held = [];

    private NotebookProgress(ProgressContext? bars, int notebooks)
    {
        _bars = bars;
        _all = notebooks > 1 ? bars?.AddTask($"{notebooks} notebooks", maxValue: notebooks) : null;
    }

    public static async Task RunAsync(int notebooks, Func<NotebookProgress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new NotebookProgress(null, notebooks));
            return;
        }

        NotebookProgress? shown = null;
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                shown = new NotebookProgress(context, notebooks);
                await work(shown);
            });

        // A line among moving bars would be drawn over.
        foreach ((NotebookOutcome outcome, TextWriter output) in shown!._held)
        {
            outcome.Report(output);
        }
    }

    /// <summary>The bar of one notebook.</summary>
    public NotebookBar Of(string notebook) => new(Path.GetFileName(notebook), _bars);

    /// <summary>One more notebook has ended.</summary>
    public void Done(NotebookBar bar)
    {
        bar.Done();
        _all?.Increment(1);
    }

    /// <summary>Reports a notebook: at once, or when the bars are gone.</summary>
    public void Report(NotebookOutcome outcome, TextWriter output)
    {
        if (_bars is null)
        {
            outcome.Report(output);
        }
        else
        {
            _held.Add((outcome, output));
        }
    }
}
