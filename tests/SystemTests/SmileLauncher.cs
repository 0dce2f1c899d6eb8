// The launcher, as a user calls it: it builds what the notebooks load (Release), also where the tests were built otherwise.
using System.Diagnostics;

namespace SystemTests;

internal static class SmileLauncher
{
    /// <summary>Calls it in the root of the repository.</summary>
    /// <returns>What it printed, errors last, and its exit code.</returns>
    public static async Task<(string Printed, int ExitCode)> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Repository.PathOf(OperatingSystem.IsWindows() ? "smile.cmd" : "smile"), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process smile = Process.Start(start)!;
        Task<string> output = smile.StandardOutput.ReadToEndAsync();
        string errors = await smile.StandardError.ReadToEndAsync();
        await smile.WaitForExitAsync();
        return (await output + errors, smile.ExitCode);
    }
}
