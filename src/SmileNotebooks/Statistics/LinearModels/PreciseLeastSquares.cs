// The modified Gram-Schmidt process in double-double: about 32 digits, of which nearly collinear columns may cost 16.
namespace SmileNotebooks;

internal static class PreciseLeastSquares
{
    // A column of which projection leaves less than this is a combination of the others as far as its doubles can tell.
    private const double LeastShare = 1e-14;

    /// <exception cref="ArgumentException">A column is, to rounding, a combination of those before it.</exception>
    public static LeastSquaresSolution Solve(LeastSquaresProblem problem, IReadOnlyList<string> names)
    {
        int count = problem.Count;
        (DoubleDouble[][] q, DoubleDouble[] residuals) = Promoted(problem);
        DoubleDouble[,] r = new DoubleDouble[count, count];
        DoubleDouble[] projections = new DoubleDouble[count];
        for (int j = 0; j < count; j++)
        {
            double before = (double)Length(q[j]);
            for (int i = 0; i < j; i++)
            {
                r[i, j] = TakeOut(q[i], q[j]);
            }

            r[j, j] = Length(q[j]);
            if ((double)r[j, j] <= LeastShare * before)
            {
                throw Collinearity.Error(names, j, Rounded(r));
            }

            for (int row = 0; row < problem.Rows; row++)
            {
                q[j][row] /= r[j, j];
            }

            projections[j] = TakeOut(q[j], residuals);
        }

        return Solution(problem, InverseOfTriangle(r), projections, residuals);
    }

    private static (DoubleDouble[][] Columns, DoubleDouble[] Response) Promoted(LeastSquaresProblem problem)
    {
        (double[] Columns, double[] Response)? low = problem.LowParts?.Invoke();
        DoubleDouble[][] columns = [.. problem.Columns.Select((column, j) =>
            column.Select((value, row) => new DoubleDouble(value, low is null ? 0 : low.Value.Columns[(j * problem.Rows) + row] * problem.Scales[j])).ToArray())];
        return (columns, [.. problem.Response.Select((value, row) => new DoubleDouble(value, low is null ? 0 : low.Value.Response[row] * problem.ResponseScale))]);
    }

    private static double[,] Rounded(DoubleDouble[,] values)
    {
        double[,] rounded = new double[values.GetLength(0), values.GetLength(1)];
        for (int i = 0; i < values.GetLength(0); i++)
        {
            for (int j = 0; j < values.GetLength(1); j++)
            {
                rounded[i, j] = (double)values[i, j];
            }
        }

        return rounded;
    }

    private static DoubleDouble TakeOut(DoubleDouble[] unit, DoubleDouble[] values)
    {
        DoubleDouble product = DoubleDouble.Zero;
        for (int row = 0; row < values.Length; row++)
        {
            product += unit[row] * values[row];
        }

        for (int row = 0; row < values.Length; row++)
        {
            values[row] -= product * unit[row];
        }

        return product;
    }

    private static DoubleDouble Length(DoubleDouble[] values)
    {
        DoubleDouble sum = DoubleDouble.Zero;
        foreach (DoubleDouble value in values)
        {
            sum += value * value;
        }

        return DoubleDouble.Sqrt(sum);
    }

    private static LeastSquaresSolution Solution(LeastSquaresProblem problem, DoubleDouble[,] inverse, DoubleDouble[] projections, DoubleDouble[] residuals)
    {
        int count = problem.Count;
        double[] coefficients = new double[count];
        double[,] cross = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            DoubleDouble sum = DoubleDouble.Zero;
            for (int k = i; k < count; k++)
            {
                sum += inverse[i, k] * projections[k];
            }

            coefficients[i] = problem.Unscaled((double)sum, i);
            for (int j = 0; j <= i; j++)
            {
                DoubleDouble product = DoubleDouble.Zero;
                for (int k = i; k < count; k++)
                {
                    product += inverse[i, k] * inverse[j, k];
                }

                cross[i, j] = cross[j, i] = (double)product;
            }
        }

        double length = (double)Length(residuals) / problem.ResponseScale;
        return new LeastSquaresSolution(coefficients, cross, problem.Scales, [.. residuals.Select(value => (double)value / problem.ResponseScale)], length);
    }

    private static DoubleDouble[,] InverseOfTriangle(DoubleDouble[,] upper)
    {
        int count = upper.GetLength(0);
        DoubleDouble[,] inverse = new DoubleDouble[count, count];
        for (int j = 0; j < count; j++)
        {
            inverse[j, j] = 1 / upper[j, j];
            for (int i = j - 1; i >= 0; i--)
            {
                DoubleDouble sum = DoubleDouble.Zero;
                for (int k = i + 1; k <= j; k++)
                {
                    sum += upper[i, k] * inverse[k, j];
                }

                inverse[i, j] = -sum / upper[i, i];
            }
        }

        return inverse;
    }
}
