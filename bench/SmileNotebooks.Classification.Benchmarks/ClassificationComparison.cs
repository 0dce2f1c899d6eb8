// Gives every contender its turns, and makes the table.
using System.Globalization;
using System.Text;
using static Benchmarks.Shared.Cells;

namespace SmileNotebooks.Classification.Benchmarks;

/// <summary>The comparison with scikit-learn, in one run, one thread each.</summary>
internal static class ClassificationComparison
{
    private const int Rounds = 5;

    // A turn is this long, or one call.
    private const double TurnSeconds = 0.06;

    private const string Ours = "ours";

    /// <param name="chosen">Which works.</param>
    /// <returns>Markdown.</returns>
    public static string Run(Func<string, bool> chosen)
    {
        string folder = Directory.CreateTempSubdirectory("smile-classification-").FullName;
        try
        {
            new BenchmarkData(folder).Prepare();
            using (Contender export = Contender.Python("classification", folder, "export"))
            {
                export.WaitForEnd();
            }

            using Contender ours = Contender.Ours(folder, oneThread: true);
            using Contender python = Contender.Python("classification", folder);
            StringBuilder page = new();
            page.AppendLine("## Beside scikit-learn, in one run").AppendLine();
            page.AppendLine($"Peers: {string.Join(", ", python.Versions())}; one thread each, all in the same run.").AppendLine();
            page.AppendLine("| work | who | CPU ms: median, least | wall ms | peer / ours, CPU | number of the result |");
            page.AppendLine("|---|---|---|---|---|---|");
            foreach (Work work in Work.All.Where(work => chosen(work.Name)))
            {
                // Minutes without a word would look like a hang.
                Console.Error.WriteLine(work.Name);
                Append(page, work, RoundRobin.Run([.. Turns(work, ours, python)], Rounds));
            }

            return page.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, Contender Contender, Request Request)> Turns(Work work, Contender ours, Contender python) =>
        [(Ours, ours, new Request(work.Name, 1, false, TurnSeconds)), .. work.Peers.Select(peer => (peer, python, new Request($"{peer} {work.Name}", 1, work.Slow, TurnSeconds)))];

    private static void Append(StringBuilder page, Work work, Dictionary<string, Series> found)
    {
        string title = work.Title;
        foreach ((string name, Series series) in found)
        {
            string ratio = name == Ours ? "" : Times(Series.Ratio(series, found[Ours], turn => turn.Cpu));
            page.AppendLine(
                $"| {title} | {name} | {Number(series.Median(turn => turn.Cpu))}, {Number(series.Least(turn => turn.Cpu))} | {Number(series.Median(turn => turn.Wall))} | {ratio} | "
                + $"{work.Value} {series.Value.ToString("G6", CultureInfo.InvariantCulture)} |");
            title = "";
        }
    }
}
