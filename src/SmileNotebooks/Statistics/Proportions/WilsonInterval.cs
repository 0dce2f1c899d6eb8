// The score interval of a proportion.
namespace SmileNotebooks;

internal static class WilsonInterval
{
    /// <summary>The proportions that a score test would not reject (Wilson, 1927); one limit is 0 or 1 where the alternative is one-sided.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <param name="alternative">The alternative of the test that the interval goes with.</param>
    public static ConfidenceInterval Of(long successes, long trials, double level, Alternative alternative = Alternative.TwoSided)
    {
        double z = Normal.UpperQuantile(alternative == Alternative.TwoSided ? 0.5 * (1 - level) : 1 - level);
        double square = z * z;
        double failures = trials - successes;
        double reach = z * Math.Sqrt((successes * failures / trials) + (0.25 * square));

        // The limit beside 0 without the difference of two equal numbers: the product of the limits is known.
        double upper = (successes + (0.5 * square) + reach) / (trials + square);
        double lower = (double)successes * successes / trials / (trials + square) / upper;
        return new ConfidenceInterval(
            alternative == Alternative.Less || successes == 0 ? 0 : lower,
            alternative == Alternative.Greater || failures == 0 ? 1 : upper,
            level);
    }
}
