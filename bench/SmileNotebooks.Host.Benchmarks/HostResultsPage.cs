// Writes bench/RESULTS-HOST.md.
using System.Text;

namespace SmileNotebooks.Host.Benchmarks;

internal static class HostResultsPage
{
    /// <param name="machine">What it was measured on.</param>
    /// <param name="sections">Markdown, each with its heading.</param>
    public static void Write(string machine, IEnumerable<string> sections)
    {
        StringBuilder page = new();
        page.AppendLine("# Results of the notebook host").AppendLine();
        page.AppendLine($"Written by `./bench/run host` on {DateTime.UtcNow:yyyy-MM-dd}. What the numbers mean, and what they do not: [README](README.md).").AppendLine();
        page.AppendLine(machine);
        foreach (string section in sections)
        {
            page.AppendLine().AppendLine(section.TrimEnd());
        }

        string path = Checkout.PathOf("bench", "RESULTS-HOST.md");
        File.WriteAllText(path + ".tmp", page.ToString());
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
