namespace SmileNotebooks.Cli.Measuring;

/// <summary>What could not be done: said at once, counted at the end.</summary>
internal sealed class ProblemList
{
    private int _others;

    /// <summary>How many files could not be done.</summary>
    public int Files { get; private set; }

    /// <summary>Writes a line for the user. Default: to standard error; a progress bar puts a writer here that does not break the bar.</summary>
    public Action<string> Write { get; set; } = Console.Error.WriteLine;

    /// <summary>A file that could not be measured.</summary>
    public void AddFile(string problem)
    {
        Files++;
        Write($"smile: {problem}");
    }

    /// <summary>Anything else, such as a folder without pictures.</summary>
    public void Add(string problem)
    {
        _others++;
        Write($"smile: {problem}");
    }

    /// <summary>The exit code, after a closing sentence where some of several files failed.</summary>
    /// <param name="count">How many files there were.</param>
    public int Report(int count)
    {
        if (Files > 0 && count > 1)
        {
            Write(Files == count
                ? $"smile: none of the {count} files could be measured."
                : $"smile: {Files} of {count} files could not be measured; the others were.");
        }

        return Files + _others == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
