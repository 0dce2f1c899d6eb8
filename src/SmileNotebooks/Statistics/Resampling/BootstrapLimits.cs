// The limits of bootstrap intervals from the statistics of the resamples.
namespace SmileNotebooks;

/// <summary>Percentile and BCa limits.</summary>
internal static class BootstrapLimits
{
    private const double Rounding = 1e-13;

    /// <summary>The percentiles that leave the same share out on both sides.</summary>
    public static ConfidenceInterval Percentile(double[] sorted, double level) =>
        new(Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2), level);

    /// <summary>Bias-corrected and accelerated limits (Efron, 1987, equations 2.3, 6.6 and 7.3; Davison and Hinkley, 1997, section 5.3.2).</summary>
    /// <param name="sorted">Statistics of the resamples, ascending.</param>
    /// <param name="estimate">Of the data.</param>
    /// <param name="acceleration">See <see cref="Acceleration"/>.</param>
    /// <param name="level">Coverage.</param>
    /// <exception cref="ArgumentException">All resamples lie on one side of the estimate: the correction for bias is infinite.</exception>
    public static ConfidenceInterval BCa(double[] sorted, double estimate, double acceleration, double level)
    {
        // Resamples that equal the estimate (but for rounding) count half, so that a statistic with few values is not taken for a biased one.
        double rounding = Rounding * Math.Max(Math.Abs(estimate), sorted[^1] - sorted[0]);
        double below = (CountBelow(sorted, estimate - rounding, orEqual: false) + CountBelow(sorted, estimate + rounding, orEqual: true)) / 2.0 / sorted.Length;
        if (below is 0 or 1)
        {
            throw new ArgumentException("The statistic of every resample lies on one side of the estimate: there are no BCa limits. The percentile method has some.");
        }

        double bias = Normal.Quantile(below);
        return new ConfidenceInterval(Limit((1 - level) / 2), Limit((1 + level) / 2), level);

        double Limit(double share)
        {
            double shifted = bias + Normal.Quantile(share);
            return Quantile(sorted, Normal.LowerTail(bias + (shifted / (1 - (acceleration * shifted)))));
        }
    }

    /// <summary>A sixth of the skewness of the empirical influence values, by the jackknife.</summary>
    /// <param name="leftOut">For each independent group the statistics without each of its units.</param>
    /// <returns>0 where they are all the same.</returns>
    public static double Acceleration(double[][] leftOut)
    {
        // Scaled by the largest influence, so that no power overflows or vanishes.
        double[] influences = [.. leftOut.SelectMany(Influences)];
        double largest = influences.Max(Math.Abs);
        double cubes = 0;
        double squares = 0;
        foreach (double influence in influences)
        {
            double scaled = influence / largest;
            cubes += scaled * scaled * scaled;
            squares += scaled * scaled;
        }

        return largest > 0 && double.IsFinite(largest) ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    private static IEnumerable<double> Influences(double[] statistics)
    {
        int count = statistics.Length;
        double mean = statistics.Average();
        return statistics.Select(statistic => (count - 1) * ((mean - statistic) / count));
    }

    // Linear between order statistics, the first being the quantile of 0 and the last that of 1 (definition 7 of Hyndman and Fan, 1996).
    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int lower = Math.Clamp((int)at, 0, sorted.Length - 2);
        double part = at - lower;
        return sorted[lower] == sorted[lower + 1] ? sorted[lower] : sorted[lower] + (part * (sorted[lower + 1] - sorted[lower]));
    }

    private static int CountBelow(double[] sorted, double value, bool orEqual)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
