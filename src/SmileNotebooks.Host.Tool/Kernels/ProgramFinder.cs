namespace SmileNotebooks.Host.Tool.Kernels;

/// <summary>Finds programs as a shell does.</summary>
internal static class ProgramFinder
{
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>The first program of a name on PATH; null if there is none.</summary>
    public static string? Find(string name) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from ending in s_endings
         let path = Path.Combine(folder, name + ending)
         where IsProgram(path)
         select path).FirstOrDefault();

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
