namespace SmileNotebooks.Cli;

/// <summary>The checkout that the command runs from.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>SmileNotebooks.sln</c>: the launcher names it, else it lies above the assembly.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("SMILE_ROOT") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : FindAbove(AppContext.BaseDirectory);

    private static string FindAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SmileNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new CommandException($"no SmileNotebooks.sln above {start}: run smile from its checkout.", ExitCode.MissingSetup);
    }
}
