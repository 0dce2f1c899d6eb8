using Spectre.Console;
using Spectre.Console.Rendering;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Shows on the terminal's error stream how far the clips are, how many frames a second are measured, and how long it will take; nothing where no terminal is.</summary>
internal static class ClipProgress
{
    /// <param name="problems">Where problems are said: above the bar while there is one.</param>
    /// <param name="work">Is given what starts a bar: the clip's name and its number of frames, null where that is not known; what it returns is called after each frame.</param>
    public static void Run(ProblemList problems, Action<Func<string, int?, Action<int>>> work)
    {
        if (Console.IsErrorRedirected)
        {
            work((_, _) => _ => { });
            return;
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        Action<string> before = problems.Write;
        problems.Write = line => terminal.WriteLine(line);
        try
        {
            terminal.Progress()
                .AutoClear(true)
                .HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpeedColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    ProgressTask? running = null;
                    work((name, count) =>
                    {
                        running?.StopTask();
                        ProgressTask task = running = context.AddTask(Markup.Escape(name), maxValue: count ?? 1);
                        task.IsIndeterminate = count is null;

                        // A header may promise too few frames.
                        return frames => task.Value = Math.Min(frames, Math.Max(task.MaxValue - 1, 0));
                    });
                });
        }
        finally
        {
            problems.Write = before;
        }
    }

    private sealed class SpeedColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? FormattableString.Invariant($"{speed:0} frames/s") : "");
    }
}
