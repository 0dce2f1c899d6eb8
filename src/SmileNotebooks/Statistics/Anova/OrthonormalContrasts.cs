// Orthonormal contrasts of levels (Helmert's, scaled) and of crossed factors as their Kronecker products.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class OrthonormalContrasts
{
    /// <summary>[levels, levels]: row 0 averages (times the root of levels), rows 1 and on are contrasts; all of length 1 and orthogonal.</summary>
    public static double[,] Basis(int levels)
    {
        double[,] basis = new double[levels, levels];
        for (int level = 0; level < levels; level++)
        {
            basis[0, level] = 1 / Math.Sqrt(levels);
        }

        for (int row = 1; row < levels; row++)
        {
            double length = Math.Sqrt((double)row * (row + 1));
            for (int level = 0; level < row; level++)
            {
                basis[row, level] = 1 / length;
            }

            basis[row, row] = -row / length;
        }

        return basis;
    }

    /// <summary>Turns the cells' values into those of the crossed basis, in place: cell (i, j, ...) becomes the contrast of row i of the first factor, row j of the second, ...</summary>
    /// <param name="values">[cells x length]: the values of a cell lie side by side.</param>
    /// <param name="levels">How many levels each factor has; the last runs fastest.</param>
    /// <param name="length">Values a cell.</param>
    public static void Transform(Span<double> values, ReadOnlySpan<int> levels, int length)
    {
        int inner = values.Length;
        foreach (int count in levels)
        {
            int block = inner;
            inner /= count;
            TransformFactor(values, Basis(count), block, inner);
        }

        System.Diagnostics.Debug.Assert(inner == length, "as many cells as combinations of levels");
    }

    /// <summary>The rows of the crossed basis that make up an effect: those that are contrasts for its factors and averages for the others.</summary>
    /// <param name="levels">How many levels each factor has; the last runs fastest.</param>
    /// <param name="effect">A bit for each factor of the effect, the first factor's being the lowest.</param>
    public static int[] RowsOf(ReadOnlySpan<int> levels, int effect)
    {
        List<int> rows = [0];
        for (int factor = 0; factor < levels.Length; factor++)
        {
            int count = levels[factor];
            bool inEffect = (effect >> factor & 1) != 0;
            rows = [.. rows.SelectMany(row => inEffect ? Enumerable.Range((row * count) + 1, count - 1) : [row * count])];
        }

        return [.. rows];
    }

    /// <summary>Effects of factors in hierarchical order, as bits: main effects, then interactions of two, ...; the empty effect first.</summary>
    public static IEnumerable<int> Effects(int factors) => Enumerable.Range(0, 1 << factors).OrderBy(effect => int.PopCount(effect));

    private static void TransformFactor(Span<double> values, double[,] basis, int block, int inner)
    {
        int count = basis.GetLength(0);
        double[] before = new double[block];
        for (int start = 0; start < values.Length; start += block)
        {
            Span<double> cells = values.Slice(start, block);
            cells.CopyTo(before);
            cells.Clear();
            for (int row = 0; row < count; row++)
            {
                Span<double> target = cells.Slice(row * inner, inner);
                for (int level = 0; level < count; level++)
                {
                    if (basis[row, level] != 0)
                    {
                        TensorPrimitives.MultiplyAdd(before.AsSpan(level * inner, inner), basis[row, level], target, target);
                    }
                }
            }
        }
    }
}
