using Spectre.Console;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>A progress bar on the terminal's error stream; none for a few pictures, or where no terminal is.</summary>
internal static class MeasureProgress
{
    private const int WorthABar = 8;

    /// <param name="count">How many steps there are.</param>
    /// <param name="problems">Where problems are said: above the bar while there is one.</param>
    /// <param name="work">Calls its argument after each step.</param>
    public static void Run(int count, ProblemList problems, Action<Action> work)
    {
        if (count < WorthABar || Console.IsErrorRedirected)
        {
            work(() => { });
            return;
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        Action<string> before = problems.Write;
        problems.Write = line => terminal.WriteLine(line);
        try
        {
            terminal.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    ProgressTask task = context.AddTask("Measuring", maxValue: count);
                    work(() => task.Increment(1));
                });
        }
        finally
        {
            problems.Write = before;
        }
    }
}
