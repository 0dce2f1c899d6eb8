// The noncentral t distribution: the sampling distribution of a standardised mean difference, and its exact confidence limits.
namespace SmileNotebooks;

/// <summary>The noncentral t distribution: of (Z + delta) / S, with Z standard normal and S^2 chi-squared over its degrees of freedom.
/// Relative accuracy about 1e-12 in both tails. NaN gives NaN.</summary>
public static class NoncentralT
{
    private const double VeryLarge = 1e8;

    /// <summary>P(T &lt;= t).</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0; infinity gives the normal distribution about <paramref name="noncentrality"/>.</param>
    /// <param name="noncentrality">delta, any finite number.</param>
    public static double LowerTail(double t, double degrees, double noncentrality) => UpperTail(-t, degrees, -noncentrality);

    /// <summary>P(T &gt; t).</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0; infinity gives the normal distribution about <paramref name="noncentrality"/>.</param>
    /// <param name="noncentrality">delta, any finite number.</param>
    public static double UpperTail(double t, double degrees, double noncentrality)
    {
        if (degrees <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Noncentral t has degrees of freedom above 0.");
        }

        return !double.IsFinite(t + noncentrality) || double.IsNaN(degrees) ? AtInfinity(t, degrees, noncentrality)
            : noncentrality == 0 ? StudentT.UpperTail(t, degrees)
            : double.IsPositiveInfinity(degrees) || t == 0 ? Normal.UpperTail(t - noncentrality)
            : TailIntegral(t, degrees, noncentrality);
    }

    /// <summary>The noncentralities that put an observed t at the upper and at the lower limit of its central interval: the exact confidence
    /// interval of delta (Steiger and Fouladi, 1997).</summary>
    /// <param name="t">The observed t, any finite number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <param name="level">Coverage, between 0 and 1.</param>
    public static ConfidenceInterval NoncentralityInterval(double t, double degrees, double level = 0.95)
    {
        if (!double.IsFinite(t))
        {
            return new ConfidenceInterval(t, t, level);
        }

        double tail = 0.5 * (1 - level);
        return new ConfidenceInterval(-LimitAbove(-t, degrees, tail), LimitAbove(t, degrees, tail), level);
    }

    // The delta with P(T <= t) = tail. The normal approximation to Z - t S, then Halley's steps on the integral, whose three
    // derivatives come from one exponential a node; within a bracket, for few degrees of freedom lead the approximation astray.
    private static double LimitAbove(double t, double degrees, double tail)
    {
        double z = Normal.UpperQuantile(tail);
        if (double.IsPositiveInfinity(degrees))
        {
            return t + z;
        }

        // Beside a t and a delta so large Z is nothing: what is left is the quantile of S alone.
        double alone = t * Math.Sqrt((t > 0 ? ChiSquared.UpperQuantile(tail, degrees) : ChiSquared.Quantile(tail, degrees)) / degrees);
        if (Math.Abs(t) > VeryLarge && Math.Abs(alone) > VeryLarge)
        {
            return alone;
        }

        bool isPositive = StudentT.LowerTail(t, degrees) > tail;
        double lower = isPositive ? 0 : double.NegativeInfinity;
        double upper = isPositive ? double.PositiveInfinity : 0;
        double spread = Math.Sqrt(1 + (t / degrees * t * 0.5));
        double mean = Math.Exp(Precise.StirlingCorrection(0.5 * (degrees + 1)) - Precise.StirlingCorrection(0.5 * degrees)
            - (0.5 * degrees * Precise.LogExcess(1 / degrees)));
        double delta = (t * mean) + (z * Math.Sqrt(1 + (t * t * Math.Max(0, 1 - (mean * mean)))));
        delta = delta > lower && delta < upper ? delta : (isPositive ? 0.1 : -0.1) * spread;
        for (int step = 0; step < 200; step++)
        {
            (double probability, double density, double slope) = LowerTailAndDerivatives(t, degrees, delta);
            (lower, upper) = probability > tail ? (delta, upper) : (lower, delta);
            double newton = (probability - tail) / density;
            double halley = newton / Math.Clamp(1 + (0.5 * newton * slope / density), 0.5, 2);

            // The error after a step is of the order of its cube.
            if (Math.Abs(newton) < 1e-5 * Math.Min(spread, 1 + Math.Abs(delta)))
            {
                return delta + halley;
            }

            double next = delta + halley;
            delta = next > lower && next < upper ? next
                : double.IsFinite(lower + upper) ? 0.5 * (lower + upper)
                : probability > tail ? delta + spread
                : delta - spread;
        }

        return delta;
    }

