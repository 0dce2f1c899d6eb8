// Calls the `dotnet` command, for what only it can do: restore packages and build projects.
using System.ComponentModel;
using System.Diagnostics;

namespace SmileNotebooks.Host;

/// <summary>How a call ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed: the error stream, then the other.</param>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    /// <summary>The first lines that say what went wrong.</summary>
    public IEnumerable<string> Errors => Output.Split('\n', StringSplitOptions.TrimEntries)
        .Where(line => line.Contains("error ", StringComparison.Ordinal)).Distinct();
}

internal static class DotnetCommand
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(50);

    // A host that was started by an SDK inherits these, and would make another SDK look for its parts in the wrong place.
    private static readonly string[] s_ofOtherSdk = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <summary>Runs <c>dotnet</c>; it is killed when the cell is to stop.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cell">The cell that needs it.</param>
    /// <exception cref="FileNotFoundException">There is no such command.</exception>
    public static async Task<DotnetResult> RunAsync(string folder, string[] arguments, CellContext cell)
    {
        using Process process = Start(folder, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task end = process.WaitForExitAsync();
        while (await Task.WhenAny(end, Task.Delay(s_lookEvery)).ConfigureAwait(false) != end)
        {
            if (cell.IsStopping)
            {
                process.Kill(entireProcessTree: true);
                throw new OperationCanceledException();
            }
        }

        return new DotnetResult(process.ExitCode, $"{await errors.ConfigureAwait(false)}\n{await output.ConfigureAwait(false)}");
    }

    private static Process Start(string folder, string[] arguments)
    {
        ProcessStartInfo start = new(Program(), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in s_ofOtherSdk)
        {
            start.Environment.Remove(variable);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new FileNotFoundException($"the command `dotnet` of the .NET SDK is needed and was not found ({error.Message})", error);
        }
    }

    // Beside the running .NET where it is there, so that both are of one installation.
    private static string Program()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(FrameworkVersions.Folder, "..", "..", "..", name));
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } given ? given : File.Exists(beside) ? beside : name;
    }
}
