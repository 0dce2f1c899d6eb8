// Pearson's r without overflow, underflow or cancellation.
using System.Numerics.Tensors;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A product-moment correlation.</summary>
/// <param name="R">-1 to 1.</param>
/// <param name="Unexplained">1 - r^2, accurate also where r is close to 1 or -1.</param>
internal readonly record struct ProductMoment(double R, double Unexplained)
{
    /// <exception cref="ArgumentException">A variable is constant.</exception>
    public static ProductMoment Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] u = Direction(x, "x");
        double[] v = Direction(y, "y");
        double r = TensorPrimitives.Dot<double>(u, v);
        // |u - v|^2 / 2 = 1 - r for unit vectors: no cancellation where r is near 1; with u + v where it is near -1.
        double sign = Math.Sign(r);
        double gap = 0;
        for (int i = 0; i < u.Length; i++)
        {
            double difference = u[i] - (sign * v[i]);
            gap += difference * difference;
        }

        gap /= 2;
        return Math.Abs(r) > 0.5
            ? new ProductMoment(sign * (1 - gap), gap * (2 - gap))
            : new ProductMoment(r, (1 - r) * (1 + r));
    }

    // Deviations from the mean as a vector of length 1. Scaling by a power of two is exact.
    private static double[] Direction(ReadOnlySpan<double> values, string name)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        if (TensorPrimitives.Max(values) == TensorPrimitives.Min(values))
        {
            throw new ArgumentException(Invariant($"All {values.Length} values of {name} are {values[0]}: the correlation with a constant is 0/0."), name);
        }

        double[] deviations = new double[values.Length];
        int exponent = -Math.ILogB(largest);
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] = Math.ScaleB(values[i], exponent);
        }

        // The second mean takes out the rounding error of the first.
        Centre(deviations);
        Rescale(deviations);
        Centre(deviations);
        TensorPrimitives.Divide(deviations, TensorPrimitives.Norm<double>(deviations), deviations);
        return deviations;
    }

    private static void Centre(double[] values) => TensorPrimitives.Subtract(values, TensorPrimitives.Sum<double>(values) / values.Length, values);

    // Deviations may be far smaller than the values were; their squares shall not vanish.
    private static void Rescale(double[] values)
    {
        int exponent = -Math.ILogB(Math.Abs(TensorPrimitives.MaxMagnitude<double>(values)));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.ScaleB(values[i], exponent);
        }
    }
}
