// The beta distribution: the limits of exact binomial intervals, and what t, F and binomial tails are made of.
namespace SmileNotebooks;

/// <summary>The beta distribution on 0 to 1 with shapes a and b above 0. Relative accuracy about 1e-13 in both tails.</summary>
internal static class Beta
{
    /// <summary>P(X &lt;= x).</summary>
    public static double LowerTail(double x, double a, double b) =>
        double.IsNaN(x + a + b) ? double.NaN : IncompleteBeta.Lower(a, b, x, 1 - x);

    /// <summary>P(X &gt; x).</summary>
    public static double UpperTail(double x, double a, double b) =>
        double.IsNaN(x + a + b) ? double.NaN : IncompleteBeta.Lower(b, a, 1 - x, x);

    /// <summary>The x below which a share <paramref name="p"/> lies.</summary>
    public static double Quantile(double p, double a, double b)
    {
        Normal.CheckProbability(p);
        double odds = OddsQuantile(p, a, b);
        return double.IsPositiveInfinity(odds) ? 1 : odds / (1 + odds);
    }

    /// <summary>The x above which a share <paramref name="p"/> lies.</summary>
    public static double UpperQuantile(double p, double a, double b)
    {
        Normal.CheckProbability(p);
        double odds = OddsQuantile(p, b, a);
        return double.IsPositiveInfinity(odds) ? 0 : 1 / (1 + odds);
    }

    /// <summary>x / (1 - x) of the x below which a share p lies: keeps its digits at both ends of 0 to 1.</summary>
    public static double OddsQuantile(double p, double a, double b)
    {
        if (p is 0 or 1)
        {
            return p == 0 ? 0 : double.PositiveInfinity;
        }

        // Start: the normal approximation to log odds; at shapes below 1, where it fails, Newton's method still comes home.
        double z = Normal.Quantile(p);
        double start = Math.Exp(Math.Log(a / b) + Math.Clamp(z * Math.Sqrt((1 / a) + (1 / b)), -300, 300));
        bool isLower = p <= 0.5;
        return TailSearch.Solve(new OddsTail(a, b, isLower), isLower ? Math.Log(p) : Math.Log(1 - p), start);
    }

    private readonly struct OddsTail(double a, double b, bool isLower) : IPositiveTail
    {
        public (double LogTail, double Slope) At(double odds)
        {
            double x = odds / (1 + odds);
            double y = 1 / (1 + odds);
            double logTail = isLower ? IncompleteBeta.LogLower(a, b, x, y) : IncompleteBeta.LogLower(b, a, y, x);
            double slope = Math.Exp(IncompleteBeta.LogKernel(a, b, x, y) - logTail);
            return (logTail, isLower ? slope : -slope);
        }
    }
}
