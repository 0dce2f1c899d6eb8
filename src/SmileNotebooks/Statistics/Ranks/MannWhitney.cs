// The Mann-Whitney test (Wilcoxon's rank-sum test) of two independent samples.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Rank-sum test of two independent samples (Wilcoxon, 1945; Mann and Whitney, 1947), with the Hodges-Lehmann estimate of the shift and
/// its interval (Hodges and Lehmann, 1963). Exact where both samples are smaller than 50, with ties too.</summary>
public static class MannWhitney
{
    // Cells of the table that counts subsets: 160 MB.
    private const double MostCells = 2e7;

    /// <summary>Tests whether a value of the first sample tends to exceed one of the second.</summary>
    /// <param name="first">Any unit.</param>
    /// <param name="second">The same unit.</param>
    /// <param name="options">Default: two-sided, 95 % interval, an error at NaN.</param>
    /// <exception cref="ArgumentException">An empty sample, a value that is not finite, samples too large for the exact distribution that was asked for.</exception>
    public static MannWhitneyResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, RankTestOptions? options = null)
    {
        options ??= new RankTestOptions();
        options.Check();
        (double[] x, DroppedRows droppedFirst) = CompleteRows.Of(first, nameof(first), options.Missing);
        (double[] y, DroppedRows droppedSecond) = CompleteRows.Of(second, nameof(second), options.Missing);
        return Of(x, y, options) with { DroppedFirst = droppedFirst, DroppedSecond = droppedSecond };
    }

    /// <summary>Tests two groups of records.</summary>
    /// <param name="rows">One record a value.</param>
    /// <param name="value">The value.</param>
    /// <param name="group">Exactly two occur. The first sample is the first of text by ordinal value, of an enum as declared, false of a bool.</param>
    /// <param name="options">See <see cref="Test(ReadOnlySpan{double}, ReadOnlySpan{double}, RankTestOptions?)"/>.
    /// Rows that are dropped or named in an error are those of <paramref name="rows"/>.</param>
    /// <exception cref="ArgumentException">Not exactly two groups, a value that is not finite, and what the test of spans refuses.</exception>
    public static MannWhitneyResult Test<T, TGroup>(IEnumerable<T> rows, Func<T, double> value, Func<T, TGroup> group, RankTestOptions? options = null)
    {
        options ??= new RankTestOptions();
        options.Check();
        T[] all = [.. rows];
        double[] values = Array.ConvertAll(all, row => value(row));
        bool[] incomplete = new bool[values.Length];
        MissingRows.Mark(nameof(value), values, incomplete, options.Missing);
        (RowGroup first, RowGroup second) = RowGroups.Two(all, group, "A Mann-Whitney test");
        (double[] x, DroppedRows droppedFirst) = first.Complete(values, incomplete);
        (double[] y, DroppedRows droppedSecond) = second.Complete(values, incomplete);
        return Of(x, y, options) with
        {
            FirstName = first.Name,
            SecondName = second.Name,
            DroppedFirst = droppedFirst,
            DroppedSecond = droppedSecond,
        };
    }

    private static MannWhitneyResult Of(double[] x, double[] y, RankTestOptions options)
    {
        if (x.Length == 0 || y.Length == 0)
        {
            throw new ArgumentException($"A Mann-Whitney test needs a value in each sample; found {x.Length} and {y.Length}.");
        }

        double[] ranks = Midranks.Of((double[])[.. x.Select(value => value - options.NullShift), .. y], out double ties);
        double pairs = (double)x.Length * y.Length;
        double u = ranks.Take(x.Length).Sum() - (x.Length * (x.Length + 1.0) / 2);
        double variance = Variance(x.Length, y.Length, ties);
        double z = RankTestP.Z(u - (pairs / 2), variance, options);
        bool isExact = IsExact(x.Length, y.Length, options.Distribution);
        double[] ascendingX = [.. x.Order()];
        double[] ascendingY = [.. y.Order()];
        return new MannWhitneyResult
        {
            U = u,
            Z = z,
            IsExact = isExact,
            HasTies = ties > 0,
            P = isExact ? ExactP(ranks, x.Length, u, options.Alternative) : RankTestP.Normal(z, variance, options.Alternative),
            Superiority = u / pairs,
            Shift = PairwiseOrderStatistics.MedianDifference(ascendingX, ascendingY),
            Interval = Interval(ascendingX, ascendingY, isExact, options),
            Options = options,
            First = [.. x],
            Second = [.. y],
        };
    }

    private static double Variance(double n1, double n2, double ties)
    {
        double n = n1 + n2;
        return n < 2 ? 0 : n1 * n2 / 12 * (n + 1 - (ties / (n * (n - 1))));
    }

    // The table of subsets is least for the smaller sample; its statistic runs the other way where that is the second.
    private static double ExactP(double[] ranks, int n1, double u, Alternative alternative)
    {
        int n2 = ranks.Length - n1;
        double pairs = (double)n1 * n2;
        bool swap = n2 < n1;
        int size = swap ? n2 : n1;
        double sum = (swap ? pairs - u : u) + (size * (size + 1.0) / 2);
        Alternative direction = !swap ? alternative : alternative switch
        {
            Alternative.Less => Alternative.Greater,
            Alternative.Greater => Alternative.Less,
            _ => alternative,
        };
        return RankTestP.Exact(RankSumDistribution.OfSubset(ranks, size), sum, size * (ranks.Length + 1.0) / 2, direction);
    }

    private static bool IsExact(int n1, int n2, NullDistribution distribution) => distribution switch
    {
        NullDistribution.Normal => false,
        NullDistribution.Exact when Cells(n1, n2) > MostCells || n1 + n2 > 1000 => throw new ArgumentException(
            $"The exact rank-sum distribution of samples of {n1} and {n2} is too large. Use NullDistribution.Normal."),
        NullDistribution.Exact => true,
        _ => n1 < RankTestP.Large && n2 < RankTestP.Large,
    };

    private static double Cells(double n1, double n2) => (Math.Min(n1, n2) + 1) * ((2 * n1 * n2) + 1);

    // The interval inverts the test without ties: with ties it is conservative.
    private static ConfidenceInterval Interval(double[] x, double[] y, bool isExact, RankTestOptions options)
    {
        long pairs = (long)x.Length * y.Length;
        int size = Math.Min(x.Length, y.Length);
        int all = x.Length + y.Length;
        long Outside(double error) => isExact
            ? RankTestInversion.Outside(RankSumDistribution.OfSubset(RankTestInversion.Untied(all), size), error) - (size * (size + 1L) / 2)
            : RankTestInversion.Outside(pairs / 2.0, Variance(x.Length, y.Length, 0), error);
        return RankTestP.Interval(pairs, Outside, k => PairwiseOrderStatistics.OfDifferences(x, y, k), options);
    }
}
