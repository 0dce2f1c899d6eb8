using Spectre.Console;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>A progress bar over the cells of a notebook on the terminal's error stream; none where no terminal is.</summary>
internal static class NotebookProgress
{
    private const int LineLength = 48;

    public static async Task<T> RunAsync<T>(string title, Func<Action<CellProgress>?, Task<T>> work)
    {
        // Cells may redirect the console: the bar keeps the writer of before.
        TextWriter errors = Console.Error;
        if (Console.IsErrorRedirected)
        {
            return await work(null);
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return await terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title));
                return await work(cell =>
                {
                    string line = cell.FirstLine.Length > LineLength ? cell.FirstLine[..LineLength] + "…" : cell.FirstLine;
                    task.MaxValue = cell.Count;
                    task.Value = cell.Index;
                    task.Description = Markup.Escape($"{title}  {line}");
                });
            });
    }
}
