// Elementary functions near the points where the obvious formula loses digits. (.NET's double.LogP1 and ExpM1 are the obvious formula.)
using System.Runtime.CompilerServices;

namespace SmileNotebooks;

internal static class Precise
{
    /// <summary>ln sqrt(2 pi).</summary>
    public const double LogSqrtTwoPi = 0.918938533204672741780329736406;

    /// <summary>log(1 + x). The rounding of 1 + x is undone by the ratio (Kahan; Goldberg, 1991, theorem 4).</summary>
    public static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>exp(x) - 1, by the same device.</summary>
    public static double Expm1(double x)
    {
        double power = Math.Exp(x);
        double difference = power - 1;
        return power == 1 ? x
            : difference == -1 || double.IsPositiveInfinity(power) ? difference
            : difference * (x / Math.Log(power));
    }

    /// <summary>log(1 - exp(x)) for x of at most 0: the log of one tail from the log of the other.</summary>
    public static double LogComplement(double x) => x > -0.6931471805599453 ? Math.Log(-Expm1(x)) : Log1p(-Math.Exp(x));

    /// <summary>exp(-x^2 / 2), with the rounding of the square put right: without it, 13 digits are left where the value is 1e-300.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double GaussianKernel(double x)
    {
        double square = x * x;
        return square > 1500 ? 0 : Math.Exp(-0.5 * square) * (1 - (0.5 * Math.FusedMultiplyAdd(x, x, -square)));
    }

    /// <summary>x - log(1 + x) for x above -1, to full relative accuracy near 0.</summary>
    public static double LogExcess(double x)
    {
        if (Math.Abs(x) > 0.3)
        {
            return x - Log1p(x);
        }

        // With r = x / (2 + x): log(1 + x) = 2 (r + r^3/3 + r^5/5 + ...) and x - 2r = x r.
        double r = x / (2 + x);
        double square = r * r;
        double sum = 0;
        for (int odd = 21; odd >= 3; odd -= 2)
        {
            sum = (sum * square) + (1.0 / odd);
        }

        return r * (x - (2 * square * sum));
    }

    /// <summary>log Gamma(a) for a above 0.</summary>
    public static double LogGamma(double a) => ((a - 0.5) * Math.Log(a)) - a + LogSqrtTwoPi + StirlingCorrection(a);

    /// <summary>log Gamma(a) less Stirling's approximation (a - 1/2) log a - a + log sqrt(2 pi), for a above 0.</summary>
    public static double StirlingCorrection(double a)
    {
        if (a >= 16)
        {
            return StirlingSeries(a);
        }

        // Raised by the recurrence Gamma(a + 1) = a Gamma(a) to where five terms of the series are enough.
        double product = 1;
        double raised = a;
        while (raised < 16)
        {
            product *= raised;
            raised++;
        }

        return ((raised - 0.5) * Math.Log(raised)) - ((a - 0.5) * Math.Log(a)) - (raised - a) - Math.Log(product) + StirlingSeries(raised);
    }

    private static double StirlingSeries(double a)
    {
        double inverse = 1 / a;
        double square = inverse * inverse;
        double sum = (1.0 / 1680) - (square * (1.0 / 1188));
        sum = (1.0 / 1260) - (square * sum);
        sum = (1.0 / 360) - (square * sum);
        return inverse * ((1.0 / 12) - (square * sum));
    }
}
