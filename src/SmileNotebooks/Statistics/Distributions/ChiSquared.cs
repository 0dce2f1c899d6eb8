// The chi-squared distribution, accurate in both tails.
namespace SmileNotebooks;

/// <summary>The chi-squared distribution. Relative accuracy about 1e-12 in both tails for degrees of freedom to 1e7, also fractional ones.
/// NaN gives NaN.</summary>
public static class ChiSquared
{
    /// <summary>P(X &lt;= x).</summary>
    /// <param name="x">At least 0; below it the probability is 0.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double LowerTail(double x, double degrees)
    {
        Check(degrees);
        return double.IsNaN(x + degrees) ? double.NaN : IncompleteGamma.Lower(0.5 * degrees, 0.5 * x);
    }

    /// <summary>P(X &gt; x): the p value of a test.</summary>
    /// <param name="x">At least 0; below it the probability is 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double UpperTail(double x, double degrees)
    {
        Check(degrees);
        return double.IsNaN(x + degrees) ? double.NaN : IncompleteGamma.Upper(0.5 * degrees, 0.5 * x);
    }

    /// <summary>The x below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Quantile(double p, double degrees)
    {
        Normal.CheckProbability(p);
        return Find(p, degrees, isLower: true);
    }

    /// <summary>The x above which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double UpperQuantile(double p, double degrees)
    {
        Normal.CheckProbability(p);
        return Find(p, degrees, isLower: false);
    }

    private static double Find(double p, double degrees, bool isLower)
    {
        Check(degrees);
        if (p is 0 or 1)
        {
            return p == 0 == isLower ? 0 : double.PositiveInfinity;
        }

        // Start: Wilson and Hilferty (1931), or the leading term at zero where their cube would be negative.
        double z = isLower ? Normal.Quantile(p) : Normal.UpperQuantile(p);
        double variance = 2 / (9 * degrees);
        double root = 1 - variance + (z * Math.Sqrt(variance));
        double logLower = isLower ? Math.Log(p) : Precise.Log1p(-p);
        double start = root > 0.1
            ? degrees * root * root * root
            : 2 * Math.Exp(Math.Max(-600, (logLower + Precise.LogGamma((0.5 * degrees) + 1)) / (0.5 * degrees)));
        bool searchLower = isLower == p <= 0.5;
        double logTarget = p <= 0.5 ? Math.Log(p) : Math.Log(1 - p);
        return 2 * TailSearch.Solve(new GammaTail(0.5 * degrees, searchLower), logTarget, 0.5 * start);
    }

    private static void Check(double degrees)
    {
        if (degrees <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Chi-squared has degrees of freedom above 0.");
        }
    }

    private readonly struct GammaTail(double shape, bool isLower) : IPositiveTail
    {
        public (double LogTail, double Slope) At(double x)
        {
            double logTail = isLower ? Math.Log(IncompleteGamma.Lower(shape, x)) : IncompleteGamma.LogUpper(shape, x);
            double slope = shape * Math.Exp(IncompleteGamma.LogKernel(shape, x) - logTail);
            return (logTail, isLower ? slope : -slope);
        }
    }
}
