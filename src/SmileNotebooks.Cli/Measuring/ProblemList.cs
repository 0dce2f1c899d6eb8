namespace SmileNotebooks.Cli.Measuring;

/// <summary>What could not be done: said at once, counted at the end.</summary>
internal sealed class ProblemList
{
    private int count;

    public void Add(string problem)
    {
        count++;
        Console.Error.WriteLine($"smile: {problem}");
    }

    /// <summary>The exit code, after a closing sentence where something failed among several files.</summary>
    public int Report(int files)
    {
        if (count > 0 && files > 1)
        {
            Console.Error.WriteLine($"smile: {count} of {files} could not be measured; the others are.");
        }

        return count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
