using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace SmileNotebooks.Benchmarks;

/// <summary>What a reader must know of a machine to make sense of its numbers, and nothing that names it.</summary>
internal static class MachineFacts
{
    public static string ToMarkdown() => string.Join(
        Environment.NewLine,
        $"- {ProcessorName()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        $"- {RuntimeInformation.FrameworkDescription}, ONNX Runtime {OrtEnv.Instance().GetVersionString()}",
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
