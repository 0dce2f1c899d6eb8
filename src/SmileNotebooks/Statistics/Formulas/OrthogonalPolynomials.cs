// Orthogonal polynomials over given points by the three-term recurrence (Forsythe, 1957, J. SIAM 5, 74-88).
namespace SmileNotebooks;

internal static class OrthogonalPolynomials
{
    /// <summary>Polynomials of degree 1 to points - 1, orthogonal to each other and to the constant, each of length 1: [points, points - 1].</summary>
    public static double[,] Normalised(ReadOnlySpan<double> points)
    {
        int count = points.Length;
        double[,] polynomials = new double[count, count - 1];
        double[] current = new double[count];
        Array.Fill(current, 1 / Math.Sqrt(count));
        for (int degree = 1; degree < count; degree++)
        {
            double[] next = new double[count];
            for (int i = 0; i < count; i++)
            {
                next[i] = points[i] * current[i];
            }

            // Twice: the second pass removes what rounding left of the lower degrees.
            for (int pass = 0; pass < 2; pass++)
            {
                RemoveProjections(next, polynomials, degree - 1);
            }

            Scale(next);
            for (int i = 0; i < count; i++)
            {
                polynomials[i, degree - 1] = next[i];
            }

            current = next;
        }

        return polynomials;
    }

    private static void RemoveProjections(double[] values, double[,] polynomials, int degrees)
    {
        double mean = values.Average();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
        }

        for (int degree = 0; degree < degrees; degree++)
        {
            double product = 0;
            for (int i = 0; i < values.Length; i++)
            {
                product += values[i] * polynomials[i, degree];
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] -= product * polynomials[i, degree];
            }
        }
    }

    private static void Scale(double[] values)
    {
        double length = Math.Sqrt(values.Sum(value => value * value));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= length;
        }
    }
}
