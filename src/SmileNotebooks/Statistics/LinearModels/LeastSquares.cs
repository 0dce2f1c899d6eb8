// Ordinary least squares by the modified Gram-Schmidt process on [X y] (Björck, 1967, BIT 7, 1-21: as stable as Householder's for the coefficients).
// In double-double where that costs less than a millisecond or so, and where the columns are so nearly collinear that doubles would cost digits.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class LeastSquares
{
    // A condition beyond this costs more than four of the sixteen digits.
    private const double LargestPlainCondition = 1e4;

    // Rows times columns squared, to which the work is proportional.
    private const long LargestPreciseWork = 20_000;

    /// <param name="columns">[columns x rows], a column's rows side by side.</param>
    /// <param name="response">One a row.</param>
    /// <param name="names">The columns' names, for errors.</param>
    /// <param name="lowParts">What the doubles leave off (x^10 has more than 53 bits), asked for where it matters; null: nothing.</param>
    /// <exception cref="ArgumentException">A column is, to rounding, a combination of those before it: it is named.</exception>
    public static LeastSquaresSolution Solve(double[] columns, double[] response, IReadOnlyList<string> names, Func<(double[] Columns, double[] Response)>? lowParts = null)
    {
        LeastSquaresProblem problem = new(columns, response, lowParts);
        bool isSmall = (long)problem.Rows * problem.Count * problem.Count <= LargestPreciseWork;
        return (isSmall ? null : SolvePlainly(problem)) ?? PreciseLeastSquares.Solve(problem, names);
    }

    // Null where the condition asks for more digits.
    private static LeastSquaresSolution? SolvePlainly(LeastSquaresProblem problem)
    {
        int count = problem.Count;
        double[][] q = [.. problem.Columns.Select(column => column.AsSpan().ToArray())];
        double[] residuals = [.. problem.Response];
        double[,] r = new double[count, count];
        double[] projections = new double[count];
        for (int j = 0; j < count; j++)
        {
            double before = TensorPrimitives.Norm<double>(q[j]);
            for (int i = 0; i < j; i++)
            {
                r[i, j] = TakeOut(q[i], q[j]);
            }

            r[j, j] = TensorPrimitives.Norm<double>(q[j]);
            if (!(r[j, j] * LargestPlainCondition > before))
            {
                return null;
            }

            TensorPrimitives.Divide(q[j], r[j, j], q[j]);
            projections[j] = TakeOut(q[j], residuals);
        }

        double[,] inverse = InverseOfTriangle(r);
        return Condition(r, inverse) > LargestPlainCondition ? null : Solution(problem, inverse, projections, residuals);
    }

    private static double TakeOut(double[] unit, double[] values)
    {
        double product = TensorPrimitives.Dot<double>(unit, values);
        TensorPrimitives.MultiplyAdd(unit, -product, values, values);
        return product;
    }

    private static LeastSquaresSolution Solution(LeastSquaresProblem problem, double[,] inverse, double[] projections, double[] residuals)
    {
        int count = problem.Count;
        double[] coefficients = new double[count];
        double[,] cross = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            double sum = 0;
            for (int k = i; k < count; k++)
            {
                sum += inverse[i, k] * projections[k];
            }

            coefficients[i] = problem.Unscaled(sum, i);
            for (int j = 0; j <= i; j++)
            {
                double product = 0;
                for (int k = i; k < count; k++)
                {
                    product += inverse[i, k] * inverse[j, k];
                }

                cross[i, j] = cross[j, i] = product;
            }
        }

        double length = TensorPrimitives.Norm<double>(residuals) / problem.ResponseScale;
        TensorPrimitives.Divide(residuals, problem.ResponseScale, residuals);
        return new LeastSquaresSolution(coefficients, cross, problem.Scales, residuals, length);
    }

    private static double[,] InverseOfTriangle(double[,] upper)
    {
        int count = upper.GetLength(0);
        double[,] inverse = new double[count, count];
        for (int j = 0; j < count; j++)
        {
            inverse[j, j] = 1 / upper[j, j];
            for (int i = j - 1; i >= 0; i--)
            {
                double sum = 0;
                for (int k = i + 1; k <= j; k++)
                {
                    sum += upper[i, k] * inverse[k, j];
                }

                inverse[i, j] = -sum / upper[i, i];
            }
        }

        return inverse;
    }

    // Of the triangle with its columns brought to length 1, so that units of the data do not count; an upper bound within a factor of the number of columns.
    private static double Condition(double[,] upper, double[,] inverse)
    {
        int count = upper.GetLength(0);
        double sum = 0;
        for (int j = 0; j < count; j++)
        {
            double length = 0, inverseLength = 0;
            for (int i = 0; i < count; i++)
            {
                length += upper[i, j] * upper[i, j];
                inverseLength += inverse[j, i] * inverse[j, i];
            }

            sum += length * inverseLength;
        }

        return Math.Sqrt(sum);
    }
}
