// What a reader must know of a machine to make sense of its numbers, and nothing that names it.
using System.Runtime.InteropServices;

namespace SmileNotebooks.Host.Benchmarks;

internal static class MachineFacts
{
    public static string ToMarkdown() => string.Join(
        Environment.NewLine,
        $"- {ProcessorName()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        $"- {RuntimeInformation.FrameworkDescription}",
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
