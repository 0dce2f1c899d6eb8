// A server that is measured runs in a process of its own, as its peer does.
using System.Diagnostics;

namespace SmileNotebooks.Host.Benchmarks;

/// <summary>A process that says where it listens and is killed when it is no longer needed.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>Debian's packages belong to Debian's Python, which need not be the first on the path.</summary>
    public const string Python = "/usr/bin/python3";

    private readonly Process _process;

    private ChildProcess(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
    }

    public string FirstLine { get; }

    public static ChildProcess StartSelf(params string[] arguments) => Start("dotnet", ["exec", typeof(ChildProcess).Assembly.Location, .. arguments]);

    public static ChildProcess Start(string program, params string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadLine() is { } line
            ? new ChildProcess(process, line)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended without a word.");
    }

    /// <summary>What a program writes to stdout until it ends.</summary>
    public static async Task<string> OutputOfAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
