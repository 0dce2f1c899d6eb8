// The data of a permutation test of two groups and its statistics.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Two groups without what is missing.</summary>
internal sealed class TwoGroups
{
    private readonly DroppedRows _dropped;
    private readonly double[] _all;
    private readonly double _sum;

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
        TensorPrimitives.Multiply(labels, Centred, scratch);
        double sum = TensorPrimitives.Sum<double>(scratch);
        double squares = TensorPrimitives.SumOfSquares<double>(scratch);
        double others = _sum - sum;
        double otherSquares = TensorPrimitives.SumOfSquares<double>(Centred) - squares;
        double difference = (sum / First.Length) - (others / Second.Length);
        double error = SquaredError(sum, squares, First.Length) + SquaredError(others, otherSquares, Second.Length);
        return error > 0 ? difference / Math.Sqrt(error)
            : Math.Abs(difference) < 1e-15 ? 0
            : difference > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

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
    /// <param name="scale">The size of the numbers that the statistic is a sum of.</param>
    /// <param name="exponent">The power of two that the statistic must be multiplied by.</param>
    public PermutationTestResult Run(string name, PermutationRun.Statistic statistic, double scale, int exponent)
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
            P = PermutationRun.PValue(scheme, observed, permuted, Options.Alternative, scale),
            NullDistribution = [.. permuted.Select(value => Math.ScaleB(value, exponent))],
            IsExact = scheme.IsExact,
            Alternative = Options.Alternative,
            Samples = [[.. First], [.. Second]],
            Seed = Options.Seed,
            Dropped = _dropped,
        };
    }

    private static double SquaredError(double sum, double squares, int count) => Math.Max(0, squares - (sum * sum / count)) / (count - 1) / count;
}
