// The JZS Bayes factor of a t test.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Bayes factors of t tests under the Jeffreys-Zellner-Siow prior (Rouder, Speckman, Sun, Morey and Iverson, 2009): the
/// standardised effect is Cauchy about 0, the variance has Jeffreys' prior. The alternative is two-sided.</summary>
public static class BayesFactor
{
    /// <summary>The scale of the Cauchy prior that is used by default, sqrt(2)/2: half of the prior lies within |d| of .71. Rouder et al. (2009) used 1.</summary>
    public const double MediumScale = 0.70710678118654752440;

    /// <summary>Of the t test of one sample against 0.</summary>
    /// <param name="values">At least two finite values that are not all equal.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static BayesFactorResult OneSample(ReadOnlySpan<double> values, double priorScale = MediumScale) => FromTTest(TTest.OneSample(values), priorScale);

    /// <summary>Of the paired t test.</summary>
    /// <param name="first">One value a pair.</param>
    /// <param name="second">The pairs' other values, in the same order.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static BayesFactorResult Paired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double priorScale = MediumScale) =>
        FromTTest(TTest.Paired(first, second), priorScale);

    /// <summary>Of Student's t test of two independent samples: the model has one variance.</summary>
    /// <param name="first">The first group's values.</param>
    /// <param name="second">The second group's values.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static BayesFactorResult Independent(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double priorScale = MediumScale) =>
        FromTTest(TTest.Independent(first, second, new TTestOptions { EqualVariances = true }), priorScale);

    /// <summary>Of a t test already made.</summary>
    /// <param name="test">A two-sided test that is not Welch's.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    /// <exception cref="ArgumentException">Welch's test: the prior is of a difference in units of one standard deviation.</exception>
    public static BayesFactorResult FromTTest(TTestResult test, double priorScale = MediumScale) => test.Kind switch
    {
        TTestKind.Welch => throw new ArgumentException("The JZS Bayes factor is of a model with one variance: test with EqualVariances, found Welch's test.", nameof(test)),
        TTestKind.Student => FromT(test.T, test.First.Length, test.Second.Length, priorScale),
        _ => FromT(test.T, test.First.Length, priorScale),
    };

    /// <summary>Of a published t of one sample or of pairs.</summary>
    /// <param name="t">The test statistic, finite.</param>
    /// <param name="n">Values or pairs, at least 2.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static BayesFactorResult FromT(double t, int n, double priorScale = MediumScale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 2);
        return Of(t, n, n - 1.0, priorScale);
    }

    /// <summary>Of a published t of two independent samples.</summary>
    /// <param name="t">Student's, finite.</param>
    /// <param name="first">Values in the first sample, at least 1.</param>
    /// <param name="second">Values in the second sample, at least 1; three in both together.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static BayesFactorResult FromT(double t, int first, int second, double priorScale = MediumScale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)first + second, 3);
        return Of(t, (double)first * second / (first + (double)second), first + (second - 2.0), priorScale);
    }

    private static BayesFactorResult Of(double t, double effectiveSize, double degrees, double scale)
    {
        if (!double.IsFinite(t) || !(scale > 0 && double.IsFinite(scale)))
        {
            throw new ArgumentException(Invariant($"A Bayes factor needs a finite t and a prior scale above 0; found {t} and {scale}."));
        }

        return new BayesFactorResult
        {
            LogBayesFactor = LogIntegral(t, effectiveSize * scale * scale, degrees),
            T = t,
            DegreesOfFreedom = degrees,
            PriorScale = scale,
        };
    }

    // The integral over g = exp(u), g inverse chi-squared of one degree of freedom: the trapezoidal rule from the mode outwards. The integrand
    // falls like exp(-u) to the right and like exp(-exp(-u) / 2) to the left.
    private static double LogIntegral(double t, double size, double degrees)
    {
        double square = t / Math.Sqrt(degrees);
        square *= square;
        double LogTerm(double u)
        {
            double inflation = 1 + (size * Math.Exp(u));
            double likelihood = Precise.Log1p(square) - Precise.Log1p(square / inflation);
            return (0.5 * (degrees + 1) * likelihood) - (0.5 * (Math.Log(inflation) + u + Math.Exp(-u))) - Precise.LogSqrtTwoPi;
        }

        (double mode, double peak) = Peak(LogTerm);
        double curvature = (2 * peak) - LogTerm(mode + 1e-3) - LogTerm(mode - 1e-3);
        double step = Math.Min(0.1, 0.5 / Math.Sqrt(Math.Max(1e-300, curvature / 1e-6)));
        double sum = 1;
        foreach (double direction in (ReadOnlySpan<double>)[step, -step])
        {
            double term = 1;
            for (int k = 1; term > 1e-18 * sum; k++)
            {
                term = Math.Exp(LogTerm(mode + (k * direction)) - peak);
                sum += term;
            }
        }

        return peak + Math.Log(step * sum);
    }

    // A grid is enough: any point near the mode serves.
    private static (double Mode, double Peak) Peak(Func<double, double> logTerm)
    {
        double mode = 0;
        double peak = logTerm(0);
        for (double u = -40; u < 100; u += 0.05)
        {
            double value = logTerm(u);
            if (value > peak)
            {
                (mode, peak) = (u, value);
            }
        }

        return (mode, peak);
    }
}
