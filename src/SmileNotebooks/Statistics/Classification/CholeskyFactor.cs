// The Cholesky factor of a small positive definite matrix. Its own code, because it must say which column fails, and does not allocate on each Newton step.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>L of A = L L', in the lower triangle, row by row.</summary>
internal sealed class CholeskyFactor
{
    private readonly int _size;
    private readonly double[] _l;

    public CholeskyFactor(int size)
    {
        _size = size;
        _l = new double[size * size];
    }

    /// <summary>Factors the lower triangle of a matrix.</summary>
    /// <param name="matrix">size x size.</param>
    /// <param name="tolerance">A column of which less than this share is left by the columns before it counts as their combination.</param>
    /// <returns>The first such column, or -1.</returns>
    public int Factor(ReadOnlySpan<double> matrix, double tolerance)
    {
        for (int i = 0; i < _size; i++)
        {
            Span<double> row = _l.AsSpan(i * _size, i + 1);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = _l.AsSpan(j * _size, j);
                row[j] = (matrix[(i * _size) + j] - TensorPrimitives.Dot(row[..j], other)) / _l[(j * _size) + j];
            }

            double left = matrix[(i * _size) + i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(left > tolerance * matrix[(i * _size) + i]))
            {
                return i;
            }

            row[i] = Math.Sqrt(left);
        }

        return -1;
    }

    /// <summary>The weights with which the columns before one make it up, where <see cref="Factor"/> has stopped at it.</summary>
    public double[] Combination(int column)
    {
        double[] weights = _l.AsSpan(column * _size, column).ToArray();
        SolveUpper(weights);
        return weights;
    }

    /// <summary>Replaces b by the solution x of A x = b.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        SolveUpper(b);
    }

    /// <summary>Replaces b by the solution x of L x = b: then x'x = b'A^-1 b.</summary>
    public void SolveLower(Span<double> b)
    {
        for (int i = 0; i < _size; i++)
        {
            b[i] = (b[i] - TensorPrimitives.Dot<double>(_l.AsSpan(i * _size, i), b[..i])) / _l[(i * _size) + i];
        }
    }

    /// <summary>The inverse of A, size x size.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[_size * _size];
        for (int column = 0; column < _size; column++)
        {
            // A is symmetric: its columns are its rows.
            Span<double> row = inverse.AsSpan(column * _size, _size);
            row[column] = 1;
            Solve(row);
        }

        return inverse;
    }

    /// <summary>Replaces b, of the factor's size or shorter, by the solution x of L' x = b.</summary>
    public void SolveUpper(Span<double> b)
    {
        for (int i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= _l[(i * _size) + i];
            for (int j = 0; j < i; j++)
            {
                b[j] -= _l[(i * _size) + j] * b[i];
            }
        }
    }
}
