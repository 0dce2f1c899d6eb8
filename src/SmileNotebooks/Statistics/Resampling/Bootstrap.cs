// Bootstrap intervals for any statistic.
namespace SmileNotebooks;

/// <summary>Bootstrap confidence intervals: percentile (Efron, 1979) and BCa (Efron, 1987).</summary>
/// <remarks>
/// <para>Units are drawn with replacement, as many as there are, and the statistic is taken anew. Units must be independent of each other: where a participant
/// has several rows, resample participants (<see cref="Clustered{T}(IReadOnlyList{T}, Func{T, string}, Func{IReadOnlyList{T}, double}, BootstrapOptions?)"/>;
/// Davison and Hinkley, 1997, section 3.8).</para>
/// <para>Ties need no care. Where no resample differs from the estimate (all values equal), both limits are the estimate. Resamples without a finite statistic are
/// counted and left out; with more than a tenth of them the call fails. Statistics are called from several threads and must not keep the span or list that
/// they are handed.</para>
/// </remarks>
public static class Bootstrap
{
    /// <summary>An interval for the mean.</summary>
    /// <param name="values">At least two, any unit.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite (its row is in the message).</exception>
    public static BootstrapResult Interval(ReadOnlySpan<double> values, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        (double[] kept, DroppedRows dropped) = CompleteRows.Of(values, "value", options.Missing);
        return BootstrapRun.Run(new ResampledMean(kept), [kept.Length], dropped, options);
    }

    /// <summary>An interval for any statistic of values.</summary>
    /// <param name="values">At least two, any unit.</param>
    /// <param name="statistic">Of a sample of values.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two values, one that is not finite, or a statistic of the data that is not finite.</exception>
    public static BootstrapResult Interval(ReadOnlySpan<double> values, Func<ReadOnlySpan<double>, double> statistic, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        (double[] kept, DroppedRows dropped) = CompleteRows.Of(values, "value", options.Missing);
        return BootstrapRun.Run(new ResampledValues(kept, statistic), [kept.Length], dropped, options);
    }

    /// <summary>An interval for any statistic of pairs, as a correlation: pairs stay together.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">The other value of the same pairs, in the same order.</param>
    /// <param name="statistic">Of the first and the second values of a sample of pairs.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, another number of first than of second values, a value that is not finite, or a statistic of the data that
    /// is not finite.</exception>
    public static BootstrapResult Interval(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> statistic, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        (double[] one, double[] other, DroppedRows dropped) = CompleteRows.Of(first, second, "first", "second", options.Missing);
        return BootstrapRun.Run(new ResampledPairs(one, other, statistic), [one.Length], dropped, options);
    }

    /// <summary>An interval for any statistic of rows.</summary>
    /// <param name="rows">At least two, independent of each other.</param>
    /// <param name="statistic">Of a sample of rows.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    /// <exception cref="ArgumentException">Fewer than two rows, or a statistic of the data that is not finite.</exception>
    public static BootstrapResult Interval<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, double> statistic, BootstrapOptions? options = null) =>
        BootstrapRun.Run(new ResampledRows<T>([.. rows.Select(row => new[] { row })], statistic), [rows.Count], DroppedRows.None, options ?? BootstrapOptions.Default);

    /// <summary>An interval for the difference of the means of two independent groups, the first less the second, each of which is resampled by itself.</summary>
    /// <param name="first">At least two values of the first group.</param>
    /// <param name="second">At least two values of the second group.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two values in a group, or one that is not finite.</exception>
    public static BootstrapResult Difference(ReadOnlySpan<double> first, ReadOnlySpan<double> second, BootstrapOptions? options = null) =>
        Difference(first, second, (one, other) => Mean(one) - Mean(other), options);

    /// <summary>An interval for any statistic of two independent groups, each of which is resampled by itself.</summary>
    /// <param name="first">At least two values of the first group.</param>
    /// <param name="second">At least two values of the second group.</param>
    /// <param name="statistic">Of a sample of each group.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than two values in a group, one that is not finite, or a statistic of the data that is not finite.</exception>
    public static BootstrapResult Difference(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> statistic, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        (double[] one, DroppedRows droppedFirst) = CompleteRows.Of(first, "first group", options.Missing);
        (double[] other, DroppedRows droppedSecond) = CompleteRows.Of(second, "second group", options.Missing);
        return BootstrapRun.Run(
            new ResampledGroups(one, other, statistic), [one.Length, other.Length], DroppedRowsOf(droppedFirst, droppedSecond, first.Length), options);
    }

    /// <summary>An interval where rows are not independent: whole clusters, as all rows of a participant, are resampled.</summary>
    /// <param name="rows">In any order.</param>
    /// <param name="cluster">The cluster of a row, for instance its participant; at least two different ones.</param>
    /// <param name="statistic">Of the rows of a sample of clusters; a cluster that is drawn twice has its rows in it twice.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <typeparam name="T">A row.</typeparam>
    /// <exception cref="ArgumentException">Fewer than two clusters, or a statistic of the data that is not finite.</exception>
    public static BootstrapResult Clustered<T>(IReadOnlyList<T> rows, Func<T, string> cluster, Func<IReadOnlyList<T>, double> statistic, BootstrapOptions? options = null)
    {
        T[][] clusters = [.. rows.GroupBy(cluster).Select(group => group.ToArray())];
        return BootstrapRun.Run(new ResampledRows<T>(clusters, statistic), [clusters.Length], DroppedRows.None, options ?? BootstrapOptions.Default);
    }

    /// <inheritdoc cref="Clustered{T}(IReadOnlyList{T}, Func{T, string}, Func{IReadOnlyList{T}, double}, BootstrapOptions?)"/>
    /// <param name="values">One a row.</param>
    /// <param name="clusters">The cluster of each row; at least two different ones.</param>
    /// <param name="statistic">Of the values of a sample of clusters.</param>
    /// <param name="options">Null for the defaults.</param>
    public static BootstrapResult Clustered(
        ReadOnlySpan<double> values, IReadOnlyList<string> clusters, Func<IReadOnlyList<double>, double> statistic, BootstrapOptions? options = null)
    {
        options ??= BootstrapOptions.Default;
        if (clusters.Count != values.Length)
        {
            throw new ArgumentException($"{values.Length} values and {clusters.Count} clusters, expected one for each value.", nameof(clusters));
        }

        bool[] incomplete = new bool[values.Length];
        MissingRows.Mark("value", values, incomplete, options.Missing);
        string[] levels = [.. clusters.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> codes = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code);
        Factor factor = new([.. levels], [.. clusters.Select(level => codes[level])]);
        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, factor, options.Missing);
        double[] all = values.ToArray();
        double[][] groups = [.. kept.GroupBy(row => factor.Codes[row]).Select(group => group.Select(row => all[row]).ToArray())];
        return BootstrapRun.Run(new ResampledRows<double>(groups, statistic), [groups.Length], dropped, options);
    }

    private static DroppedRows DroppedRowsOf(DroppedRows first, DroppedRows second, int rowsOfFirst) =>
        first.Count + second.Count == 0 ? DroppedRows.None : new DroppedRows([.. first.Rows, .. second.Rows.Select(row => row + rowsOfFirst)], []);

    private static double Mean(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values) / values.Length;
}
