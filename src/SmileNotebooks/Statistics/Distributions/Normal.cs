// The standard normal distribution, accurate in both tails.
using System.Runtime.CompilerServices;

namespace SmileNotebooks;

/// <summary>The standard normal distribution. Relative accuracy about 1e-15 in both tails, down to the smallest double;
/// logarithms beyond. NaN gives NaN.</summary>
public static class Normal
{
    private const double InverseSqrtTwoPi = 0.398942280401432677939946059934;
    private const double SqrtTwoPi = 2.50662827463100050241576528481;

    // Where the argument of the polynomial is 0.
    private const double Centre = 5;

    // (1 + z) UpperTail(z) / Density(z) as a polynomial in (z - 5) / (z + 5), which maps [0, infinity) onto [-1, 1): the Chebyshev
    // interpolant of 80 nodes, cut after degree 24, at 50 digits (the form is that of Shepherd and Laframboise, 1981). Worst relative error 1.5e-16.
    private static readonly double[] MillsCoefficients =
    [
        1.1568486282918946, -0.22948753825211315, 0.07778159886873554, 0.0250721793016388, -0.0661776007789934,
        0.0615050458401865, -0.038026592187762366, 0.01634823128102938, -0.004201290310663574, 1.9530638370790786e-05,
        0.00045704381820007954, -0.0001343742785571135, -2.48054584472145e-05, 2.270961270923768e-05, -1.7723438185601556e-07,
        -3.277287633208865e-06, 3.2197131609042185e-07, 4.91996233147834e-07, -6.738323465177047e-08, -7.758520236786343e-08,
        1.0082895646260188e-08, 1.1032071151574336e-08, -1.0846925288860795e-09, -9.564832934712551e-10, 6.288377855498677e-11,
    ];

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => InverseSqrtTwoPi * Precise.GaussianKernel(z);

    /// <summary>P(Z &lt;= z).</summary>
    public static double LowerTail(double z) => UpperTail(-z);

    /// <summary>P(Z &gt; z).</summary>
    public static double UpperTail(double z) =>
        z >= 0 ? FarTail(z) : double.IsNaN(z) ? z : 1 - FarTail(-z);

    /// <summary>P(|Z| &gt; |z|).</summary>
    public static double TwoSided(double z) => Math.Min(1, 2 * UpperTail(Math.Abs(z)));

    /// <summary>log P(Z &lt;= z).</summary>
    public static double LogLowerTail(double z) => LogUpperTail(-z);

    /// <summary>log P(Z &gt; z), finite where the probability itself is below the smallest double.</summary>
    public static double LogUpperTail(double z) =>
        z < 0 ? Precise.Log1p(-FarTail(-z))
        : double.IsPositiveInfinity(z) ? double.NegativeInfinity
        : (-0.5 * z * z) - Precise.LogSqrtTwoPi + Math.Log(MillsRatio(z));

    /// <summary>The z below which a share <paramref name="p"/> lies.</summary>
    /// <param name="p">0 (gives -infinity) to 1 (gives infinity).</param>
    public static double Quantile(double p)
    {
        CheckProbability(p);
        return p <= 0.5 ? -FarQuantile(p) : FarQuantile(1 - p);
    }

    /// <summary>The z above which a share <paramref name="p"/> lies: exact for small shares, where 1 - p is not.</summary>
    /// <param name="p">0 (gives infinity) to 1 (gives -infinity).</param>
    public static double UpperQuantile(double p) => -Quantile(p);

    /// <summary>UpperTail(z) / Density(z) for z of at least 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double MillsRatio(double z)
    {
        double x = (z - Centre) / (z + Centre);
        ReadOnlySpan<double> c = MillsCoefficients;
        double square = x * x;

        // Even and odd powers apart: two short chains instead of a long one.
        double even = c[24];
        double odd = c[23];
        for (int k = 22; k >= 2; k -= 2)
        {
            even = Math.FusedMultiplyAdd(even, square, c[k]);
            odd = Math.FusedMultiplyAdd(odd, square, c[k - 1]);
        }

        even = Math.FusedMultiplyAdd(even, square, c[0]);
        return Math.FusedMultiplyAdd(odd, x, even) / (1 + z);
    }

    internal static void CheckProbability(double p, [CallerArgumentExpression(nameof(p))] string name = "p")
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(name, p, "A probability lies between 0 and 1.");
        }
    }

    private static double FarTail(double z) =>
        double.IsPositiveInfinity(z) ? 0 : InverseSqrtTwoPi * Precise.GaussianKernel(z) * MillsRatio(z);

    // The z >= 0 with upper tail p of at most 1/2: a start that is right to 5e-4 (Abramowitz and Stegun, 1964, 26.2.23), then Halley's
    // steps on the tail, each of which triples the digits. Written with Mills' ratio: no probability underflows on the way.
    private static double FarQuantile(double p)
    {
        if (p is 0 or 0.5)
        {
            return p == 0 ? double.PositiveInfinity : 0;
        }

        double logP = Math.Log(p);
        double u = Math.Sqrt(-2 * logP);
        double z = u - ((2.515517 + (u * (0.802853 + (u * 0.010328)))) / (1 + (u * (1.432788 + (u * (0.189269 + (u * 0.001308)))))));
        for (int step = 0; step < 2; step++)
        {
            // tail(z) / density(z) - p / density(z)
            double error = MillsRatio(Math.Abs(z)) - (SqrtTwoPi * Math.Exp(logP + (0.5 * z * z)));
            error = z >= 0 ? error : SqrtTwoPi * ((1 - p) * Math.Exp(0.5 * z * z)) - MillsRatio(-z);
            z += error / (1 - (0.5 * z * error));
        }

        return z;
    }
}
