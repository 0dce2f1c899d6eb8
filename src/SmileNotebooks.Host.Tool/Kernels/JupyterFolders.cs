namespace SmileNotebooks.Host.Tool.Kernels;

/// <summary>
/// Where Jupyter looks for kernels: the <c>kernels</c> folders below its data folders
/// (https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files).
/// </summary>
internal static class JupyterFolders
{
    /// <summary>The user's own data folder: <c>JUPYTER_DATA_DIR</c>, else what the system has for such data.</summary>
    public static string User
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return Variable("JUPYTER_DATA_DIR")
                ?? (OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                    : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                    : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"));
        }
    }

    /// <summary>The data folder of an environment, such as that of a Python.</summary>
    public static string Of(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    /// <summary>All data folders, the first that has a kernel of a name wins: JUPYTER_PATH, the user's, environments', the system's.</summary>
    public static IEnumerable<string> All
    {
        get
        {
            string[] named = (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
            string[] system = OperatingSystem.IsWindows()
                ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
                : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
            return named.Append(User).Concat(Environments.Select(Of)).Concat(system).Distinct(StringComparer.Ordinal);
        }
    }

    // The Python that runs Jupyter adds its own: the one of the active environment, and the one that the command belongs to.
    private static IEnumerable<string> Environments =>
        new[] { Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX"), Path.GetDirectoryName(Path.GetDirectoryName(ProgramFinder.Find("jupyter"))) }
            .Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => folder!);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
