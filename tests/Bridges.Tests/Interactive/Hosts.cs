// Both hosts are run as programs: each stands on a Roslyn of its own, and neither may find beside itself what a notebook loads.
using System.Collections.Immutable;
using System.Diagnostics;

namespace Bridges.Tests.Interactive;

internal static class Hosts
{
    /// <summary>Runs a notebook from top to bottom in our own host; cells that fail do not end it.</summary>
    public static Task<ExecutedNotebook> RunInOursAsync(string notebook) =>
        RunAsync(executed => ["exec", BuiltFile.Release("SmileNotebooks.Cli", "smile.dll"), "run", notebook, "-o", executed, "--allow-errors"]);

    /// <summary>Runs a notebook from top to bottom in .NET Interactive; cells that fail do not end it.</summary>
    public static Task<ExecutedNotebook> RunInInteractiveAsync(string notebook) =>
        RunAsync(executed => ["exec", BuiltFile.BesideTests("InteractiveKernel", "InteractiveKernel.dll"), notebook, executed]);

    /// <summary>Runs a notebook in both, side by side.</summary>
    public static async Task<(ExecutedNotebook Ours, ExecutedNotebook Theirs)> RunInBothAsync(string notebook)
    {
        Task<ExecutedNotebook> ours = RunInOursAsync(notebook);
        ExecutedNotebook theirs = await RunInInteractiveAsync(notebook);
        return (await ours, theirs);
    }

    private static async Task<ExecutedNotebook> RunAsync(Func<string, string[]> arguments)
    {
        string executed = Path.Combine(Path.GetTempPath(), $"smile-{Guid.NewGuid():N}.ipynb");
        try
        {
            ProcessStartInfo start = new("dotnet", arguments(executed)) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process host = Process.Start(start)!;
            Task<string> output = host.StandardOutput.ReadToEndAsync();
            string errors = await host.StandardError.ReadToEndAsync();
            await host.WaitForExitAsync();
            Assert.True(File.Exists(executed), await output + errors);
            return NotebookJson.Read(executed);
        }
        finally
        {
            File.Delete(executed);
        }
    }
}

internal static class BuiltFile
{
    /// <summary>A file of a project as notebooks load it, in Release, whichever way the tests were built; fails where it is not built.</summary>
    public static string Release(string project, string file) => Existing(Repository.PathOf("artifacts", "bin", project, "release", file));

    /// <summary>A file of a project that was built with these tests, in their configuration.</summary>
    public static string BesideTests(string project, string file) => Existing(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), file)));

    private static string Existing(string path)
    {
        Assert.True(File.Exists(path), $"There is no {path}. Build it: dotnet build src/Bridges/SmileNotebooks.Bridges.sln -c Release");
        return path;
    }
}
