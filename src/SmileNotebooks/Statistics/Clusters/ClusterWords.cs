// The sentence and the table of a cluster permutation test.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Says what a cluster test found.</summary>
internal static class ClusterWords
{
    private const double Level = 0.05;

    public static string Sentence(ClusterTestResult result)
    {
        string test = $"Cluster-based permutation test ({Permutations(result)}, {Threshold(result, 2)})";
        ImmutableArray<Cluster> significant = result.Significant(Level);
        return significant.IsEmpty
            ? $"{test}: no significant cluster{Smallest(result)}."
            : $"{test}: {string.Join("; ", significant.Select(cluster => Describe(result, cluster)))}.";
    }

    public static ResultTable Table(ClusterTestResult result)
    {
        bool channels = !result.Channels.IsEmpty;
        string unit = result.SamplingRate is null ? "sample" : "s";
        string permutations = Permutations(result);
        ImmutableArray<string> columns = ["cluster", $"from ({unit})", $"to ({unit})", .. channels ? ["channels"] : Array.Empty<string>(), "size", "mass", "peak t", $"peak ({unit})", "p"];
        return new ResultTable(Title(result), columns, [.. result.Clusters.Select((cluster, i) => Row(result, cluster, i, channels))])
        {
            Note = $"{char.ToUpperInvariant(permutations[0])}{permutations[1..]}, the observed arrangement counted; threshold {Threshold(result, 3)}; p is corrected for all "
                + $"points. A cluster shows that the conditions differ, not when the difference begins or ends.{DroppedWords(result)}",
        };
    }

    private static ImmutableArray<string> Row(ClusterTestResult result, Cluster cluster, int index, bool channels) =>
    [
        (index + 1).ToString(CultureInfo.InvariantCulture), Time(result, cluster.Start), Time(result, cluster.End),
        .. channels ? [string.Join(" ", cluster.Channels.Select(channel => result.Channels[channel]))] : Array.Empty<string>(),
        cluster.Size.ToString(CultureInfo.InvariantCulture), Apa.Number(cluster.Mass), Apa.Number(cluster.PeakT), Time(result, cluster.Peak.Sample), Apa.PCell(cluster.P),
    ];

    private static string Threshold(ClusterTestResult result, int decimals) => result.Alternative switch
    {
        Alternative.Greater => $"t({result.DegreesOfFreedom}) > {Apa.Number(result.Threshold, decimals)}",
        Alternative.Less => $"t({result.DegreesOfFreedom}) < {Apa.Number(-result.Threshold, decimals)}",
        _ => $"|t({result.DegreesOfFreedom})| > {Apa.Number(result.Threshold, decimals)}",
    };

    private static string Describe(ClusterTestResult result, Cluster cluster)
    {
        string direction = cluster.Mass > 0 ? "positive" : "negative";
        string where = result.SamplingRate is null ? $"in samples {cluster.Start} to {cluster.End - 1}" : $"from {Time(result, cluster.Start)} to {Time(result, cluster.End)} s";
        string channels = result.Channels.IsEmpty ? "" : $" at {string.Join(", ", cluster.Channels.Select(channel => result.Channels[channel]))}";
        return $"{direction} cluster {where}{channels}, {Largeness(result, cluster)}, {Apa.P(cluster.P)}";
    }

    private static string Largeness(ClusterTestResult result, Cluster cluster) =>
        result.Statistic == ClusterStatistic.Mass ? $"mass = {Apa.Number(cluster.Mass)}" : $"size = {cluster.Size}";

    private static string Smallest(ClusterTestResult result) => result.Clusters.IsEmpty ? "" : $", smallest {Apa.P(result.P)}";

    private static string Permutations(ClusterTestResult result)
    {
        string what = result.Design == ClusterDesign.Independent ? "permutations of labels" : "sign flips";
        return result.IsExact
            ? $"all {Grouped(result.Permutations + 1)} {what}"
            : $"{Grouped(result.Permutations)} random {what}, seed {result.Seed}";
    }

    private static string Grouped(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(ClusterTestResult result, int sample) =>
        result.SamplingRate is null ? sample.ToString(CultureInfo.InvariantCulture) : Apa.Number(result.TimeOf(sample), 3);

    private static string Title(ClusterTestResult result)
    {
        string where = result.Channels.IsEmpty ? "over time" : "over time and channels";
        return result.Design switch
        {
            ClusterDesign.Independent => $"Clusters {where}, n = {result.Participants[0]} and {result.Participants[1]}",
            ClusterDesign.Paired => $"Clusters {where}, n = {result.Participants[0]} pairs",
            _ => $"Clusters {where}, n = {result.Participants[0]}",
        };
    }

    private static string DroppedWords(ClusterTestResult result) => result.Dropped.Count == 0 ? "" : $" Left out: {result.Dropped}.";
}
