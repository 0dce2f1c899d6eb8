using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>How one of several notebooks ended.</summary>
/// <param name="Notebook">Its path, as it was given.</param>
/// <param name="StartedAt">When its run began.</param>
internal sealed record NotebookOutcome(string Notebook, DateTimeOffset StartedAt)
{
    /// <summary>Its run; null where it could not be run, was not reached, or need not be run.</summary>
    public RunResult? Result { get; init; }

    /// <summary>What kept it from being run, or its files from being written; null if nothing did.</summary>
    public CommandException? Problem { get; init; }

    /// <summary>The line that says what became of it.</summary>
    public string Line { get; init; } = "";

    /// <summary>True where an earlier run was used.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>True if Ctrl+C stopped it, or came before it.</summary>
    public bool Interrupted => Result is { Interrupted: true } || (Result is null && Problem is null && Line.Length == 0);

    public int ExitCode => Problem?.ExitCode ?? (Result is { Success: false } ? Tool.ExitCode.Failure : Tool.ExitCode.Success);

    /// <summary>The exit code of all: that of a single notebook is its own.</summary>
    /// <exception cref="OperationCanceledException">One was interrupted.</exception>
    public static int ExitCodeOf(IReadOnlyList<NotebookOutcome> outcomes)
    {
        if (outcomes.Any(outcome => outcome.Interrupted))
        {
            throw new OperationCanceledException();
        }

        return outcomes is [{ } only] ? only.ExitCode : outcomes.All(outcome => outcome.ExitCode == Tool.ExitCode.Success) ? Tool.ExitCode.Success : Tool.ExitCode.Failure;
    }

    /// <summary>Says what became of the notebook: what failed and why on the error stream, the line on the other.</summary>
    public void Report(TextWriter output)
    {
        if (Problem is not null)
        {
            Console.Error.WriteLine($"smile: {Problem.Message}");
        }

        foreach (CellFailure failure in Result?.Failures ?? [])
        {
            Report(failure);
        }

        if (Line.Length > 0)
        {
            output.WriteLine(Line);
        }
    }

    /// <summary>So many seconds, as all lines say it.</summary>
    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private void Report(CellFailure failure)
    {
        Console.Error.WriteLine($"smile: {Notebook}: cell {failure.Number} failed: {failure.Error.Name}: {failure.Error.Message}");
        bool isSaid = failure.Error.Traceback is [{ } first, ..] && first.EndsWith(failure.Error.Message, StringComparison.Ordinal);
        if (failure.Error.Name == CellErrors.ProcessEnded)
        {
            return; // its last words were passed on when it said them
        }

        foreach (string line in failure.Error.Traceback.Skip(isSaid ? 1 : 0))
        {
            Console.Error.WriteLine($"  {line}");
        }
    }
}
