// Noncentral t where t is large beside the root of its degrees of freedom: the average over the normal part of the chi tail.
namespace SmileNotebooks;

/// <summary>P(T &lt;= t) = P(S &gt;= (Z + delta) / t) for t above 0, as an integral over Z. The other integral, over S, needs steps of 1 / t; the
/// integrand of this one is as smooth as the normal density.</summary>
internal static class NoncentralTOverNormal
{
    // Beyond this distance the normal density is below the smallest double.
    private const double Reach = 38.5;

    /// <summary>Whether this integral is the smoother one.</summary>
    public static bool Suits(double t, double degrees) => t * t > 8 * degrees;

    /// <summary>P(T &gt; t) for t above 0.</summary>
    public static double UpperTail(double t, double degrees, double delta) => Integrate(t, degrees, delta, isUpper: true).Probability;

    /// <summary>P(T &lt;= t) for t above 0.</summary>
    public static double LowerTail(double t, double degrees, double delta) => LowerTailAndDerivatives(t, degrees, delta).Probability;

    /// <summary>P(T &lt;= t), less its derivative by delta, and the derivative of that.</summary>
    public static (double Probability, double Density, double Slope) LowerTailAndDerivatives(double t, double degrees, double delta)
    {
        (double probability, double density, double slope) = Integrate(t, degrees, delta, isUpper: false);
        double edge = Normal.Density(delta);
        return (probability + Normal.LowerTail(-delta), density + edge, slope - (delta * edge));
    }

    // Integrals over z from -delta up of phi(z), of -z phi(z) and of (1 - z^2) phi(z), each times the tail of S.
    private static (double Probability, double Density, double Slope) Integrate(double t, double degrees, double delta, bool isUpper)
    {
        Sums sums = new(t, degrees, delta, isUpper);
        if (delta > Reach)
        {
            // The edge at -delta is out of reach: the trapezoidal rule in z.
            const double Step = 0.4;
            for (double z = -Reach; z <= Reach; z += Step)
            {
                sums.Add(z, Step);
            }

            return sums.Totals;
        }

        // Beside the edge the integrand is a power of the distance to it: the trapezoidal rule in the log of the distance.
        double step = 0.4 / Math.Max(Math.Sqrt(2 * degrees), Math.Max(delta, 0) + 4);
        double largest = 0;
        for (double u = Math.Log(Math.Max(delta, 0) + Reach); u > -800; u -= step)
        {
            double distance = Math.Exp(u);
            double term = sums.Add(distance - delta, step * distance);
            largest = Math.Max(largest, term);
            if (term < 1e-19 * largest)
            {
                break;
            }
        }

        return sums.Totals;
    }

    private ref struct Sums(double t, double degrees, double delta, bool isUpper)
    {
        private double _probability;
        private double _density;
        private double _slope;

        public readonly (double Probability, double Density, double Slope) Totals => (_probability, _density, _slope);

        public double Add(double z, double width)
        {
            double ratio = (z + delta) / t;
            double square = 0.5 * degrees * ratio * ratio;
            double tail = isUpper ? IncompleteGamma.Lower(0.5 * degrees, square) : IncompleteGamma.Upper(0.5 * degrees, square);
            double mass = width * Normal.Density(z) * tail;
            _probability += mass;
            _density -= z * mass;
            _slope -= ((z * z) - 1) * mass;
            return mass;
        }
    }
}
