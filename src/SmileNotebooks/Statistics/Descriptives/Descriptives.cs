// Descriptives of samples and of groups, with confidence intervals.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Mean, spread, median, shape, with confidence intervals. Sums are carried in two doubles: right to the last digits for values that differ in their
/// twelfth digit, for 1e7 of them, and from 1e-300 to 1e300.</summary>
public static class Descriptives
{
    /// <summary>Describes one sample.</summary>
    /// <param name="values">At least one value, any unit.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN.</param>
    /// <param name="name">What to call the sample.</param>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    public static DescriptiveResult Of(ReadOnlySpan<double> values, DescriptiveOptions? options = null, string name = "values")
    {
        options ??= new DescriptiveOptions();
        Levels.Checked(options.Level);
        (double[] sample, DroppedRows dropped) = CompleteRows.Of(values, name, options.Missing);
        return sample.Length > 0
            ? Describe(name, sample, options.Level) with { Dropped = dropped }
            : throw new ArgumentException($"Descriptives need at least one value; found none of {values.Length} '{name}'.", nameof(values));
    }

    /// <summary>Describes a property of records.</summary>
    /// <param name="rows">One record a value.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN.</param>
    /// <param name="name">What to call the values; default: the property's name.</param>
    public static DescriptiveResult Of<T>(
        IEnumerable<T> rows, Func<T, double> value, DescriptiveOptions? options = null, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Of((ReadOnlySpan<double>)[.. rows.Select(value)], options, SelectorName.Of(name, "values"));

    /// <summary>Describes each group of records: text by ordinal value, all else in its own order (enums as declared).</summary>
    /// <param name="rows">One record a value.</param>
    /// <param name="value">The value.</param>
    /// <param name="group">The group.</param>
    /// <param name="options">Default: 95 % intervals, an error at NaN. Rows that are dropped or named in an error are those of <paramref name="rows"/>.</param>
    /// <exception cref="ArgumentException">No row, a value that is not finite, a group of which nothing is left.</exception>
    public static DescriptiveTable ByGroup<T, TGroup>(IEnumerable<T> rows, Func<T, double> value, Func<T, TGroup> group, DescriptiveOptions? options = null)
    {
        options ??= new DescriptiveOptions();
        T[] all = [.. rows];
        double[] values = Array.ConvertAll(all, row => value(row));
        bool[] incomplete = new bool[values.Length];
        MissingRows.Mark(nameof(value), values, incomplete, options.Missing);
        RowGroup[] groups = RowGroups.Of(all, group);
        return groups.Length == 0
            ? throw new ArgumentException("Descriptives by group need at least one row; found none.", nameof(rows))
            : new([.. groups.Select(members =>
            {
                (double[] sample, DroppedRows dropped) = members.Complete(values, incomplete);
                return Of((ReadOnlySpan<double>)sample, options, members.Name) with { Dropped = dropped };
            })]);
    }

    /// <summary>The autocorrelation coefficient of a series: the lagged cross-products of deviations from the common mean, over their squares.</summary>
    /// <param name="values">At least two finite values, not all equal, in the order of time.</param>
    /// <param name="lag">In samples, 0 to one less than the number of values.</param>
    public static double Autocorrelation(ReadOnlySpan<double> values, int lag = 1)
    {
        (double[] series, _) = CompleteRows.Of(values, nameof(values), MissingValues.Fail);
        if (lag < 0 || lag >= series.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(lag), lag, $"The lag lies between 0 and {series.Length - 1} for {series.Length} values.");
        }

        Moments moments = Moments.Of(series);
        if (!(moments.StandardDeviation > 0))
        {
            throw new ArgumentException("Values without spread have no autocorrelation.", nameof(values));
        }

        double[] deviations = Array.ConvertAll(series, value => (value - moments.Mean - moments.MeanRest) / moments.StandardDeviation);
        double products = 0;
        for (int i = lag; i < deviations.Length; i++)
        {
            products += deviations[i] * deviations[i - lag];
        }

        return products / (series.Length - 1);
    }

