// Wilcoxon's signed-rank test: are differences symmetric about a value?
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Signed-rank test (Wilcoxon, 1945) of one sample or of pairs, with the Hodges-Lehmann estimate of the pseudomedian and its interval
/// (Hodges and Lehmann, 1963). Assumes independent differences, symmetric about their median. Exact below 50 differences, with ties too.</summary>
public static class WilcoxonSignedRank
{
    // 2^1000 is near the largest double.
    private const int MostExact = 1000;

    /// <summary>Tests whether the differences of pairs are symmetric about <see cref="RankTestOptions.NullShift"/>.</summary>
    /// <param name="first">One value a pair, any unit.</param>
    /// <param name="second">The pairs' other values, in the same order. Differences are first less second.</param>
    /// <param name="options">Default: two-sided, zeros left out, 95 % interval, an error at NaN.</param>
    /// <exception cref="ArgumentException">Samples of different lengths, no pair, a value that is not finite.</exception>
    public static WilcoxonSignedRankResult Test(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, WilcoxonSignedRankOptions? options = null)
    {
        options ??= new WilcoxonSignedRankOptions();
        (double[] x, double[] y, DroppedRows dropped) = CompleteRows.Of(first, second, nameof(first), nameof(second), options.Missing);
        double[] differences = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            differences[i] = x[i] - y[i];
            if (!double.IsFinite(differences[i]))
            {
                throw new ArgumentException(Invariant($"Pair {i}: {x[i]} less {y[i]} is beyond the largest double. Scale the data down."), nameof(first));
            }
        }

        return Of(differences, options) with { First = [.. x], Second = [.. y], Dropped = dropped };
    }

    /// <summary>Tests pairs that records hold.</summary>
    /// <param name="rows">One record a pair.</param>
    /// <param name="first">The pair's first value.</param>
    /// <param name="second">The pair's second value.</param>
    /// <param name="options">See <see cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, WilcoxonSignedRankOptions?)"/>.</param>
    public static WilcoxonSignedRankResult Test<T>(
        IEnumerable<T> rows, Func<T, double> first, Func<T, double> second, WilcoxonSignedRankOptions? options = null)
    {
        T[] all = [.. rows];
        return Test((ReadOnlySpan<double>)Array.ConvertAll(all, row => first(row)), Array.ConvertAll(all, row => second(row)), options);
    }

    /// <summary>Tests whether one sample is symmetric about <see cref="RankTestOptions.NullShift"/>.</summary>
    /// <param name="values">Any unit.</param>
    /// <param name="options">Default: two-sided, zeros left out, 95 % interval, an error at NaN.</param>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static WilcoxonSignedRankResult OneSample(ReadOnlySpan<double> values, WilcoxonSignedRankOptions? options = null)
    {
        options ??= new WilcoxonSignedRankOptions();
        (double[] x, DroppedRows dropped) = CompleteRows.Of(values, nameof(values), options.Missing);
        return Of(x, options) with { Dropped = dropped };
    }

    private static WilcoxonSignedRankResult Of(double[] differences, WilcoxonSignedRankOptions options)
    {
        options.Check();
        if (differences.Length == 0)
        {
            throw new ArgumentException("A signed-rank test needs at least one difference; found none.", nameof(differences));
        }

        (double[] ranks, double positive, double ties) = SignedRanks(differences, options);
        double total = 0;
        double variance = 0;
        foreach (double rank in ranks)
        {
            total += rank;
            variance += rank * rank / 4;
        }

        bool isExact = IsExact(ranks.Length, options.Distribution);
        double z = RankTestP.Z(positive - (total / 2), variance, options);
        double[] ascending = [.. differences];
        Array.Sort(ascending);
        return new WilcoxonSignedRankResult
        {
            N = differences.Length,
            Zeros = differences.Length - ranks.Length,
            HasTies = ties > 0,
            V = positive,
            Z = z,
            IsExact = isExact,
            P = isExact
                ? RankTestP.Exact(RankSumDistribution.OfSigns(ranks), positive, total / 2, options.Alternative)
                : RankTestP.Normal(z, variance, options.Alternative),
            RankBiserial = total > 0 ? ((2 * positive) - total) / total : 0,
            Pseudomedian = PairwiseOrderStatistics.MedianWalshAverage(ascending),
            Interval = Interval(ascending, isExact, options),
            Options = options,
            Differences = [.. differences],
        };
    }

    // Ranks of what is not zero, the sum of those of positive differences, and the tie term.
    private static (double[] Ranks, double Positive, double Ties) SignedRanks(double[] differences, WilcoxonSignedRankOptions options)
    {
        double[] shifted = [.. differences.Select(difference => difference - options.NullShift)];
        double[] kept = options.Zeros == ZeroDifferences.Discard ? [.. shifted.Where(difference => difference != 0)] : shifted;
        double[] ranks = Midranks.Of(Array.ConvertAll(kept, Math.Abs), out double ties);
        double[] used = [.. ranks.Where((_, i) => kept[i] != 0)];
        return (used, ranks.Where((_, i) => kept[i] > 0).Sum(), ties);
    }

    private static bool IsExact(int n, NullDistribution distribution) => distribution switch
    {
        NullDistribution.Normal => false,
        NullDistribution.Exact when n > MostExact => throw new ArgumentException(
            $"The exact signed-rank distribution is computed up to {MostExact} differences that are not zero; found {n}. Use NullDistribution.Normal."),
        NullDistribution.Exact => true,
        _ => n < RankTestP.Large,
    };

    // The interval inverts the test without ties: with ties it is conservative.
    private static ConfidenceInterval Interval(double[] ascending, bool isExact, WilcoxonSignedRankOptions options)
    {
        long n = ascending.Length;
        long count = n * (n + 1) / 2;
        long Outside(double error) => isExact && n <= MostExact
            ? RankTestInversion.Outside(RankSumDistribution.OfSigns(RankTestInversion.Untied(ascending.Length)), error)
            : RankTestInversion.Outside(count / 2.0, count * ((2.0 * n) + 1) / 12, error);
        return RankTestP.Interval(count, Outside, k => PairwiseOrderStatistics.OfWalshAverages(ascending, k), options);
    }
}
