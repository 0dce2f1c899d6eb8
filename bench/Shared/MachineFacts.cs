using System.Runtime.InteropServices;

namespace Benchmarks.Shared;

/// <summary>What a reader must know of a machine to make sense of its numbers, and nothing that names it.</summary>
internal static class MachineFacts
{
    /// <param name="libraries">Versions of what does the work, besides .NET's.</param>
    public static string ToMarkdown(params string[] libraries) => string.Join(
        Environment.NewLine,
        $"- {ProcessorName()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        $"- {string.Join(", ", libraries.Prepend(RuntimeInformation.FrameworkDescription))}",
        $"- load when the run began (runnable processes, 1 minute): {Load()}");

    private static string ProcessorName()
    {
        const string Cpuinfo = "/proc/cpuinfo";
        string? line = File.Exists(Cpuinfo) ? File.ReadLines(Cpuinfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? $"{RuntimeInformation.ProcessArchitecture} processor" : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static string Load()
    {
        const string Loadavg = "/proc/loadavg";
        return File.Exists(Loadavg) ? File.ReadAllText(Loadavg).Split(' ')[0] : "unknown";
    }
}
