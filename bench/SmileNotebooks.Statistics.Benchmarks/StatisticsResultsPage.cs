// Writes bench/RESULTS-STATISTICS.md.
using System.Text;

namespace SmileNotebooks.Statistics.Benchmarks;

internal static class StatisticsResultsPage
{
    /// <param name="machine">What it was measured on.</param>
    /// <param name="tables">Markdown.</param>
    public static void Write(string machine, string tables)
    {
        StringBuilder page = new();
        page.AppendLine("# Results of the statistics").AppendLine();
        page.AppendLine($"Written by `./bench/run statistics` on {DateTime.UtcNow:yyyy-MM-dd}. What the numbers mean, and what they do not: [README](README.md).").AppendLine();
        page.AppendLine(machine).AppendLine();
        page.AppendLine(tables.TrimEnd());
        string path = Checkout.PathOf("bench", "RESULTS-STATISTICS.md");
        File.WriteAllText(path + ".tmp", page.ToString());
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
