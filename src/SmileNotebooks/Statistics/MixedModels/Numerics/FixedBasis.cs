// An orthonormal basis of the fixed effects: with it no digit is lost to the scale, the location or the collinearity of predictors.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>X = QR with orthonormal Q, by Gram-Schmidt with reorthogonalisation (Giraud et al., 2005), and y less its least-squares fit.</summary>
internal sealed class FixedBasis
{
    private const double AliasTolerance = 1e-10;

    /// <param name="matrix">Fixed-effect columns, column-major [rows, names].</param>
    /// <param name="names">Name of each column.</param>
    /// <param name="response">Response.</param>
    /// <exception cref="ArgumentException">A column is a combination of those before it; the message names it and them.</exception>
    public FixedBasis(double[] matrix, IReadOnlyList<string> names, double[] response)
    {
        int rows = response.Length;
        Count = names.Count;
        Triangle = new double[Count, Count];
        Columns = new double[Count][];
        for (int j = 0; j < Count; j++)
        {
            double[] column = matrix.AsSpan(j * rows, rows).ToArray();
            double length = Normalise(column);
            Triangle[j, j] = length * Project(column, j, length);
            if (!(Math.Abs(Triangle[j, j]) > AliasTolerance * length))
            {
                throw Collinearity.Error(names, j, Triangle);
            }

            Columns[j] = column;
        }

        Residuals = (double[])response.Clone();
        Coordinates = new double[Count];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int j = 0; j < Count; j++)
            {
                Coordinates[j] += Subtract(Residuals, Columns[j]);
            }
        }
    }

    public int Count { get; }

    /// <summary>Q, [columns][rows].</summary>
    public double[][] Columns { get; }

    /// <summary>R.</summary>
    public double[,] Triangle { get; }

    /// <summary>Coordinates of the response's least-squares fit in Q.</summary>
    public double[] Coordinates { get; }

    /// <summary>The response less its ordinary least-squares fit.</summary>
    public double[] Residuals { get; }

    /// <summary>Log determinant of X'X.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0.0;
            for (int j = 0; j < Count; j++)
            {
                sum += 2 * Math.Log(Math.Abs(Triangle[j, j]));
            }

            return sum;
        }
    }

    /// <summary>Coefficients of X for coordinates in Q: R⁻¹ times them.</summary>
    public double[] Coefficients(ReadOnlySpan<double> coordinates)
    {
        double[] solution = coordinates.ToArray();
        for (int i = Count - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < Count; j++)
            {
                solution[i] -= Triangle[i, j] * solution[j];
            }

            solution[i] /= Triangle[i, i];
        }

        return solution;
    }

    private static double Normalise(double[] column)
    {
        double largest = column.Length == 0 ? 0 : TensorPrimitives.MaxMagnitude<double>(column);
        largest = Math.Abs(largest);
        if (largest == 0)
        {
            return 0;
        }

        TensorPrimitives.Divide(column, largest, column);
        double norm = TensorPrimitives.Norm<double>(column);
        TensorPrimitives.Divide(column, norm, column);
        return largest * norm;
    }

    /// <summary>Removes the earlier columns from one of unit length, writes R's column, and makes the rest of unit length again.</summary>
    private double Project(double[] column, int count, double length)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < count; i++)
            {
                Triangle[i, count] += length * Subtract(column, Columns[i]);
            }
        }

        return Normalise(column);
    }

    private static double Subtract(double[] column, double[] unit)
    {
        double share = TensorPrimitives.Dot<double>(column, unit);
        TensorPrimitives.MultiplyAdd(unit, -share, column, column);
        return share;
    }
}
