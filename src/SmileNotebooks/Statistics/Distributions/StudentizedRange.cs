// The studentised range: Tukey's honestly significant difference.
namespace SmileNotebooks;

/// <summary>The studentised range: of the range of independent standard normals over an independent S, S^2 chi-squared over its degrees of freedom
/// (Tukey). Relative accuracy about 1e-11 in the upper tail.</summary>
public static class StudentizedRange
{
    private const double InnerStep = 0.2;

    /// <summary>P(Q &gt; q): the p value of Tukey's test of a pair, q the absolute difference over its standard error times sqrt(2).</summary>
    /// <param name="q">Any number; the probability is 1 at 0 and below.</param>
    /// <param name="groups">How many means are compared, at least 2.</param>
    /// <param name="degrees">Degrees of freedom of the error, above 0; infinity for a known variance.</param>
    public static double UpperTail(double q, int groups, double degrees)
    {
        Check(groups, degrees);
        return double.IsNaN(q + degrees) ? double.NaN
            : q <= 0 ? 1
            : double.IsPositiveInfinity(q) ? 0
            : double.IsPositiveInfinity(degrees) ? Math.Min(1, RangeUpperTail(q, groups))
            : Math.Min(1, Average(q, groups, degrees));
    }

    /// <summary>P(Q &lt;= q), to the absolute accuracy of the upper tail.</summary>
    /// <param name="q">Any number.</param>
    /// <param name="groups">How many means are compared, at least 2.</param>
    /// <param name="degrees">Degrees of freedom of the error, above 0.</param>
    public static double LowerTail(double q, int groups, double degrees) => 1 - UpperTail(q, groups, degrees);

    /// <summary>The q above which a share <paramref name="p"/> lies: the critical value of a family of level p.</summary>
    /// <param name="p">0 (gives infinity) to 1 (gives 0).</param>
    /// <param name="groups">How many means are compared, at least 2.</param>
    /// <param name="degrees">Degrees of freedom of the error, above 0.</param>
    public static double UpperQuantile(double p, int groups, double degrees)
    {
        Check(groups, degrees);
        Normal.CheckProbability(p);
        if (p is 0 or 1)
        {
            return p == 0 ? double.PositiveInfinity : 0;
        }

        // Start: Bonferroni's bound.
        double pairs = 0.5 * groups * (groups - 1.0);
        double start = Math.Sqrt(2) * StudentT.UpperQuantile(Math.Min(0.4, 0.5 * p / pairs), degrees);
        return TailSearch.Solve(new RangeTail(groups, degrees), Math.Log(p), start);
    }

    // E P(range > q S) over w = log S, outwards from 0 to both sides.
    private static double Average(double q, int groups, double degrees)
    {
        double step = ScaledChiRule.Step(degrees);
        double constant = ScaledChiRule.LogConstant(degrees);
        double farthest = -40 - (720 / degrees);
        double Term(double w)
        {
            double density = Math.Exp(ScaledChiRule.LogDensity(w, degrees) - constant);
            return density == 0 ? 0 : density * RangeUpperTail(q * Math.Exp(w), groups);
        }

        double sum = Term(0);
        double term = sum;
        for (int k = 1; term > 1e-17 * sum; k++)
        {
            sum += term = Term(k * step);
        }

        // To the left terms may grow before they fall, from nothing where q is large.
        double before = 0;
        for (int k = 1; k * -step > farthest; k++)
        {
            sum += term = Term(k * -step);
            if (term < before && term <= 1e-17 * sum)
            {
                break;
            }

            before = term;
        }

        return step * sum;
    }

    // P(range > x) of n standard normals: n times the integral, over the largest z, of phi(z) (Phi(z)^(n-1) - (Phi(z) - Phi(z-x))^(n-1)),
    // by the trapezoidal rule about x / 2, where it peaks when x is large.
    private static double RangeUpperTail(double x, int n)
    {
        double middle = 0.5 * x;
        double sum = RangeTerm(middle, x, n);
        foreach (double direction in (ReadOnlySpan<double>)[InnerStep, -InnerStep])
        {
            double before = 0;
            for (int k = 1; k < 400; k++)
            {
                double term = RangeTerm(middle + (k * direction), x, n);
                sum += term;
                if (term < before && term < 1e-18 * sum)
                {
                    break;
                }

                before = term;
            }
        }

        return n * InnerStep * sum;
    }

    private static double RangeTerm(double z, double x, int n)
    {
        double below = Normal.LowerTail(z);
        double share = below == 0 ? 0 : Math.Min(1, Normal.LowerTail(z - x) / below);
        double others = n == 2 ? share : -Precise.Expm1((n - 1) * Precise.Log1p(-share));
        return Normal.Density(z) * Math.Pow(below, n - 1) * others;
    }

    private static void Check(int groups, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        if (degrees <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "The studentised range has degrees of freedom above 0.");
        }
    }

    private readonly struct RangeTail(int groups, double degrees) : IPositiveTail
    {
        // A difference quotient is slope enough for Newton's method.
        private const double Difference = 1e-4;

        public (double LogTail, double Slope) At(double q)
        {
            double here = Math.Log(UpperTail(q, groups, degrees));
            double beside = Math.Log(UpperTail(q * Math.Exp(Difference), groups, degrees));
            return (here, (beside - here) / Difference);
        }
    }
}
