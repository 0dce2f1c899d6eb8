using System.Text;
using BenchmarkDotNet.Reports;

namespace SmileNotebooks.Benchmarks;

/// <summary>Writes <c>bench/RESULTS.md</c>.</summary>
internal static class ResultsPage
{
    public static void Write(string machine, string sideBySide, IEnumerable<Summary> summaries)
    {
        StringBuilder page = new();
        page.AppendLine("# Results").AppendLine();
        page.AppendLine($"Written by `./bench/run` on {DateTime.UtcNow:yyyy-MM-dd}. What the numbers mean, and what they do not: [README](README.md).").AppendLine();
        page.AppendLine(machine).AppendLine();
        page.AppendLine("## Beside MediaPipe, in one run").AppendLine();
        page.AppendLine(sideBySide);
        page.AppendLine("## By itself, one thread").AppendLine();
        page.AppendLine("| | median | least | allocated a call |").AppendLine("|---|---|---|---|");
        foreach (BenchmarkReport report in summaries.SelectMany(summary => summary.Reports))
        {
            page.AppendLine(Row(report));
        }

        string path = Path.Combine(Checkout.Root, "bench", "RESULTS.md");
        File.WriteAllText(path + ".tmp", page.ToString());
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static string Row(BenchmarkReport report)
    {
        string name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        return report.ResultStatistics is { } statistics
            ? $"| {name} | {Duration(statistics.Median)} | {Duration(statistics.Min)} | {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0} B |"
            : throw new InvalidOperationException($"The benchmark '{name}' gave no result.");
    }

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        >= 1e6 => $"{nanoseconds / 1e6:F2} ms",
        _ => $"{nanoseconds / 1e3:F1} us",
    };
}
