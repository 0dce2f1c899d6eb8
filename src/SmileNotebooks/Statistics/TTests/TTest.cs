// The t tests: one sample, pairs, two independent samples.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>t tests of means (Student, 1908; Welch, 1947), with intervals of the mean and of the standardised difference. They assume independent
/// participants and normal means: normal data, or enough of them.</summary>
/// <remarks>Ties and zeros are values like any other. Values without any spread have no t: an error says so. NaN and infinities are an error
/// that names the row, unless <see cref="TTestOptions.Missing"/> says to leave it out.</remarks>
public static class TTest
{
    // A standard error below this share of the mean is rounding error, not spread.
    private const double LeastSpread = 2e-15;

    /// <summary>Tests the mean of a sample against <see cref="TTestOptions.Null"/>.</summary>
    /// <param name="values">At least two values, any unit.</param>
    /// <param name="options">Default: two-sided against 0, 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">Fewer than two values, a value that is not finite, values that are all equal.</exception>
    public static TTestResult OneSample(ReadOnlySpan<double> values, TTestOptions? options = null)
    {
        options ??= TTestOptions.Default;
        options.Check();
        (double[] sample, DroppedRows dropped) = CompleteRows.Of(values, nameof(values), options.Missing);
        Moments moments = SpreadOut(sample, "value", "values");
        return new TTestResult
        {
            Kind = TTestKind.OneSample,
            FirstName = "values",
            First = ImmutableCollectionsMarshal.AsImmutableArray(sample),
            T = Statistic(moments, options.Null),
            DegreesOfFreedom = sample.Length - 1,
            P = StudentT.PValue(Statistic(moments, options.Null), sample.Length - 1, options.Alternative),
            Estimate = moments.Mean,
            StandardError = moments.StandardError,
            StandardDeviation = moments.StandardDeviation,
            Interval = MeanIntervals.Of(moments.Mean, moments.StandardError, sample.Length - 1, options.Level, options.Alternative),
            Options = options,
            Dropped = dropped,
        };
    }

    /// <summary>Tests the mean of a property of records against <see cref="TTestOptions.Null"/>.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="value">The value, any unit.</param>
    /// <param name="options">See <see cref="OneSample(ReadOnlySpan{double}, TTestOptions?)"/>.</param>
    /// <param name="name">What to call the values; default: the property's name.</param>
    public static TTestResult OneSample<T>(
        IEnumerable<T> rows, Func<T, double> value, TTestOptions? options = null, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        OneSample((ReadOnlySpan<double>)[.. rows.Select(value)], options) with { FirstName = SelectorName.Of(name, "values") };

    /// <summary>Tests the mean difference of pairs, first less second, against <see cref="TTestOptions.Null"/>.</summary>
    /// <param name="first">One value a pair, any unit; at least two.</param>
    /// <param name="second">The pairs' other values, in the same order.</param>
    /// <param name="options">Default: two-sided against 0, 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">Samples of different lengths, fewer than two pairs, a value that is not finite, differences that are all equal.</exception>
    public static TTestResult Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, TTestOptions? options = null)
    {
        options ??= TTestOptions.Default;
        options.Check();
        (double[] x, double[] y, DroppedRows dropped) = CompleteRows.Of(first, second, nameof(first), nameof(second), options.Missing);
        Moments moments = SpreadOut(Differences(x, y), "pair", "differences");
        double t = Statistic(moments, options.Null);
        return new TTestResult
        {
            Kind = TTestKind.Paired,
            First = ImmutableCollectionsMarshal.AsImmutableArray(x),
            Second = ImmutableCollectionsMarshal.AsImmutableArray(y),
            T = t,
            DegreesOfFreedom = x.Length - 1,
            P = StudentT.PValue(t, x.Length - 1, options.Alternative),
            Estimate = moments.Mean,
            StandardError = moments.StandardError,
            StandardDeviation = moments.StandardDeviation,
            Interval = MeanIntervals.Of(moments.Mean, moments.StandardError, x.Length - 1, options.Level, options.Alternative),
            Options = options,
            Dropped = dropped,
        };
    }

