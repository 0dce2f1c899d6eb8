// The built command, run as a user runs it: arguments in, exit code and both streams out.
using System.Diagnostics;

namespace SmileNotebooks.Cli.Tests.Support;

/// <summary>How a run of the command ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error);

/// <summary>Runs <c>smile.dll</c> as a child process.</summary>
internal static class SmileProcess
{
    /// <summary>The command that was built with these tests, in the same configuration.</summary>
    public static string Dll { get; } = Repository.PathOf(
        "artifacts", "bin", "SmileNotebooks.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "smile.dll");

    public static Ended Run(params string[] arguments) => RunIn(Repository.Root, [], arguments);

    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables to set; none of the user's models is used unless one is named.</param>
    /// <param name="arguments">What stands behind <c>smile</c>.</param>
    public static Ended RunIn(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(folder, environment, arguments);
        return End(process);
    }

    /// <summary>Starts the command and returns at once.</summary>
    public static Process Start(string folder, Dictionary<string, string> environment, params string[] arguments) =>
        Start("dotnet", folder, environment, ["exec", Dll, .. arguments]);

    public static Process Start(string program, string folder, Dictionary<string, string> environment, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["SMILENOTEBOOKS_MODELS"] = Path.Combine(Path.GetTempPath(), "smile-no-models");
        start.Environment.Remove("SMILE_ROOT");
        start.Environment.Remove("CI");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for the end, reading both streams; lines end with \n, as they do not on Windows.</summary>
    public static Ended End(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, Lines(output), Lines(error.Result));
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
