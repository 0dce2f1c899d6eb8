// The data of a permutation test of two groups and its statistics.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Two groups without what is missing.</summary>
internal sealed class TwoGroups
{
    // Squares within groups below this share of all are what rounding leaves of groups that do not vary.
    private const double Rounding = 1e-28;

    private readonly DroppedRows _dropped;
    private readonly double[] _all;
    private readonly double _sum;
    private readonly double _squares;

    public TwoGroups(ReadOnlySpan<double> first, ReadOnlySpan<double> second, PermutationTestOptions options)
    {
        options.Check();
        Options = options;
        (First, DroppedRows droppedFirst) = CompleteRows.Of(first, "first group", options.Missing);
        (Second, DroppedRows droppedSecond) = CompleteRows.Of(second, "second group", options.Missing);
        if (First.Length < 2 || Second.Length < 2)
        {
            throw new ArgumentException($"{First.Length} values in the first and {Second.Length} in the second group, expected at least 2 in each.");
        }

        int before = first.Length;
        _dropped = droppedFirst.Count + droppedSecond.Count == 0
            ? DroppedRows.None
            : new DroppedRows([.. droppedFirst.Rows, .. droppedSecond.Rows.Select(row => row + before)], []);
        _all = [.. First, .. Second];
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(_all));
        Exponent = largest is 0 or > 1e-100 and < 1e100 ? 0 : Math.ILogB(largest);
        double[] scaled = Array.ConvertAll(_all, value => Math.ScaleB(value, -Exponent));
        double mean = TensorPrimitives.Sum<double>(scaled) / scaled.Length;
        Centred = Array.ConvertAll(scaled, value => value - mean);
        _sum = TensorPrimitives.Sum<double>(Centred);
        _squares = TensorPrimitives.SumOfSquares<double>(Centred);
    }

    public PermutationTestOptions Options { get; }

    /// <summary>Values are scaled by this power of two: 0 unless squares would overflow or vanish.</summary>
    public int Exponent { get; }

    public double[] First { get; }

    public double[] Second { get; }

    /// <summary>All values less their mean, the first group first, scaled.</summary>
    public double[] Centred { get; }

    public double MeanDifference(ReadOnlySpan<double> labels, Span<double> scratch)
    {
        double sum = TensorPrimitives.Dot(labels, Centred);
        return (sum / First.Length) - ((_sum - sum) / Second.Length);
    }

    public double WelchT(ReadOnlySpan<double> labels, Span<double> scratch)
    {
        double sum = TensorPrimitives.Dot(labels, Centred);
        double mean = sum / First.Length;
        double otherMean = (_sum - sum) / Second.Length;
        double difference = mean - otherMean;

        // Each value less the mean of its own group: squares less those of the means would lose all digits where groups are far apart.
        TensorPrimitives.MultiplyAdd(labels, -difference, Centred, scratch);
        TensorPrimitives.Subtract(scratch, otherMean, scratch);
        double both = TensorPrimitives.SumOfSquares<double>(scratch);
        TensorPrimitives.Multiply(scratch, labels, scratch);
        double squares = TensorPrimitives.SumOfSquares<double>(scratch);
        double error = both <= Rounding * _squares ? 0 : SquaredError(squares, First.Length) + SquaredError(both - squares, Second.Length);
        return error > 0 ? difference / Math.Sqrt(error)
            : Math.Abs(difference) < 1e-15 ? 0
            : difference > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    /// <summary>How far rounding reaches into t: the values' last digits are the larger a share of the spread within groups the larger t is.</summary>
    public static double ScaleOfWelchT(double observed) => 1 + (Math.Abs(observed) * Math.Min(1 + Math.Abs(observed), 1e7));

    /// <summary>The values of one arrangement, the first group first, each group in the order of the data.</summary>
    public void Arrange(ReadOnlySpan<double> labels, Span<double> arranged)
    {
        int first = 0;
        int second = First.Length;
        for (int i = 0; i < labels.Length; i++)
        {
            arranged[labels[i] > 0 ? first++ : second++] = _all[i];
        }
    }

    /// <param name="name">Of the statistic.</param>
    /// <param name="statistic">Of the labels of an arrangement: 1 for the first group.</param>
    /// <param name="scale">The size of the numbers that the observed statistic is a sum of.</param>
    /// <param name="exponent">The power of two that the statistic must be multiplied by.</param>
    public PermutationTestResult Run(string name, PermutationRun.Statistic statistic, Func<double, double> scale, int exponent)
    {
        GroupLabels scheme = new(First.Length, Second.Length, Options.Permutations, Options.Seed);
        double[] labels = new double[_all.Length];
        labels.AsSpan(0, First.Length).Fill(1);
        double observed = statistic(labels, new double[_all.Length]);
        double[] permuted = PermutationRun.Statistics(scheme, _all.Length, statistic, Options);
        return new PermutationTestResult
        {
            Permuted = "permutations of labels",
            StatisticName = name,
            Statistic = Math.ScaleB(observed, exponent),
            P = PermutationRun.PValue(scheme, observed, permuted, Options.Alternative, scale(observed)),
            NullDistribution = [.. permuted.Select(value => Math.ScaleB(value, exponent))],
            IsExact = scheme.IsExact,
            Alternative = Options.Alternative,
            Samples = [[.. First], [.. Second]],
            Seed = Options.Seed,
            Dropped = _dropped,
        };
    }

    private static double SquaredError(double squares, int count) => Math.Max(0, squares) / (count - 1) / count;
}
