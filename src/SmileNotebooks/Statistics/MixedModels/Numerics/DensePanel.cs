// Cholesky factor and inverse of dense column-major panels, by halving: all the work ends in DenseProduct.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static unsafe class DensePanel
{
    private const int Leaf = 24;

    /// <summary>Overwrites a tall panel [rows, columns] with its Cholesky factor: the triangle on top, the solved rows below it.</summary>
    /// <returns>False where a pivot is not positive: the matrix is not positive definite in double precision.</returns>
    public static bool TryFactor(double* panel, int stride, int rows, int columns)
    {
        if (columns <= Leaf)
        {
            return TryFactorLeaf(panel, stride, rows, columns);
        }

        int half = columns / 2;
        if (!TryFactor(panel, stride, rows, half))
        {
            return false;
        }

        DenseFactor below = new(panel + half, stride);
        double* trailing = panel + half + ((long)half * stride);
        DenseProduct.Add(
            trailing, stride, below, below with { Transposed = true }, rows - half, columns - half, half, -1, lowerOnly: true);
        return TryFactor(trailing, stride, rows - half, columns - half);
    }

    /// <summary>Writes the inverse of a lower triangle into a zeroed block of the same size.</summary>
    public static void InvertTriangle(double* triangle, int stride, double* inverse, int inverseStride, int size)
    {
        if (size <= Leaf)
        {
            InvertLeaf(triangle, stride, inverse, inverseStride, size);
            return;
        }

        int half = size / 2;
        int rest = size - half;
        double* second = inverse + half + ((long)half * inverseStride);
        InvertTriangle(triangle, stride, inverse, inverseStride, half);
        InvertTriangle(triangle + half + ((long)half * stride), stride, second, inverseStride, rest);
        double[] scratch = System.Buffers.ArrayPool<double>.Shared.Rent(rest * half);
        scratch.AsSpan(0, rest * half).Clear();
        fixed (double* middle = scratch)
        {
            DenseProduct.Add(middle, rest, new(triangle + half, stride), new(inverse, inverseStride), rest, half, half, 1);
            DenseProduct.Add(inverse + half, inverseStride, new(second, inverseStride), new(middle, rest), rest, half, rest, -1);
        }

        System.Buffers.ArrayPool<double>.Shared.Return(scratch);
    }

    /// <summary>Adds K'K, of a lower triangle K, to the lower triangle of the target.</summary>
    public static void AddGram(double* triangle, int triangleStride, double* target, int stride, int size)
    {
        // Row i of K' starts at column i: a band of the result needs only what lies from its first row on.
        const int Band = 96;
        for (int from = 0; from < size; from += Band)
        {
            int rows = Math.Min(Band, size - from);
            DenseFactor left = new(triangle + from + ((long)from * triangleStride), triangleStride, true);
            if (from > 0)
            {
                DenseProduct.Add(target + from, stride, left, new(triangle + from, triangleStride), rows, from, size - from, 1);
            }

            DenseProduct.Add(
                target + from + ((long)from * stride), stride, left, left with { Transposed = false }, rows, rows, size - from, 1, lowerOnly: true);
        }
    }

    private static bool TryFactorLeaf(double* panel, int stride, int rows, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            double* column = panel + ((long)j * stride);
            if (!(column[j] > 0) || double.IsPositiveInfinity(column[j]))
            {
                return false;
            }

            double pivot = Math.Sqrt(column[j]);
            column[j] = pivot;
            Scale(column + j + 1, rows - j - 1, 1 / pivot);
            for (int l = j + 1; l < columns; l++)
            {
                AddMultiple(panel + l + ((long)l * stride), column + l, rows - l, -column[l]);
            }
        }

        return true;
    }

    private static void InvertLeaf(double* triangle, int stride, double* inverse, int inverseStride, int size)
    {
        for (int j = 0; j < size; j++)
        {
            double* column = inverse + ((long)j * inverseStride);
            column[j] = 1;
            for (int i = j; i < size; i++)
            {
                column[i] /= triangle[i + ((long)i * stride)];
                AddMultiple(column + i + 1, triangle + i + 1 + ((long)i * stride), size - i - 1, -column[i]);
            }
        }
    }

    /// <summary>Adds a multiple of one run of numbers to another; plain code where a vector call would cost more than its work.</summary>
    public static void AddMultiple(double* target, double* source, int count, double factor)
    {
        if (count < 8)
        {
            for (int i = 0; i < count; i++)
            {
                target[i] += factor * source[i];
            }

            return;
        }

        Span<double> sums = new(target, count);
        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<double>(source, count), factor, sums, sums);
    }

    private static void Scale(double* values, int count, double factor)
    {
        for (int i = 0; i < count; i++)
        {
            values[i] *= factor;
        }
    }
}
