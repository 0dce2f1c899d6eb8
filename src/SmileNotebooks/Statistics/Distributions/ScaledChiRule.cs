// Averages over the sampling distribution of a standard deviation: the outer integral of noncentral t and of the studentised range.
namespace SmileNotebooks;

/// <summary>Nodes and weights of E g(S), S^2 = chi-squared(v) / v: the trapezoidal rule in w = log S. The integrand is entire and decays at
/// both ends, so the rule converges geometrically (Trefethen and Weideman, 2014): full precision from about 30 nodes at 30 degrees of
/// freedom and more. Weights sum to 1, so no gamma function is needed.</summary>
internal sealed class ScaledChiRule
{
    // The last rule made, for the many results in a row that share their degrees of freedom. Immutable: a race costs a rule, no more.
    private static ScaledChiRule? s_last;

    private ScaledChiRule(double degrees, int refinement)
    {
        Degrees = degrees;
        Refinement = refinement;
        double step = Step(degrees) / refinement;
        int right = CountUntilNegligible(degrees, step);
        int left = CountUntilNegligible(degrees, -step);
        Nodes = new double[left + 1 + right];
        Weights = new double[Nodes.Length];
        double sum = 0;
        for (int i = 0; i < Nodes.Length; i++)
        {
            double w = (i - left) * step;
            Nodes[i] = Math.Exp(w);
            sum += Weights[i] = Math.Exp(LogDensity(w, degrees));
        }

        for (int i = 0; i < Weights.Length; i++)
        {
            Weights[i] /= sum;
        }
    }

    public double Degrees { get; }

    /// <summary>By how much the step is smaller than <see cref="Step"/>.</summary>
    public int Refinement { get; }

    public double[] Nodes { get; }

    public double[] Weights { get; }

    public static ScaledChiRule For(double degrees, int refinement = 1)
    {
        ScaledChiRule? last = Volatile.Read(ref s_last);
        if (last is null || last.Degrees != degrees || last.Refinement != refinement)
        {
            last = new ScaledChiRule(degrees, refinement);
            Volatile.Write(ref s_last, last);
        }

        return last;
    }

    /// <summary>The rule's step in w. On the line Im w = a the density is larger by cos(2a)^(-v/2), the error of the rule smaller by
    /// exp(-2 pi a / step): with this step their product is below 1e-12 at the best a, for all degrees of freedom.</summary>
    public static double Step(double degrees) => Math.Min(0.6 / Math.Sqrt(2 * degrees), 0.12);

    /// <summary>log of the density of w = log S, less its constant: v (w - (exp(2w) - 1) / 2), to full accuracy near 0.</summary>
    public static double LogDensity(double w, double degrees)
    {
        double x = 2 * w;
        if (Math.Abs(x) > 0.2)
        {
            return 0.5 * degrees * (x + 1 - Math.Exp(x));
        }

        // exp(x) - 1 - x as x^2 / 2 (1 + x/3 (1 + x/4 (1 + ...))).
        double sum = 1;
        for (int k = 12; k >= 3; k--)
        {
            sum = 1 + (x / k * sum);
        }

        return -0.25 * degrees * x * x * sum;
    }

    /// <summary>log of the integral of exp(<see cref="LogDensity"/>) over w.</summary>
    public static double LogConstant(double degrees) =>
        (0.5 * Math.Log(Math.PI / degrees)) + Precise.StirlingCorrection(0.5 * degrees);

    private static int CountUntilNegligible(double degrees, double step)
    {
        int count = 1;
        while (LogDensity(count * step, degrees) > -42)
        {
            count++;
        }

        return count;
    }
}
