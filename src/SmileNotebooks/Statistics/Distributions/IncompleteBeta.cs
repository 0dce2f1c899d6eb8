// The regularised incomplete beta function, from which t, F, beta and binomial tails come; both tails at full relative accuracy.
namespace SmileNotebooks;

/// <summary>I_x(a, b). MathNet's is not used: its factor x^a (1-x)^b / B(a, b) comes from differences of log-gammas (six digits are lost
/// at 1e7 degrees of freedom) and its upper tail is 1 less the lower (all digits are lost below 1e-16).</summary>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-17;

    /// <summary>I_x(a, b) for a, b above 0.</summary>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="x">Where, 0 to 1.</param>
    /// <param name="y">1 - x: from the caller, who may know it to more digits.</param>
    public static double Lower(double a, double b, double x, double y) =>
        x <= 0 ? 0
        : y <= 0 ? 1
        : IsLowerTail(a, b, x, y) ? Math.Exp(LogTail(a, b, x, y))
        : -Precise.Expm1(LogTail(b, a, y, x));

    /// <summary>log I_x(a, b).</summary>
    public static double LogLower(double a, double b, double x, double y) =>
        x <= 0 ? double.NegativeInfinity
        : y <= 0 ? 0
        : IsLowerTail(a, b, x, y) ? LogTail(a, b, x, y)
        : Precise.LogComplement(LogTail(b, a, y, x));

    /// <summary>log of x^a y^b / B(a, b), by Loader's (2000) saddle-point form: relative accuracy of its exponential is kept for any shapes.</summary>
    public static double LogKernel(double a, double b, double x, double y)
    {
        double sum = a + b;

        // The distance from the mean, in the form whose terms are small: a - (a + b) x.
        double distance = x > y ? (sum * y) - b : a - (sum * x);
        double deviance = Deviance(a, -distance, sum * x) + Deviance(b, distance, sum * y);
        double correction = Precise.StirlingCorrection(sum) - Precise.StirlingCorrection(a) - Precise.StirlingCorrection(b);
        return correction - deviance + (0.5 * Math.Log(a * (b / sum))) - Precise.LogSqrtTwoPi;
    }

    private static bool IsLowerTail(double a, double b, double x, double y) => a * y >= b * x;

    // log I_x(a, b) for x below the mean a / (a + b).
    private static double LogTail(double a, double b, double x, double y)
    {
        double firstRatio = x * ((a + b) / (a + 1));
        double ratio = Math.Max(firstRatio, x);
        double factor = ratio < 0.6 ? PowerSeries(a, b, x) / a : 1 / ContinuedFraction(a, b, x, y);
        return LogKernel(a, b, x, y) + Math.Log(factor);
    }

    // n log(n / mean) + mean - n, where mean = n + excess.
    private static double Deviance(double n, double excess, double mean)
    {
        double relative = excess / n;
        return Math.Abs(relative) <= 0.3 ? n * Precise.LogExcess(relative) : excess - (n * Math.Log(mean / n));
    }

    // 1 + sum over n of (a+b)(a+b+1)...(a+b+n-1) / ((a+1)...(a+n)) x^n: DLMF 8.17.8. All terms are positive.
    private static double PowerSeries(double a, double b, double x)
    {
        double term = 1;
        double sum = 1;
        for (int n = 0; term > Tiny * sum; n++)
        {
            term *= x * ((a + b + n) / (a + 1 + n));
            sum += term;
        }

        return sum;
    }

    // Far more than shapes of 1e7 need; shapes of 1e-30, where terms cancel, end here.
    private const double MostTerms = 1e6;

    // The continued fraction whose reciprocal times x^a y^b / B(a, b) is I_x(a, b) (Didonato and Morris, 1992, eq. 9). It needs about
    // sqrt(max(a, b)) terms beside the mean and few away from it. Evaluated forwards, rescaled before anything overflows.
    private static double ContinuedFraction(double a, double b, double x, double y)
    {
        double distance = x > y ? ((a + b) * y) - b : a - ((a + b) * x);
        double numeratorBefore = 1;
        double numerator = a / (a + 1) * (distance + 1);
        double denominatorBefore = 0;
        double denominator = 1;
        double value = numerator;
        for (double n = 1; ; n++)
        {
            double odd = a + n + n - 1;
            double shared = n * (b - n) / odd * x;
            double alpha = (a + n - 1) * (a + b + n - 1) / odd * shared * x;
            double beta = n + shared + ((a + n) / (odd + 2) * (distance + 1 + (n * (1 + y))));
            double next = (beta * numerator) + (alpha * numeratorBefore);
            numeratorBefore = numerator;
            numerator = next;
            next = (beta * denominator) + (alpha * denominatorBefore);
            denominatorBefore = denominator;
            denominator = next;
            double scale = 1 / denominator;
            numeratorBefore *= scale;
            numerator *= scale;
            denominatorBefore *= scale;
            denominator = 1;
            if (!(Math.Abs(numerator - value) > 1e-15 * Math.Abs(numerator)) || n > MostTerms)
            {
                return numerator;
            }

            value = numerator;
        }
    }
}
