using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of permutation tests.</summary>
public static class PermutationFigures
{
    /// <summary>The statistic of the permutations, what is as extreme as observed in colour; null where it is not finite for some of them.</summary>
    /// <param name="test">A permutation test.</param>
    /// <param name="options">Words.</param>
    public static Figure? NullDistribution(this PermutationTestResult test, FigureOptions? options = null)
    {
        options ??= new();
        return test.NullDistribution.IsEmpty || !double.IsFinite(test.Statistic) || !test.NullDistribution.All(double.IsFinite)
            ? null
            : StatisticsFigures.NullDistribution(
                test.NullDistribution.AsSpan(), test.Statistic, test.Alternative,
                options.Titled("Permutation test") with { XTitle = options.XTitle ?? test.StatisticName });
    }

    /// <summary>The clusters of a test: over time the condition means with their bands, clusters shaded, and t below; over time and channels
    /// the map of t with clusters outlined.</summary>
    /// <remarks>Bands are pointwise: of a mean against zero its t interval, of paired conditions the within-subject interval (Cousineau, 2005; Morey, 2008),
    /// of groups the t interval by their common variance.</remarks>
    /// <param name="test">A cluster permutation test.</param>
    /// <param name="names">Names of the conditions or groups; by default <c>first</c> and <c>second</c>.</param>
    /// <param name="alpha">Up to which p a cluster counts.</param>
    /// <param name="options">Words and the level of the bands.</param>
    public static Figure Clusters(this ClusterTestResult test, IReadOnlyList<string>? names = null, double alpha = .05, FigureOptions? options = null)
    {
        options ??= new();
        options = options with { XTitle = options.XTitle ?? (test.SamplingRate is null ? "Sample" : "Time (s)") };
        double[] times = [.. Enumerable.Range(0, test.Samples).Select(test.TimeOf)];
        return test.Channels.IsEmpty
            ? StatisticsFigures.ClustersOverTime(
                times, CurvesOf(test, names, options.Level), test.T, test.Threshold,
                [.. test.Clusters.Select(cluster => new TimeCluster(cluster.Start, cluster.End, cluster.P))], alpha, options)
            : StatisticsFigures.ClustersOverChannels(
                times, test.Channels, MapOf(test),
                [.. test.Clusters.Select(cluster => new GridCluster([.. cluster.Points.Select(point => (point.Sample, point.Channel))], cluster.P))], alpha, options);
    }

    private static ImmutableArray<TimeCurve> CurvesOf(ClusterTestResult test, IReadOnlyList<string>? names, double level)
    {
        double critical = StudentT.UpperQuantile((1 - level) / 2, test.DegreesOfFreedom);
        return [.. test.ConditionMeans.Select((mean, condition) =>
        {
            double share = critical * ShareOfError(test, condition);
            // t is the mean difference over its standard error; where t is 0 or infinite the error cannot be read off.
            double[] half = [.. test.Mean.Zip(test.T, (difference, t) => t != 0 && double.IsFinite(t) ? share * Math.Abs(difference / t) : double.NaN)];
            return new TimeCurve(
                NameOf(test, names, condition), mean, [.. mean.Zip(half, (value, reach) => value - reach)], [.. mean.Zip(half, (value, reach) => value + reach)]);
        })];
    }

    /// <summary>The standard error that belongs to a condition's mean, as a part of that of the difference.</summary>
    private static double ShareOfError(ClusterTestResult test, int condition) => test.Design switch
    {
        ClusterDesign.Paired => Math.Sqrt(0.5),
        ClusterDesign.Independent => Math.Sqrt(1.0 / test.Participants[condition] / test.Participants.Sum(count => 1.0 / count)),
        _ => 1,
    };

    private static string NameOf(ClusterTestResult test, IReadOnlyList<string>? names, int condition) =>
        names is not null && condition < names.Count ? names[condition]
        : test.Design == ClusterDesign.OneSample ? "mean"
        : condition == 0 ? "first" : "second";

    private static double[,] MapOf(ClusterTestResult test)
    {
        double[,] map = new double[test.Samples, test.Channels.Length];
        for (int sample = 0; sample < test.Samples; sample++)
        {
            for (int channel = 0; channel < test.Channels.Length; channel++)
            {
                map[sample, channel] = test.T[(sample * test.Channels.Length) + channel];
            }
        }

        return map;
    }
}
