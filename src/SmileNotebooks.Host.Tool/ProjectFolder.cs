namespace SmileNotebooks.Host.Tool;

/// <summary>The folder that reports name files relative to: a repository, with its notebooks/ and reports/.</summary>
internal static class ProjectFolder
{
    private const string LauncherVariable = "SMILE_ROOT";

    private static readonly string? s_named = Environment.GetEnvironmentVariable(LauncherVariable) is { Length: > 0 } named ? Path.GetFullPath(named) : null;

    /// <summary>The folder that the launcher names, else the git repository around the current folder, else the current folder.</summary>
    public static string Root { get; } = s_named ?? RepositoryAbove(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;

    /// <summary>How a reader calls this program, in <see cref="Root"/>: by the checkout's launcher, or as an installed tool.</summary>
    public static string Command { get; } = s_named is null ? "smile" : "./smile";

    /// <summary>The checkout's launcher, if it started this program: it stays where it is, while the folder of a build is removed after the
    /// next ones. Null for an installed tool.</summary>
    public static string? Launcher { get; } =
        s_named is not null && Path.Combine(s_named, OperatingSystem.IsWindows() ? "smile.cmd" : "smile") is { } launcher && File.Exists(launcher) ? launcher : null;

    private static string? RepositoryAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            // A file in a worktree.
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
