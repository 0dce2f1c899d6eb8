// Student's t distribution, accurate in both tails.
namespace SmileNotebooks;

/// <summary>Student's t distribution. Relative accuracy about 1e-13 in both tails for degrees of freedom to 1e7 and beyond, also
/// fractional ones; infinite degrees of freedom give the normal distribution. NaN gives NaN.</summary>
public static class StudentT
{
    /// <summary>Density at <paramref name="t"/>.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Density(double t, double degrees)
    {
        Check(degrees);
        return double.IsPositiveInfinity(degrees) ? Normal.Density(t) : Math.Exp(LogDensity(t, degrees));
    }

    /// <summary>P(T &lt;= t).</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double LowerTail(double t, double degrees) => UpperTail(-t, degrees);

    /// <summary>P(T &gt; t).</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double UpperTail(double t, double degrees)
    {
        double outside = 0.5 * TwoSided(t, degrees);
        return t < 0 ? 1 - outside : outside;
    }

    /// <summary>P(|T| &gt; |t|): the p value of a two-sided test.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double TwoSided(double t, double degrees)
    {
        Check(degrees);
        if (double.IsPositiveInfinity(degrees) || double.IsNaN(t + degrees))
        {
            return Normal.TwoSided(t + (double.IsNaN(degrees) ? degrees : 0));
        }

        (double x, double y) = Shares(t, degrees);
        return IncompleteBeta.Lower(0.5 * degrees, 0.5, x, y);
    }

    /// <summary>The p value of a test: the tail or tails to which an alternative hypothesis points.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    /// <param name="alternative">Direction of the alternative hypothesis.</param>
    public static double PValue(double t, double degrees, Alternative alternative) => alternative switch
    {
        Alternative.Less => LowerTail(t, degrees),
        Alternative.Greater => UpperTail(t, degrees),
        _ => TwoSided(t, degrees),
    };

    /// <summary>The t below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 (gives -infinity) to 1 (gives infinity).</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Quantile(double p, double degrees)
    {
        Check(degrees);
        Normal.CheckProbability(p);
        return p <= 0.5 ? -FarQuantile(p, degrees) : FarQuantile(1 - p, degrees);
    }

    /// <summary>The t above which a share <paramref name="p"/> lies: exact for small shares, where 1 - p is not.</summary>
    /// <param name="p">0 (gives infinity) to 1 (gives -infinity).</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double UpperQuantile(double p, double degrees) => -Quantile(p, degrees);

    // degrees / (degrees + t^2) and what it lacks to 1, without overflow of the square.
    private static (double Within, double Beyond) Shares(double t, double degrees)
    {
        double ratio = t / Math.Sqrt(degrees);
        double square = Math.Abs(t) < 1e150 ? t * t / degrees : ratio * ratio;
        return double.IsPositiveInfinity(square) ? (Math.Pow(ratio, -2), 1) : (1 / (1 + square), square / (1 + square));
    }

    private static double LogDensity(double t, double degrees)
    {
        (double x, double _) = Shares(t, degrees);
        double half = 0.5 * degrees;

        // Gamma(half + 1/2) / (sqrt(pi degrees) Gamma(half)), written with Stirling corrections: no difference of large logarithms.
        double constant = Precise.StirlingCorrection(half + 0.5) - Precise.StirlingCorrection(half)
            - (half * Precise.LogExcess(0.5 / half)) - Precise.LogSqrtTwoPi;
        double logShare = Math.Abs(t) < 1e150 ? -Precise.Log1p(t * t / degrees) : Math.Log(x);
        return constant + ((half + 0.5) * logShare);
    }

    // The t >= 0 with upper tail p of at most 1/2.
    private static double FarQuantile(double p, double degrees)
    {
        if (p is 0 or 0.5 || double.IsPositiveInfinity(degrees))
        {
            return p == 0.5 ? 0 : p == 0 ? double.PositiveInfinity : Normal.UpperQuantile(p);
        }

        double start = QuantileStart(p, degrees);
        return p > 0.3
            ? CentralQuantile(p, degrees, start)
            : TailSearch.Solve(new UpperTTail(degrees), Math.Log(p), start);
    }

    // Near the centre the log of t is no measure: Newton's method on the share between 0 and t, which has all its digits there.
    private static double CentralQuantile(double p, double degrees, double start)
    {
        double target = 0.5 - p;
        double t = start;
        for (int step = 0; step < 100; step++)
        {
            (double x, double y) = Shares(t, degrees);
            double move = (target - (0.5 * IncompleteBeta.Lower(0.5, 0.5 * degrees, y, x))) / Density(t, degrees);
            t = Math.Max(0.1 * t, t + move);
            if (Math.Abs(move) <= 1e-15 * t)
            {
                break;
            }
        }

        return t;
    }

    // Three terms of the expansion about the normal quantile (Abramowitz and Stegun, 1964, 26.7.5); in the far tail of few degrees, where it
    // diverges, the leading term of the tail itself.
    private static double QuantileStart(double p, double degrees)
    {
        double z = Normal.UpperQuantile(p);
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((((5 * square) + 16) * square) + 3) / 96;
        double third = z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        double expansion = z + ((first + ((second + (third / degrees)) / degrees)) / degrees);
        if (square < degrees)
        {
            return expansion;
        }

        double logTail = Math.Log(p) + Precise.LogSqrtTwoPi + (0.5 * Math.Log(degrees));
        return Math.Exp(Math.Clamp(-logTail / degrees, -600, 600)) * Math.Sqrt(degrees);
    }

    private static void Check(double degrees)
    {
        if (degrees <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Student's t has degrees of freedom above 0.");
        }
    }

    private readonly struct UpperTTail(double degrees) : IPositiveTail
    {
        public (double LogTail, double Slope) At(double t)
        {
            (double x, double y) = Shares(t, degrees);
            double logTail = IncompleteBeta.LogLower(0.5 * degrees, 0.5, x, y) - 0.6931471805599453;
            return (logTail, -t * Math.Exp(LogDensity(t, degrees) - logTail));
        }
    }
}
