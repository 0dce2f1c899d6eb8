// The regularised incomplete gamma functions, from which chi-squared tails come; both tails at full relative accuracy.
namespace SmileNotebooks;

internal static class IncompleteGamma
{
    /// <summary>P(a, x) for a above 0 and x of at least 0.</summary>
    public static double Lower(double a, double x) =>
        x <= 0 ? 0
        : double.IsPositiveInfinity(x) ? 1
        : x < a + 1 ? Math.Exp(LogKernel(a, x) + Math.Log(PowerSeries(a, x)))
        : -Precise.Expm1(LogKernel(a, x) + Math.Log(a / ContinuedFraction(a, x)));

    /// <summary>Q(a, x) = 1 - P(a, x).</summary>
    public static double Upper(double a, double x) => Math.Exp(LogUpper(a, x));

    /// <summary>log Q(a, x).</summary>
    public static double LogUpper(double a, double x) =>
        x <= 0 ? 0
        : double.IsPositiveInfinity(x) ? double.NegativeInfinity
        : x < a + 1 ? Precise.LogComplement(LogKernel(a, x) + Math.Log(PowerSeries(a, x)))
        : LogKernel(a, x) + Math.Log(a / ContinuedFraction(a, x));

    /// <summary>log of x^a exp(-x) / Gamma(a + 1), by Loader's (2000) saddle-point form.</summary>
    public static double LogKernel(double a, double x)
    {
        double relative = (x - a) / a;
        double deviance = Math.Abs(relative) <= 0.3 ? a * Precise.LogExcess(relative) : x - a - (a * Math.Log(x / a));
        return -deviance - (0.5 * Math.Log(a)) - Precise.LogSqrtTwoPi - Precise.StirlingCorrection(a);
    }

    // 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...: DLMF 8.11.4. All terms are positive.
    private static double PowerSeries(double a, double x)
    {
        double term = 1;
        double sum = 1;
        for (double n = 1; term > 1e-17 * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    // Gamma(a, x) = x^a exp(-x) / fraction: the even part of Legendre's continued fraction, DLMF 8.9.2.
    private static double ContinuedFraction(double a, double x)
    {
        double numeratorBefore = 1;
        double numerator = x + 1 - a;
        double denominatorBefore = 0;
        double value = numerator;
        for (double n = 1; ; n++)
        {
            double alpha = -n * (n - a);
            double beta = x + (2 * n) + 1 - a;
            double scale = 1 / (beta + (alpha * denominatorBefore));
            double next = ((beta * numerator) + (alpha * numeratorBefore)) * scale;
            numeratorBefore = numerator * scale;
            denominatorBefore = scale;
            numerator = next;
            if (Math.Abs(numerator - value) <= 1e-15 * Math.Abs(numerator))
            {
                return numerator;
            }

            value = numerator;
        }
    }
}
