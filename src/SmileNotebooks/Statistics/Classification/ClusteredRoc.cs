// Areas under ROC curves where rows are not independent of each other, as several smiles of one person.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A point of a ROC curve with the band of its sensitivity.</summary>
/// <param name="FalsePositiveRate">1 - specificity.</param>
/// <param name="TruePositiveRate">Sensitivity.</param>
/// <param name="Band">Pointwise percentile interval of the sensitivity.</param>
public readonly record struct RocBandPoint(double FalsePositiveRate, double TruePositiveRate, ConfidenceInterval Band);

/// <summary>Areas under ROC curves, their differences and curves with intervals by the clustered bootstrap (Davison and Hinkley, 1997, section 3.8): whole clusters are
/// drawn with replacement. DeLong's intervals (<see cref="RocCurve"/>) take rows to be independent and are too narrow here.</summary>
/// <remarks>With folds, only rows of one fold are compared with each other: scores of different folds come from different models. The area is then the share of all
/// pairs of an event and another row within a fold in which the event scores higher, ties counting half. Pooling the folds would bias the area of useless scores
/// below .5, because a fold with more events than the others was trained on fewer.</remarks>
public static class ClusteredRoc
{
    /// <summary>How many points curves have.</summary>
    private const int GridPoints = 101;

    private const int Block = 64;

    /// <summary>The area with its interval.</summary>
    /// <param name="scores">One a row; higher means an event is more likely. Finite.</param>
    /// <param name="outcomes">Whether each row is an event.</param>
    /// <param name="clusters">The cluster of each row, numbered from 0 without gaps.</param>
    /// <param name="folds">The fold of each row; empty for one.</param>
    /// <param name="options">Null for the defaults: 9,999 resamples, BCa.</param>
    /// <exception cref="ArgumentException">Lengths that differ, a score that is not finite, fewer than two clusters, no pair of an event and another row, or more than a
    /// tenth of the resamples without one.</exception>
    public static BootstrapResult Auc(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> clusters, ReadOnlySpan<int> folds = default, BootstrapOptions? options = null)
    {
        FoldedRanking ranking = Ranking(scores, outcomes, clusters, folds);
        return Interval(CountOf(clusters), ranking.Auc, options);
    }

    /// <summary>The difference of two areas on the same rows, first less second, with its interval: both are taken of the same draws.</summary>
    /// <param name="first">Scores, one a row.</param>
    /// <param name="second">Other scores of the same rows.</param>
    /// <param name="outcomes">Whether each row is an event.</param>
    /// <param name="clusters">The cluster of each row, numbered from 0 without gaps.</param>
    /// <param name="folds">The fold of each row; empty for one.</param>
    /// <param name="options">Null for the defaults: 9,999 resamples, BCa.</param>
    /// <exception cref="ArgumentException">As of <see cref="Auc"/>.</exception>
    public static BootstrapResult Difference(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> clusters, ReadOnlySpan<int> folds = default,
        BootstrapOptions? options = null)
    {
        FoldedRanking one = Ranking(first, outcomes, clusters, folds);
        FoldedRanking other = Ranking(second, outcomes, clusters, folds);
        return Interval(CountOf(clusters), weights => one.Auc(weights) - other.Auc(weights), options);
    }

    /// <summary>The curve at 101 even false positive rates, with the pointwise percentile band of its sensitivity.</summary>
    /// <param name="scores">One a row.</param>
    /// <param name="outcomes">Whether each row is an event.</param>
    /// <param name="clusters">The cluster of each row, numbered from 0 without gaps.</param>
    /// <param name="folds">The fold of each row; empty for one.</param>
    /// <param name="options">Null for the defaults; the method is always that of percentiles.</param>
    /// <returns>The points, ascending. Draws without a pair are left out of the band.</returns>
    public static ImmutableArray<RocBandPoint> Curve(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> clusters, ReadOnlySpan<int> folds = default, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        options.Check();
        FoldedRanking ranking = Ranking(scores, outcomes, clusters, folds);
        int count = CountOf(clusters);
        double[] curve = new double[GridPoints];
        ranking.Curve(null, curve);
        double[][] drawn = [.. Enumerable.Range(0, options.Resamples).Select(_ => new double[GridPoints])];
        ParallelBlocks.Run((drawn.Length + Block - 1) / Block, options.MaxDegreeOfParallelism, () => (Units: new int[count], Weights: new double[count]), (block, own) =>
        {
            RandomStream random = new(options.Seed, (ulong)block);
            for (int i = block * Block; i < Math.Min((block + 1) * Block, drawn.Length); i++)
            {
                random.FillChoices(own.Units, count, 0);
                Array.Clear(own.Weights);
                foreach (int unit in own.Units)
                {
                    own.Weights[unit]++;
                }

                ranking.Curve(own.Weights, drawn[i]);
            }
        });
        return [.. curve.Select((height, at) => new RocBandPoint((double)at / (GridPoints - 1), height, Band(drawn, at, options.Level)))];
    }

    /// <summary>A bootstrap over clusters of any statistic of their weights; percentile limits where BCa has none.</summary>
    internal static BootstrapResult Interval(int clusters, Func<double[], double> statistic, BootstrapOptions? options)
    {
        options ??= BootstrapOptions.Default;
        ClusterWeights weighted = new(clusters, statistic);
        try
        {
            return BootstrapRun.Run(weighted, [clusters], DroppedRows.None, options);
        }
        catch (ArgumentException) when (options.Method == BootstrapMethod.BCa)
        {
            // All resamples on one side of the estimate, as with very few clusters. What else was wrong is thrown again.
            return BootstrapRun.Run(weighted, [clusters], DroppedRows.None, options with { Method = BootstrapMethod.Percentile });
        }
    }

    private static ConfidenceInterval Band(double[][] drawn, int at, double level)
    {
        double[] sorted = [.. drawn.Select(curve => curve[at]).Where(double.IsFinite).Order()];
        return sorted.Length < 2 ? new ConfidenceInterval(double.NaN, double.NaN, level) : BootstrapLimits.Percentile(sorted, level);
    }

    private static FoldedRanking Ranking(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> clusters, ReadOnlySpan<int> folds)
    {
        int[] foldOf = folds.Length == 0 ? new int[scores.Length] : folds.ToArray();
        if (outcomes.Length != scores.Length || clusters.Length != scores.Length || foldOf.Length != scores.Length)
        {
            throw new ArgumentException($"Found {scores.Length} scores with {outcomes.Length} outcomes, {clusters.Length} clusters and {foldOf.Length} folds.", nameof(scores));
        }

        for (int row = 0; row < scores.Length; row++)
        {
            if (!double.IsFinite(scores[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row}: the score is {scores[row]}, expected a finite number."), nameof(scores));
            }
        }

        return new FoldedRanking(scores, outcomes, clusters, foldOf);
    }

    private static int CountOf(ReadOnlySpan<int> clusters)
    {
        bool[] found = new bool[clusters.Length];
        int most = -1;
        foreach (int cluster in clusters)
        {
            if (cluster < 0 || cluster >= clusters.Length)
            {
                throw new ArgumentException($"Found the cluster {cluster}, expected numbers from 0 without gaps.", nameof(clusters));
            }

            found[cluster] = true;
            most = Math.Max(most, cluster);
        }

        int gap = Array.IndexOf(found, false, 0, most + 1);
        return gap < 0 ? most + 1 : throw new ArgumentException($"No row has the cluster {gap}, expected numbers from 0 without gaps.", nameof(clusters));
    }
}
