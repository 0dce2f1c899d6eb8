// Writes a page of results.
using System.Text;

namespace Benchmarks.Shared;

internal static class ResultsPage
{
    /// <param name="file">The file's name in bench.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="command">What was called.</param>
    /// <param name="machine">What it was measured on.</param>
    /// <param name="tables">Markdown.</param>
    public static void Write(string file, string title, string command, string machine, string tables)
    {
        StringBuilder page = new();
        page.AppendLine($"# {title}").AppendLine();
        page.AppendLine($"Written by `{command}` on {DateTime.UtcNow:yyyy-MM-dd}. What the numbers mean, and what they do not: [README](README.md).").AppendLine();
        page.AppendLine(machine).AppendLine();
        page.AppendLine(tables.TrimEnd());
        string path = Checkout.PathOf("bench", file);
        File.WriteAllText(path + ".tmp", page.ToString());
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
