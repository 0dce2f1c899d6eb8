// Everything that a fit needs of the rows, summed once: an evaluation of the criterion costs the same for any number of rows.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Cross-products of random-effect columns with themselves, with each other and with the fixed effects and the response.</summary>
internal sealed class CrossProducts
{
    /// <param name="blocks">Grouping factors in the order of elimination.</param>
    /// <param name="fixedColumns">Orthonormal fixed-effect columns [columns][rows] and, last, the response.</param>
    public CrossProducts(GroupingBlock[] blocks, double[][] fixedColumns)
    {
        Blocks = blocks;
        FixedCount = fixedColumns.Length - 1;
        double[] response = fixedColumns[^1];
        RowCount = response.Length;
        ResponseSquares = TensorPrimitives.SumOfSquares<double>(response);
        Diagonal = Array.ConvertAll(blocks, Squares);
        Fixed = Array.ConvertAll(blocks, block => WithFixed(block, fixedColumns));
        List<LevelPairs> pairs = new();
        for (int first = 0; first < blocks.Length - 1; first++)
        {
            int[] order = RowsByLevel(blocks[first], out int[] starts);
            for (int second = first + 1; second < blocks.Length; second++)
            {
                pairs.Add(PairsOf(first, second, order, starts));
            }
        }

        Pairs = [.. pairs];
    }

    public GroupingBlock[] Blocks { get; }

    public int RowCount { get; }

    /// <summary>Number of fixed-effect columns, without the response.</summary>
    public int FixedCount { get; }

    public double ResponseSquares { get; }

    /// <summary>For each factor and level, the block [width, width].</summary>
    public double[][] Diagonal { get; }

    /// <summary>For each factor and level, the block [fixed effects and response, width].</summary>
    public double[][] Fixed { get; }

    public LevelPairs[] Pairs { get; }

    /// <summary>The first random effect that the fixed effects hold already, level by level: no variance between levels is left to estimate.</summary>
    /// <returns>Its grouping factor and its column there; null where there is none.</returns>
    public (GroupingBlock Block, int Column)? WithinFixed()
    {
        const double Tolerance = 1e-10;
        for (int factor = 0; factor < Blocks.Length; factor++)
        {
            int width = Blocks[factor].Width;
            for (int column = 0; column < width; column++)
            {
                double whole = 0;
                double projected = 0;
                for (int level = 0; level < Blocks[factor].Levels; level++)
                {
                    whole += Diagonal[factor][(((level * width) + column) * width) + column];
                    projected += TensorPrimitives.SumOfSquares<double>(
                        Fixed[factor].AsSpan(((level * width) + column) * (FixedCount + 1), FixedCount));
                }

                if (whole - projected <= Tolerance * whole)
                {
                    return (Blocks[factor], column);
                }
            }
        }

        return null;
    }

    private static double[] Squares(GroupingBlock block)
    {
        int width = block.Width;
        double[] sums = new double[block.Levels * width * width];
        for (int column = 0; column < width; column++)
        {
            for (int row = 0; row < width; row++)
            {
                AddByLevel(sums, width * width, row + (column * width), block.Codes, block.Columns[row], block.Columns[column]);
            }
        }

        return sums;
    }

    private static double[] WithFixed(GroupingBlock block, double[][] fixedColumns)
    {
        int height = fixedColumns.Length;
        double[] sums = new double[block.Levels * height * block.Width];
        for (int column = 0; column < block.Width; column++)
        {
            for (int row = 0; row < height; row++)
            {
                AddByLevel(sums, height * block.Width, row + (column * height), block.Codes, fixedColumns[row], block.Columns[column]);
            }
        }

        return sums;
    }

    private static void AddByLevel(double[] sums, int size, int place, int[] codes, double[] left, double[] right)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            sums[(codes[i] * size) + place] += left[i] * right[i];
        }
    }

    private static int[] RowsByLevel(GroupingBlock block, out int[] starts)
    {
        starts = new int[block.Levels + 1];
        foreach (int code in block.Codes)
        {
            starts[code + 1]++;
        }

        for (int level = 0; level < block.Levels; level++)
        {
            starts[level + 1] += starts[level];
        }

        int[] next = starts.AsSpan(0, block.Levels).ToArray();
        int[] order = new int[block.Codes.Length];
        for (int row = 0; row < order.Length; row++)
        {
            order[next[block.Codes[row]]++] = row;
        }

        return order;
    }

    private LevelPairs PairsOf(int first, int second, int[] order, int[] starts)
    {
        GroupingBlock one = Blocks[first];
        GroupingBlock other = Blocks[second];
        int size = one.Width * other.Width;
        List<int> firstLevels = new();
        List<int> secondLevels = new();
        int[] pairOf = new int[other.Levels];
        Array.Fill(pairOf, -1);
        double[] values = new double[Math.Max(16, other.Levels) * size];
        for (int level = 0; level < one.Levels; level++)
        {
            int begin = firstLevels.Count;
            for (int at = starts[level]; at < starts[level + 1]; at++)
            {
                int row = order[at];
                int code = other.Codes[row];
                if (pairOf[code] < begin)
                {
                    pairOf[code] = firstLevels.Count;
                    firstLevels.Add(level);
                    secondLevels.Add(code);
                    Grow(ref values, firstLevels.Count * size);
                }

                AddOuter(values.AsSpan(pairOf[code] * size, size), one, other, row);
            }
        }

        Array.Resize(ref values, firstLevels.Count * size);
        return new(first, second, [.. firstLevels], [.. secondLevels], values);
    }

    private static void AddOuter(Span<double> block, GroupingBlock one, GroupingBlock other, int row)
    {
        int at = 0;
        foreach (double[] column in one.Columns)
        {
            foreach (double[] otherColumn in other.Columns)
            {
                block[at++] += column[row] * otherColumn[row];
            }
        }
    }

    private static void Grow(ref double[] values, int needed)
    {
        if (values.Length < needed)
        {
            Array.Resize(ref values, Math.Max(needed, 2 * values.Length));
        }
    }
}
