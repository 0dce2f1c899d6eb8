// From a rank statistic to its p, exactly or by the normal distribution.
namespace SmileNotebooks;

internal static class RankTestP
{
    /// <summary>Samples from this size on are large: the normal approximation is taken unless the caller asks otherwise.</summary>
    public const int Large = 50;

    /// <summary>p from the exact distribution of a statistic with a known mean.</summary>
    public static double Exact(RankSumDistribution distribution, double statistic, double mean, Alternative alternative) => alternative switch
    {
        Alternative.Less => distribution.Lower(statistic),
        Alternative.Greater => distribution.Upper(statistic),
        _ => distribution.TwoSided(statistic, mean),
    };

    /// <summary>The standardised statistic; 0 where all values are tied, so that nothing speaks against the null hypothesis.</summary>
    public static double Z(double deviation, double variance, RankTestOptions options)
    {
        double correction = !options.ContinuityCorrection ? 0 : options.Alternative switch
        {
            Alternative.Less => -0.5,
            Alternative.Greater => 0.5,
            _ => 0.5 * Math.Sign(deviation),
        };
        return variance > 0 ? (deviation - correction) / Math.Sqrt(variance) : 0;
    }

    /// <summary>p of a standard normal statistic; 1 where all values are tied, as then every arrangement of them is as extreme as this one.</summary>
    public static double Normal(double z, double variance, Alternative alternative) => alternative switch
    {
        _ when !(variance > 0) => 1,
        Alternative.Less => SmileNotebooks.Normal.LowerTail(z),
        Alternative.Greater => SmileNotebooks.Normal.UpperTail(z),
        _ => SmileNotebooks.Normal.TwoSided(z),
    };

    /// <summary>Limits of a shift from order statistics of all pairs, by inverting the test.</summary>
    /// <param name="count">How many pairs there are.</param>
    /// <param name="pairsOutside">How many pairs lie outside each limit, given the probability of error in that tail; negative: none can be left out.</param>
    /// <param name="smallest">The k-th smallest pair, k from 1.</param>
    /// <param name="options">Level and alternative.</param>
    public static ConfidenceInterval Interval(long count, Func<double, long> pairsOutside, Func<long, double> smallest, RankTestOptions options)
    {
        double error = 1 - options.Level;
        long outside = pairsOutside(options.Alternative == Alternative.TwoSided ? error / 2 : error);
        double lower = options.Alternative == Alternative.Less || outside <= 0 ? double.NegativeInfinity : smallest(outside);
        double upper = options.Alternative == Alternative.Greater || outside <= 0 ? double.PositiveInfinity : smallest(count + 1 - outside);
        return new ConfidenceInterval(lower, upper, options.Level);
    }

    /// <summary>The sentence's p with what it came from: <c>p = .020 (exact)</c>.</summary>
    public static string Text(double p, bool isExact, double z) =>
        isExact ? $"{Apa.P(p)} (exact)" : $"z = {Apa.Number(z)}, {Apa.P(p)}";
}
