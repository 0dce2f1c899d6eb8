// Equivalence of means by two one-sided t tests.
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Two one-sided tests of equivalence (Schuirmann, 1987; Lakens, 2017): the mean, or mean difference, lies within bounds that are fixed beforehand.</summary>
/// <remarks>Bounds in standard deviations are turned into raw ones by the sample's standard deviation, as if that were known.</remarks>
public static class Tost
{
    /// <summary>Tests whether the mean of one sample lies within bounds.</summary>
    /// <param name="values">At least two values.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, alpha .05, an error at NaN.</param>
    /// <exception cref="ArgumentException">Bounds out of order, and what <see cref="TTest.OneSample(ReadOnlySpan{double}, TTestOptions?)"/> refuses.</exception>
    public static TostResult OneSample(ReadOnlySpan<double> values, double lower, double upper, TostOptions? options = null) =>
        Of(TTest.OneSample(values, ForTest(options)), lower, upper, options);

    /// <summary>Tests whether the mean of a property of records lies within bounds.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="value">The value.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, alpha .05, an error at NaN.</param>
    /// <param name="name">What to call the values; default: the property's name.</param>
    public static TostResult OneSample<T>(
        IEnumerable<T> rows,
        Func<T, double> value,
        double lower,
        double upper,
        TostOptions? options = null,
        [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Of(TTest.OneSample(rows, value, ForTest(options), name), lower, upper, options);

    /// <summary>Tests whether the mean difference of pairs, first less second, lies within bounds.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">The pairs' other values, in the same order.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, alpha .05, an error at NaN.</param>
    public static TostResult Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double lower, double upper, TostOptions? options = null) =>
        Of(TTest.Paired(first, second, ForTest(options)), lower, upper, options);

    /// <summary>Tests whether the mean difference of two properties of records lies within bounds.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="first">The first condition's value.</param>
    /// <param name="second">The second condition's value.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, alpha .05, an error at NaN.</param>
    /// <param name="firstName">What to call the first condition; default: the property's name.</param>
    /// <param name="secondName">What to call the second condition; default: the property's name.</param>
    public static TostResult Paired<T>(
        IEnumerable<T> rows,
        Func<T, double> first,
        Func<T, double> second,
        double lower,
        double upper,
        TostOptions? options = null,
        [CallerArgumentExpression(nameof(first))] string? firstName = null,
        [CallerArgumentExpression(nameof(second))] string? secondName = null) =>
        Of(TTest.Paired(rows, first, second, ForTest(options), firstName, secondName), lower, upper, options);

    /// <summary>Tests whether the difference of two independent means, first less second, lies within bounds.</summary>
    /// <param name="first">The first group's values.</param>
    /// <param name="second">The second group's values.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, Welch's test, alpha .05, an error at NaN.</param>
    public static TostResult Independent(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double lower, double upper, TostOptions? options = null) =>
        Of(TTest.Independent(first, second, ForTest(options)), lower, upper, options);

    /// <summary>Tests whether the difference of the means of two groups of records lies within bounds.</summary>
    /// <param name="rows">One record a participant.</param>
    /// <param name="value">The value.</param>
    /// <param name="group">Exactly two occur. The first sample is the first of text by ordinal value, of an enum as declared, false of a bool.</param>
    /// <param name="lower">Lower bound, below the upper one; see <see cref="TostOptions.Unit"/>.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="options">Default: raw bounds, Welch's test, alpha .05, an error at NaN.</param>
    public static TostResult Independent<T, TGroup>(
        IEnumerable<T> rows, Func<T, double> value, Func<T, TGroup> group, double lower, double upper, TostOptions? options = null) =>
        Of(TTest.Independent(rows, value, group, ForTest(options)), lower, upper, options);

    private static TTestOptions ForTest(TostOptions? options)
    {
        options ??= new TostOptions();
        if (!(options.Alpha > 0 && options.Alpha < 0.5))
        {
            throw new ArgumentException(Invariant($"alpha is {options.Alpha}, expected a number between 0 and .5, as in .05."), nameof(options));
        }

        return new TTestOptions { Level = 1 - (2 * options.Alpha), EqualVariances = options.EqualVariances, Missing = options.Missing };
    }

    private static TostResult Of(TTestResult test, double lower, double upper, TostOptions? options)
    {
        options ??= new TostOptions();
        if (!(lower < upper))
        {
            throw new ArgumentException(Invariant($"The bounds of equivalence are {lower} and {upper}; expected the lower below the upper."), nameof(lower));
        }

        double unit = options.Unit == EquivalenceUnit.Raw ? 1 : test.StandardDeviation;
        double lowerT = (test.Estimate - (lower * unit)) / test.StandardError;
        double upperT = (test.Estimate - (upper * unit)) / test.StandardError;
        return new TostResult
        {
            Difference = test,
            Bounds = (lower * unit, upper * unit),
            LowerT = lowerT,
            LowerP = StudentT.UpperTail(lowerT, test.DegreesOfFreedom),
            UpperT = upperT,
            UpperP = StudentT.LowerTail(upperT, test.DegreesOfFreedom),
            Options = options,
        };
    }
}
