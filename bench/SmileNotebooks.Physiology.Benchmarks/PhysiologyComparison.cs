// Gives every contender its turns, and makes the table.
using System.Globalization;
using System.Text;
using static Benchmarks.Shared.Cells;

namespace SmileNotebooks.Physiology.Benchmarks;

/// <summary>The comparison with all peers, in one run.</summary>
internal static class PhysiologyComparison
{
    private const string OneThread = "ours, one thread";
    private const string AllCores = "ours, all cores";
    private const int Rounds = 5;

    // A turn is this long, or one call.
    private const double TurnSeconds = 0.3;

    /// <param name="chosen">Which works.</param>
    /// <returns>Markdown.</returns>
    public static string Run(Func<string, bool> chosen)
    {
        string folder = Directory.CreateTempSubdirectory("smile-physiology-").FullName;
        try
        {
            string[] versions = Versions(folder);
            StringBuilder page = new();
            page.AppendLine("## Beside its peers, in one run").AppendLine();
            page.AppendLine($"Peers: {string.Join(", ", versions)}; one thread each.").AppendLine();
            page.AppendLine("| work | size | ours, one thread: CPU ms | ours, all cores: wall ms | ours, allocated MiB | ours, peak MiB | peer | its CPU ms | its peak MiB | peer / ours, CPU | a number: ours, the peer's |");
            page.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
            foreach (Work work in Work.All.Where(work => chosen(work.Name)))
            {
                // New processes for each work: memory that an earlier one held is not this one's.
                using Contender oneThread = Contender.Ours(folder, oneThread: true);
                using Contender allCores = Contender.Ours(folder, oneThread: false);
                using Contender python = Contender.Python("physiology", folder);
                bool hasPeer = work.Peer is not null && versions.Any(version => version.StartsWith(work.Peer, StringComparison.Ordinal));
                string title = work.Title;
                foreach ((int index, string size) in work.Sizes.Index())
                {
                    int scale = (int)Math.Pow(10, index);
                    Dictionary<string, Series> found = Measure(work, scale, folder, [oneThread, allCores, .. hasPeer && scale <= work.LargestPeerScale ? new[] { python } : []]);
                    AppendRow(page, title, size, work, found, hasPeer);
                    title = "";
                }
            }

            return page.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Versions(string folder)
    {
        using Contender python = Contender.Python("physiology", folder);
        return python.Versions();
    }

    private static Dictionary<string, Series> Measure(Work work, int scale, string folder, Contender[] contenders)
    {
        // Minutes without a word would look like a hang.
        Console.Error.WriteLine($"{work.Name}, {scale} x");
        BenchmarkData.Prepare(work.Data, scale, folder);
        double turn = scale == 1 ? TurnSeconds : 0;
        bool slow = scale >= 100;
        List<(string, Contender, Request)> turns = [(OneThread, contenders[0], new(work.Name, scale, slow, turn)), (AllCores, contenders[1], new(work.Name, scale, slow, turn))];
        if (contenders.Length > 2)
        {
            turns.Add((work.Peer!, contenders[2], new($"{work.Peer} {work.Name}", scale, slow, turn)));
        }

        Dictionary<string, Series> found = RoundRobin.Run(turns, scale == 1 ? Rounds : 1);
        if (scale > 1)
        {
            BenchmarkData.Remove(work.Data, scale, folder);
        }

        return found;
    }

    private static void AppendRow(StringBuilder page, string title, string size, Work work, Dictionary<string, Series> found, bool hasPeer)
    {
        Series one = found[OneThread];
        Series all = found[AllCores];
        string beside = work.Peer is null ? "| | | | |"
            : !hasPeer ? $"{work.Peer} (not installed) | | | | |"
            : !found.TryGetValue(work.Peer, out Series? peer) ? $"{work.Peer} | | | | |"
            : $"{work.Peer} | {Number(peer.Median(turn => turn.Cpu))} | {peer.Peak:F0} | {Times(Series.Ratio(peer, one, turn => turn.Cpu))} | {Value(one)}, {Value(peer)} |";
        page.AppendLine(
            $"| {title} | {size} | {Number(one.Median(turn => turn.Cpu))} | {Number(all.Median(turn => turn.Wall))} | {Number(one.Allocated)} | {one.Peak:F0} | {beside}");
    }

    private static string Value(Series series) => series.Value.ToString("G8", CultureInfo.InvariantCulture);
}
