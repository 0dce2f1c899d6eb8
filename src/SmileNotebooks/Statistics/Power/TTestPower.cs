// The power of t tests in closed form, where nothing need be simulated.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Power of two-sided t tests of normal data, by the noncentral t distribution (Cohen, 1988, Statistical Power Analysis for the Behavioral Sciences). As R's
/// <c>power.t.test(strict = TRUE)</c>.</summary>
public static class TTestPower
{
    /// <summary>Of Student's test of two groups of one size.</summary>
    /// <param name="d">The true difference in standard deviations.</param>
    /// <param name="perGroup">People in each group, at least 2.</param>
    /// <param name="alpha">The level of the test, 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">A difference that is not finite, fewer people, or a level that cannot be.</exception>
    public static double Independent(double d, int perGroup, double alpha = .05) => Of(d * Math.Sqrt(perGroup / 2.0), (2.0 * perGroup) - 2, perGroup, alpha);

    /// <summary>Of the paired test, and that of one sample.</summary>
    /// <param name="dz">The true mean difference in standard deviations of the differences.</param>
    /// <param name="pairs">At least 2.</param>
    /// <param name="alpha">The level of the test, 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">As for <see cref="Independent"/>.</exception>
    public static double Paired(double dz, int pairs, double alpha = .05) => Of(dz * Math.Sqrt(pairs), pairs - 1.0, pairs, alpha);

    private static double Of(double noncentrality, double degrees, int size, double alpha)
    {
        if (!double.IsFinite(noncentrality) || size < 2)
        {
            throw new ArgumentException(Invariant($"A size of {size} and a noncentrality of {noncentrality}, expected at least 2 and a finite difference."));
        }

        PowerOptions.RequireShare(alpha, "level of the test");
        double critical = StudentT.UpperQuantile(alpha / 2, degrees);
        return NoncentralT.UpperTail(critical, degrees, noncentrality) + NoncentralT.LowerTail(-critical, degrees, noncentrality);
    }
}
