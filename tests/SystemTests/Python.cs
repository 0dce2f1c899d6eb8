// The Python that Debian's Jupyter packages belong to, which need not be the first on the path.
using System.Diagnostics;

namespace SystemTests;

/// <summary>How a program ended.</summary>
internal sealed record PythonEnded(int ExitCode, string Output, string Errors)
{
    /// <summary>Fails with everything that the program said, unless it ended well.</summary>
    public PythonEnded Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}

internal static class Python
{
    private static readonly string[] s_candidates = ["python3", "/usr/bin/python3"];

    // Longer than any of the programs takes on a busy machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>The Python that can import some modules; skips the test where there is none, which in CI is a failure.</summary>
    /// <param name="debianPackages">The Debian packages that bring them.</param>
    /// <param name="modules">The modules.</param>
    public static async Task<string> WithAsync(string debianPackages, params string[] modules)
    {
        foreach (string candidate in s_candidates)
        {
            if ((await RunAsync(candidate, [], "-c", $"import {string.Join(", ", modules)}")).ExitCode == 0)
            {
                return candidate;
            }
        }

        Assert.Skip($"No python3 can import {string.Join(", ", modules)} (Debian: apt-get install {debianPackages}).");
        return "";
    }

    /// <summary>Runs Python to its end; one that does not come to it within ten minutes is killed.</summary>
    /// <param name="python">The program.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<PythonEnded> RunAsync(string python, Dictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            return await EndAsync(process);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new PythonEnded(-1, "", e.Message);
        }
    }

    private static async Task<PythonEnded> EndAsync(Process process)
    {
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(s_longest);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
            string output = await process.StandardOutput.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return new PythonEnded(process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
