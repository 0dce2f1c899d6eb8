// Cohen's d with exact confidence intervals, from samples or from a published t.
namespace SmileNotebooks;

/// <summary>Cohen's d (1988) of one sample, pairs (dz) and two groups (pooled standard deviation). Intervals invert the noncentral t distribution
/// (Steiger and Fouladi, 1997; Cumming and Finch, 2001): exact for normal data, of equal variances where there are two groups.
/// <see cref="EffectSize.ToHedgesG"/> takes the bias out.</summary>
public static class CohenD
{
    /// <summary>(Mean - reference) / standard deviation.</summary>
    /// <param name="values">At least two finite values that are not all equal.</param>
    /// <param name="reference">In the unit of the values.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    public static EffectSize OneSample(ReadOnlySpan<double> values, double reference = 0, double level = 0.95) =>
        TTest.OneSample(values, new TTestOptions { Null = reference, Level = level }).Effect;

    /// <summary>dz: mean difference (first less second) / standard deviation of the differences.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">The pairs' other values, in the same order.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    public static EffectSize Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95) =>
        TTest.Paired(first, second, new TTestOptions { Level = level }).Effect;

    /// <summary>d of pairs in units of the spread between people: mean difference (first less second) / root of the mean of both variances (d-av; Cumming, 2012, chapter 11).
    /// Unlike dz it does not grow with the correlation of the pairs, so that it can stand beside d of two groups.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">The pairs' other values, in the same order.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    /// <returns>d; its limits are those of the mean difference over the same unit, which takes the unit as known: approximate, and close from some fifty pairs.</returns>
    public static EffectSize Dependent(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        TTestResult test = TTest.Paired(first, second, new TTestOptions { Level = level });
        double unit = Math.Sqrt(0.5 * (Moments.Of(first).Variance + Moments.Of(second).Variance));
        return new EffectSize(
            "d", test.Estimate / unit, new ConfidenceInterval(test.Interval.Lower / unit, test.Interval.Upper / unit, level), test.DegreesOfFreedom);
    }

    /// <summary>Difference of means (first less second) / pooled standard deviation.</summary>
    /// <param name="first">At least one value, three in both samples together.</param>
    /// <param name="second">Another group's values, as many or not.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    public static EffectSize Independent(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95) =>
        TTest.Independent(first, second, new TTestOptions { Level = level, EqualVariances = true }).Effect;

    /// <summary>d of one sample, or dz of pairs, from a published t.</summary>
    /// <param name="t">The test statistic.</param>
    /// <param name="n">Values or pairs, at least 2.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    /// <param name="symbol">What to call it.</param>
    public static EffectSize FromT(double t, int n, double level = 0.95, string symbol = "dz")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        return Scaled(symbol, t, n - 1.0, 1 / Math.Sqrt(n), Levels.Checked(level));
    }

    /// <summary>d of two groups from a published t of Student's test with a pooled variance.</summary>
    /// <param name="t">The test statistic.</param>
    /// <param name="first">Values in the first group, at least 1.</param>
    /// <param name="second">Values in the second group, at least 1; three in both together.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    public static EffectSize FromT(double t, int first, int second, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)first + second, 3);
        return Scaled("d", t, first + (second - 2.0), Math.Sqrt((1.0 / first) + (1.0 / second)), Levels.Checked(level));
    }

    private static EffectSize Scaled(string symbol, double t, double degrees, double scale, double level)
    {
        ConfidenceInterval limits = NoncentralT.NoncentralityInterval(t, degrees, level);
        return new EffectSize(symbol, t * scale, new ConfidenceInterval(limits.Lower * scale, limits.Upper * scale, level), degrees);
    }
}
