// Debian's python packages belong to Debian's Python, which need not be the first on the path.
using System.Diagnostics;

namespace SystemTests;

internal static class DebianPython
{
    public const string Path = "/usr/bin/python3";

    /// <summary>Runs a program and waits for its end.</summary>
    /// <param name="program">The source.</param>
    /// <param name="arguments">What it finds in <c>sys.argv[1:]</c>.</param>
    /// <returns>What it wrote to stdout; skips the test where Debian's Python is absent; fails with what it wrote to stderr if it did not end well within a minute.</returns>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Path), $"{Path} is absent.");
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromMinutes(1));
        using Process python = Process.Start(new ProcessStartInfo(Path, ["-c", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            Task<string> errors = python.StandardError.ReadToEndAsync(late.Token);
            string output = await python.StandardOutput.ReadToEndAsync(late.Token);
            await python.WaitForExitAsync(late.Token);
            Assert.True(python.ExitCode == 0, await errors);
            return output;
        }
        finally
        {
            if (!python.HasExited)
            {
                python.Kill();
            }
        }
    }
}