    /// <summary>Tests the mean difference of two properties of records.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="first">The first condition's value.</param>
    /// <param name="second">The second condition's value.</param>
    /// <param name="options">See <see cref="Paired(ReadOnlySpan{double}, ReadOnlySpan{double}, TTestOptions?)"/>.</param>
    /// <param name="firstName">What to call the first condition; default: the property's name.</param>
    /// <param name="secondName">What to call the second condition; default: the property's name.</param>
    public static TTestResult Paired<T>(
        IEnumerable<T> rows,
        Func<T, double> first,
        Func<T, double> second,
        TTestOptions? options = null,
        [CallerArgumentExpression(nameof(first))] string? firstName = null,
        [CallerArgumentExpression(nameof(second))] string? secondName = null)
    {
        T[] all = [.. rows];
        return Paired((ReadOnlySpan<double>)Array.ConvertAll(all, row => first(row)), Array.ConvertAll(all, row => second(row)), options) with
        {
            FirstName = SelectorName.Of(firstName, "first"),
            SecondName = SelectorName.Of(secondName, "second"),
        };
    }

    /// <summary>Tests the difference of the means of two independent samples, first less second: Welch's test, or Student's where variances are said to be equal.</summary>
    /// <param name="first">Any unit; at least two values (one is enough for Student's test if the other sample has two).</param>
    /// <param name="second">The same unit; as many or not.</param>
    /// <param name="options">Default: Welch, two-sided against 0, 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">Too few values, a value that is not finite, no spread in either sample.</exception>
    public static TTestResult Independent(ReadOnlySpan<double> first, ReadOnlySpan<double> second, TTestOptions? options = null)
    {
        options ??= TTestOptions.Default;
        (double[] x, DroppedRows droppedFirst) = CompleteRows.Of(first, nameof(first), options.Missing);
        (double[] y, DroppedRows droppedSecond) = CompleteRows.Of(second, nameof(second), options.Missing);
        int offset = first.Length;
        return IndependentTTest.Of(x, y, options) with
        {
            Dropped = new DroppedRows([.. droppedFirst.Rows, .. droppedSecond.Rows.Select(row => row + offset)], []),
        };
    }

    /// <summary>Tests the difference of the means of two groups of records.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="value">The value, any unit.</param>
    /// <param name="group">Exactly two occur. The first sample is the first of text by ordinal value, of an enum as declared, false of a bool.</param>
    /// <param name="options">See <see cref="Independent(ReadOnlySpan{double}, ReadOnlySpan{double}, TTestOptions?)"/>.</param>
    /// <exception cref="ArgumentException">Not exactly two groups.</exception>
    public static TTestResult Independent<T, TGroup>(IEnumerable<T> rows, Func<T, double> value, Func<T, TGroup> group, TTestOptions? options = null)
    {
        options ??= TTestOptions.Default;
        T[] all = [.. rows];
        double[] values = Array.ConvertAll(all, row => value(row));
        bool[] incomplete = new bool[values.Length];
        MissingRows.Mark(nameof(value), values, incomplete, options.Missing);
        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participants: null, options.Missing);
        (RowGroup first, RowGroup second) = RowGroups.Two(all, group, "A t test", kept);
        return IndependentTTest.Of(first.Of(values), second.Of(values), options) with
        {
            FirstName = first.Name,
            SecondName = second.Name,
            Dropped = dropped,
        };
    }

    /// <summary>Whether a standard error is spread, and not nothing or the rounding error of the mean.</summary>
    internal static bool HasSpread(double standardError, double size) => standardError > LeastSpread * size;

    private static double Statistic(Moments moments, double mean) => (moments.Mean - mean + moments.MeanRest) / moments.StandardError;

    private static Moments SpreadOut(double[] values, string one, string several)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException($"A t test needs at least two {one}s; found {values.Length}.", nameof(values));
        }

        Moments moments = Moments.Of(values);
        return HasSpread(moments.StandardError, Math.Abs(moments.Mean))
            ? moments
            : throw new ArgumentException(Invariant($"All {values.Length} {several} are {values[0]} but for rounding: without spread there is no t."), nameof(values));
    }

    private static double[] Differences(double[] x, double[] y)
    {
        double[] differences = new double[x.Length];
        System.Numerics.Tensors.TensorPrimitives.Subtract(x, y, differences);
        int infinite = Array.FindIndex(differences, difference => !double.IsFinite(difference));
        return infinite < 0
            ? differences
            : throw new ArgumentException(Invariant($"Pair {infinite}: {x[infinite]} less {y[infinite]} is beyond the largest double. Scale the data down."), nameof(x));
    }
}