    // P(T <= t), less its derivative by delta, and the derivative of that: E Phi(x), E phi(x) and E x phi(x), where x = t S - delta.
    private static (double Probability, double Density, double Slope) LowerTailAndDerivatives(double t, double degrees, double delta)
    {
        if (NoncentralTOverNormal.Suits(t, degrees))
        {
            return t > 0
                ? NoncentralTOverNormal.LowerTailAndDerivatives(t, degrees, delta)
                : Reflected(NoncentralTOverNormal.LowerTailAndDerivatives(-t, degrees, -delta));
        }

        // Phi(t S - delta) must be resolved as well as the density of S.
        double sharpness = t * t / degrees;
        ScaledChiRule rule = ScaledChiRule.For(degrees, sharpness <= 0.5 ? 1 : sharpness <= 3 ? 2 : 4);
        double[] nodes = rule.Nodes;
        double[] weights = rule.Weights;
        double probability = 0;
        double density = 0;
        double slope = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double x = (t * nodes[i]) - delta;
            double mass = weights[i] * Normal.Density(x);
            double beyond = mass == 0 ? 0 : mass * Normal.MillsRatio(Math.Abs(x));
            probability += x > 0 ? weights[i] - beyond : beyond;
            density += mass;
            slope += x * mass;
        }

        return (probability, density, slope);
    }

    private static (double Probability, double Density, double Slope) Reflected((double Probability, double Density, double Slope) lower) =>
        (1 - lower.Probability, lower.Density, -lower.Slope);

    private static double AtInfinity(double t, double degrees, double noncentrality) =>
        double.IsNaN(t + degrees + noncentrality) ? double.NaN
        : double.IsFinite(t) ? (noncentrality > 0 ? 1 : 0)
        : t > 0 ? 0 : 1;

    // P(T > t) = E P(Z > t S - delta), over w = log S outwards from the mode of the integrand: all terms are positive, and none is lost to
    // underflow however small the tail.
    private static double TailIntegral(double t, double degrees, double noncentrality)
    {
        if (NoncentralTOverNormal.Suits(t, degrees))
        {
            return t > 0
                ? NoncentralTOverNormal.UpperTail(t, degrees, noncentrality)
                : NoncentralTOverNormal.LowerTail(-t, degrees, -noncentrality);
        }

        double LogIntegrand(double w) =>
            ScaledChiRule.LogDensity(w, degrees) + Normal.LogUpperTail((t * Math.Exp(w)) - noncentrality);

        double mode = Mode(t, degrees, noncentrality);
        double peak = LogIntegrand(mode);
        double second = LogIntegrand(mode + 1e-4) + LogIntegrand(mode - 1e-4) - (2 * peak);
        double curvature = Math.Max((2 * degrees) + (t * t * Math.Exp(2 * mode)), -second / 1e-8);
        double step = Math.Min(0.5 / Math.Sqrt(curvature), 0.1);
        double sum = 1;
        foreach (double direction in (ReadOnlySpan<double>)[step, -step])
        {
            double term = 1;
            for (int k = 1; term > 1e-18 * sum; k++)
            {
                term = Math.Exp(LogIntegrand(mode + (k * direction)) - peak);
                sum += term;
            }
        }

        return Math.Min(1, step * sum * Math.Exp(peak - ScaledChiRule.LogConstant(degrees)));
    }

    // Where v (1 - s^2) - t s h(t s - delta) changes its sign, h the normal hazard and s = exp(w): it does so once.
    private static double Mode(double t, double degrees, double noncentrality)
    {
        double lower = -60;
        double upper = 60;
        while (upper - lower > 1e-3 / Math.Sqrt(degrees))
        {
            double w = 0.5 * (lower + upper);
            double s = Math.Exp(w);
            double x = (t * s) - noncentrality;
            double hazard = x > 0 ? 1 / Normal.MillsRatio(x) : Normal.Density(x) / Normal.UpperTail(x);
            double slope = (degrees * (1 - (s * s))) - (t * s * hazard);
            (lower, upper) = slope > 0 ? (w, upper) : (lower, w);
        }

        return 0.5 * (lower + upper);
    }
}
