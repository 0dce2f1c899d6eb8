using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>What the comparison found, as Markdown.</summary>
internal sealed class ComparisonTables(string browser, IReadOnlyList<Pair> pairs)
{
    private readonly List<(BenchmarkPhoto Photo, Dictionary<Contender, Series> Series)> _photos = [];

    public void Add(BenchmarkPhoto photo, Dictionary<Contender, Series> series) => _photos.Add((photo, series));

    public string ToMarkdown()
    {
        StringBuilder text = new();
        text.AppendLine($"Peers: `@mediapipe/tasks-vision` {PackageVersion("tasks-vision")} (CPU delegate), `@mediapipe/face_mesh` {PackageVersion("face_mesh")}, in {browser}.");
        foreach ((BenchmarkPhoto photo, Dictionary<Contender, Series> series) in _photos)
        {
            text.AppendLine().AppendLine($"### {photo.Name}, {photo.Picture.Width} x {photo.Picture.Height}").AppendLine();
            text.AppendLine("| peer | ms: median, least | ours | ms: median, least | peer / ours | distance, px: mean, largest |");
            text.AppendLine("|---|---|---|---|---|---|");
            foreach (Pair pair in pairs)
            {
                text.AppendLine(Row(pair, series[pair.Peer], series[pair.Ours]));
            }
        }

        return text.ToString();
    }

    private static string Row(Pair pair, Series peer, Series ours) =>
        $"| {pair.Peer.Name} | {peer.Median:F1}, {peer.Minimum:F1} | {pair.Ours.Name} | {ours.Median:F1}, {ours.Minimum:F1} "
        + $"| {Series.Ratio(peer, ours):F1} | {Agreement(pair, peer, ours)} |";

    private static string Agreement(Pair pair, Series peer, Series ours) =>
        !pair.SameModels ? "other models"
        : Series.Distance(peer, ours) is (double mean, double largest) ? $"{mean:F3}, {largest:F3}"
        : "not found by both";

    private static string PackageVersion(string package)
    {
        string path = Path.Combine(Checkout.Root, "bench", "node_modules", "@mediapipe", package, "package.json");
        return (string)JsonNode.Parse(File.ReadAllText(path))!["version"]!;
    }
}