    private static DescriptiveResult Describe(string name, double[] values, double level)
    {
        Moments moments = Moments.Of(values);
        int n = values.Length;
        int medianRank = MedianIntervalRank(n, level);
        double[] ordered = Ordered(values, medianRank);
        (double skewness, double kurtosis) = Shape(values, moments);
        return new DescriptiveResult
        {
            Name = name,
            N = n,
            Mean = moments.Mean,
            StandardDeviation = moments.StandardDeviation,
            StandardError = moments.StandardError,
            MeanInterval = n == 1
                ? new ConfidenceInterval(double.NaN, double.NaN, level)
                : MeanIntervals.Of(moments.Mean, moments.StandardError, n - 1, level),
            StandardDeviationInterval = DeviationInterval(moments, level),
            Median = Quantile(ordered, 0.5),
            MedianInterval = medianRank == 0
                ? new ConfidenceInterval(double.NegativeInfinity, double.PositiveInfinity, level)
                : new ConfidenceInterval(ordered[medianRank - 1], ordered[n - medianRank], level),
            Quartiles = (Quantile(ordered, 0.25), Quantile(ordered, 0.75)),
            Minimum = ordered[0],
            Maximum = ordered[^1],
            Skewness = skewness,
            ExcessKurtosis = kurtosis,
            Values = ImmutableCollectionsMarshal.AsImmutableArray(values),
        };
    }

    private static ConfidenceInterval DeviationInterval(Moments moments, double level)
    {
        double degrees = moments.Count - 1;
        double tail = 0.5 * (1 - level);
        return degrees == 0
            ? new ConfidenceInterval(double.NaN, double.NaN, level)
            : new ConfidenceInterval(
                moments.StandardDeviation * Math.Sqrt(degrees / ChiSquared.UpperQuantile(tail, degrees)),
                moments.StandardDeviation * Math.Sqrt(degrees / ChiSquared.Quantile(tail, degrees)),
                level);
    }

    // A copy in which all ranks that are asked for hold their order statistics.
    private static double[] Ordered(double[] values, int medianRank)
    {
        int last = values.Length - 1;
        SortedSet<int> ranks = [0, last, Math.Max(0, medianRank - 1), last - Math.Max(0, medianRank - 1)];
        foreach (double share in (ReadOnlySpan<double>)[0.25, 0.5, 0.75])
        {
            ranks.Add((int)(share * last));
            ranks.Add(Math.Min(last, (int)(share * last) + 1));
        }

        double[] ordered = (double[])values.Clone();
        OrderStatistics.Arrange(ordered, [.. ranks]);
        return ordered;
    }

    private static double Quantile(double[] ordered, double share)
    {
        double position = share * (ordered.Length - 1);
        int below = (int)position;
        double part = position - below;
        return part == 0 ? ordered[below] : (ordered[below] * (1 - part)) + (ordered[below + 1] * part);
    }

    // The median lies between the k-th smallest and the k-th largest value, k as large as coverage allows: P(X < k) <= (1 - level) / 2 for X binomial
    // with n and 1/2. 0 where no k is small enough.
    private static int MedianIntervalRank(int n, double level)
    {
        double tail = 0.5 * (1 - level);
        int rank = 0;
        int above = (n / 2) + 1;
        while (above - rank > 1)
        {
            int middle = (rank + above) / 2;
            (rank, above) = Binomial.AtMost(middle - 1, n, 0.5) <= tail ? (middle, above) : (rank, middle);
        }

        return rank;
    }

    private static (double Skewness, double ExcessKurtosis) Shape(double[] values, Moments moments)
    {
        double n = values.Length;
        if (n < 3 || !(moments.StandardDeviation > 0))
        {
            return (double.NaN, double.NaN);
        }

        double cubes = 0;
        double fourths = 0;
        foreach (double value in values)
        {
            double z = (value - moments.Mean - moments.MeanRest) / moments.StandardDeviation;
            cubes += z * z * z;
            fourths += z * z * z * z;
        }

        double skewness = n / ((n - 1) * (n - 2)) * cubes;
        double kurtosis = (n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourths) - (3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
        return (skewness, n < 4 ? double.NaN : kurtosis);
    }
}
