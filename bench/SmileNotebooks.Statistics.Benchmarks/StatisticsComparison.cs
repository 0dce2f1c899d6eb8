// Gives every contender its turns, and makes the tables.
using System.Globalization;
using System.Text;
using static Benchmarks.Shared.Cells;

namespace SmileNotebooks.Statistics.Benchmarks;

/// <summary>The comparison with all peers, in one run.</summary>
internal sealed class StatisticsComparison
{
    private const int Rounds = 5;

    // A turn is this long, or one call.
    private const double TurnSeconds = 0.06;

    private readonly BenchmarkData _data;
    private readonly Contender _oneThread;
    private readonly Contender _allCores;
    private readonly Contender _r;
    private readonly Contender _python;

    private StatisticsComparison(BenchmarkData data, Contender oneThread, Contender allCores, Contender r, Contender python)
    {
        _data = data;
        _oneThread = oneThread;
        _allCores = allCores;
        _r = r;
        _python = python;
    }

    /// <param name="chosen">Which works.</param>
    /// <returns>Markdown.</returns>
    public static string Run(Func<string, bool> chosen)
    {
        string folder = Directory.CreateTempSubdirectory("smile-statistics-").FullName;
        try
        {
            using (Contender export = Contender.R("statistics", folder, "export"))
            {
                export.WaitForEnd();
            }

            using Contender oneThread = Contender.Ours(folder, oneThread: true);
            using Contender allCores = Contender.Ours(folder, oneThread: false);
            using Contender r = Contender.R("statistics", folder);
            using Contender python = Contender.Python("statistics", folder);
            StatisticsComparison comparison = new(new BenchmarkData(folder), oneThread, allCores, r, python);
            Work[] works = [.. Work.All.Where(work => chosen(work.Name))];
            return comparison.Compare(works) + comparison.Grow(works);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Compare(Work[] works)
    {
        StringBuilder page = new();
        page.AppendLine("## Beside its peers, in one run").AppendLine();
        page.AppendLine($"Peers: {string.Join(", ", _r.Versions().Concat(_python.Versions()))}; one thread each.").AppendLine();
        page.AppendLine("| work | who | CPU ms: median, least | wall ms | peer / ours, CPU | peer / ours on all cores, wall | peak MiB | a number of the result |");
        page.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (Work work in works)
        {
            AppendRows(page, work, Measure(work, 1, Rounds));
        }

        return page.ToString();
    }

    private string Grow(Work[] works)
    {
        StringBuilder page = new();
        page.AppendLine().AppendLine("## Growth and memory, to 100 times the size").AppendLine();
        page.AppendLine("One round; peers where a call of theirs takes seconds, not minutes. Allocated is managed memory a call; peak is the whole process.").AppendLine();
        page.AppendLine("| work | size | ours, one thread: CPU ms | ours, all cores: wall ms | ours, allocated MiB | ours, peak MiB | peer | its CPU ms | its peak MiB | peer / ours, CPU |");
        page.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (Work work in works.Where(work => work.Sizes.Length > 0))
        {
            int scale = 1;
            foreach (string size in work.Sizes)
            {
                Work compared = work with { Peers = [.. work.Peers.Where(peer => !peer.Slow && scale <= peer.LargestScale).Take(1)] };
                AppendGrowth(page, work, size, Measure(compared, scale, 1), compared.Peers);
                scale *= 10;
            }
        }

        return page.ToString();
    }

    private Dictionary<string, Series> Measure(Work work, int scale, int rounds)
    {
        if (work.Data != "insteval")
        {
            _data.Prepare(work.Data, scale);
        }

        // Minutes without a word would look like a hang.
        Console.Error.WriteLine($"{work.Name}, {scale} x");
        Dictionary<string, Series> found = RoundRobin.Run([.. Turns(work, scale)], rounds);
        if (scale > 1)
        {
            _data.Remove(work.Data, scale);
        }

        return found;
    }

    private IEnumerable<(string Name, Contender Contender, Request Request)> Turns(Work work, int scale)
    {
        double turn = scale == 1 ? TurnSeconds : 0;
        bool slow = scale >= 100 || work.Name == "mixed-crossed";
        foreach (string ours in work.Peers.Select(peer => peer.Ours ?? work.Name).Append(work.Name).Distinct())
        {
            yield return (OneThread(ours), _oneThread, new Request(ours, scale, slow, turn));
            yield return (AllCores(ours), _allCores, new Request(ours, scale, slow, turn));
        }

        foreach (Peer peer in work.Peers)
        {
            yield return (peer.Name, peer.IsR ? _r : _python, new Request($"{peer.Name} {work.Name}", scale, peer.Slow || slow, turn));
        }
    }

    private static string OneThread(string ours) => $"ours{Suffix(ours)}, one thread";

    private static string AllCores(string ours) => $"ours{Suffix(ours)}, all cores";

    private static string Suffix(string ours) => ours.EndsWith("-penalty", StringComparison.Ordinal) ? " with penalty" : "";

    private static void AppendRows(StringBuilder page, Work work, Dictionary<string, Series> found)
    {
        string title = work.Title;
        foreach ((string name, Series series) in found)
        {
            Peer? peer = work.Peers.SingleOrDefault(peer => peer.Name == name);
            string ours = peer?.Ours ?? work.Name;
            string cpu = peer is null ? "" : Times(Series.Ratio(series, found[OneThread(ours)], turn => turn.Cpu));
            string wall = peer is null ? "" : Times(Series.Ratio(series, found[AllCores(ours)], turn => turn.Wall));
            page.AppendLine(
                $"| {title} | {name} | {Number(series.Median(turn => turn.Cpu))}, {Number(series.Least(turn => turn.Cpu))} | {Number(series.Median(turn => turn.Wall))} | {cpu} | {wall} | "
                + $"{series.Peak.ToString("F0", CultureInfo.InvariantCulture)} | {series.Value.ToString("G8", CultureInfo.InvariantCulture)} |");
            title = "";
        }
    }

    private static void AppendGrowth(StringBuilder page, Work work, string size, Dictionary<string, Series> found, Peer[] peers)
    {
        Peer? peer = peers.FirstOrDefault();
        string ours = peer?.Ours ?? work.Name;
        Series one = found[OneThread(ours)];
        Series all = found[AllCores(ours)];
        string beside = peer is null
            ? "| | | |"
            : $"{peer.Name} | {Number(found[peer.Name].Median(turn => turn.Cpu))} | {found[peer.Name].Peak:F0} | {Times(Series.Ratio(found[peer.Name], one, turn => turn.Cpu))} |";
        page.AppendLine(
            $"| {work.Name}{Suffix(ours)} | {size} | {Number(one.Median(turn => turn.Cpu))} | {Number(all.Median(turn => turn.Wall))} | {Number(one.Allocated)} | {one.Peak:F0} | {beside}");
    }
}
