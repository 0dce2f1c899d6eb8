// Products of dense column-major blocks, packed and register-tiled: what the crossed blocks of a mixed model spend their time in.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SmileNotebooks;

/// <summary>Adds a multiple of a product of two dense blocks to a third.</summary>
/// <remarks>MathNet's managed product reaches a tenth of this speed; the tiling follows Goto and van de Geijn (2008).</remarks>
internal static unsafe class DenseProduct
{
    private const int TileColumns = 6;
    private const int Depth = 256;
    private const int BandRows = 96;
    private const long ParallelWork = 1 << 24;

    private static int TileRows => 2 * Vector<double>.Count;

    /// <summary>
    /// Adds scale * left * right, [rows, inner] times [inner, columns], to the column-major target. Where only its lower triangle is wanted,
    /// tiles above the diagonal are left out, and what lies above it inside a tile is overwritten with no meaning.
    /// </summary>
    public static void Add(
        double* target, int stride, DenseFactor left, DenseFactor right, int rows, int columns, int inner, double scale, bool lowerOnly = false)
    {
        if ((long)rows * columns * inner < ParallelWork || Environment.ProcessorCount == 1)
        {
            AddColumns(target, stride, left, right, rows, 0, columns, inner, scale, lowerOnly);
            return;
        }

        // Each column of the target is summed in one thread and in one order: the result does not depend on their number.
        int width = TileColumns * 16;
        nint start = (nint)target;
        Parallel.For(0, (columns + width - 1) / width, band =>
            AddColumns((double*)start, stride, left, right, rows, band * width, Math.Min(columns, (band + 1) * width), inner, scale, lowerOnly));
    }

    private static void AddColumns(
        double* target, int stride, DenseFactor left, DenseFactor right, int rows, int from, int to, int inner, double scale, bool lowerOnly)
    {
        int firstRow = lowerOnly ? from / TileRows * TileRows : 0;
        double[] packedRight = System.Buffers.ArrayPool<double>.Shared.Rent((to - from + TileColumns) * Depth);
        double[] packedLeft = System.Buffers.ArrayPool<double>.Shared.Rent((BandRows + TileRows) * Depth);
        fixed (double* rightTiles = packedRight, leftTiles = packedLeft)
        {
            for (int depth = 0; depth < inner; depth += Depth)
            {
                int size = Math.Min(Depth, inner - depth);
                PackRight(right, depth, size, from, to, scale, rightTiles);
                for (int band = firstRow; band < rows; band += BandRows)
                {
                    int end = Math.Min(rows, band + BandRows);
                    PackLeft(left, depth, size, band, end, leftTiles);
                    AddBand(target, stride, leftTiles, rightTiles, band, end, from, to, size, lowerOnly);
                }
            }
        }

        System.Buffers.ArrayPool<double>.Shared.Return(packedRight);
        System.Buffers.ArrayPool<double>.Shared.Return(packedLeft);
    }

    private static void AddBand(
        double* target, int stride, double* leftTiles, double* rightTiles, int band, int end, int from, int to, int size, bool lowerOnly)
    {
        double* edge = stackalloc double[TileRows * TileColumns];
        for (int column = from; column < to; column += TileColumns)
        {
            double* rightTile = rightTiles + ((long)(column - from) * size);
            for (int row = band; row < end; row += TileRows)
            {
                if (lowerOnly && row + TileRows <= column)
                {
                    continue;
                }

                double* leftTile = leftTiles + ((long)(row - band) * size);
                double* place = target + row + ((long)column * stride);
                if (row + TileRows <= end && column + TileColumns <= to)
                {
                    AddTile(place, stride, leftTile, rightTile, size);
                    continue;
                }

                new Span<double>(edge, TileRows * TileColumns).Clear();
                AddTile(edge, TileRows, leftTile, rightTile, size);
                for (int j = 0; j < Math.Min(TileColumns, to - column); j++)
                {
                    for (int i = 0; i < Math.Min(TileRows, end - row); i++)
                    {
                        place[i + ((long)j * stride)] += edge[i + (j * TileRows)];
                    }
                }
            }
        }
    }

    // Twelve accumulators, two of the left and one of the right factor: fifteen of the sixteen vector registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(double* target, int stride, double* left, double* right, int size)
    {
        int width = Vector<double>.Count;
        Vector<double> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default;
        Vector<double> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default;
        for (int k = 0; k < size; k++)
        {
            Vector<double> upper = Vector.Load(left);
            Vector<double> lower = Vector.Load(left + width);
            Vector<double> factor = new(right[0]);
            a0 = Vector.FusedMultiplyAdd(upper, factor, a0);
            b0 = Vector.FusedMultiplyAdd(lower, factor, b0);
            factor = new Vector<double>(right[1]);
            a1 = Vector.FusedMultiplyAdd(upper, factor, a1);
            b1 = Vector.FusedMultiplyAdd(lower, factor, b1);
            factor = new Vector<double>(right[2]);
            a2 = Vector.FusedMultiplyAdd(upper, factor, a2);
            b2 = Vector.FusedMultiplyAdd(lower, factor, b2);
            factor = new Vector<double>(right[3]);
            a3 = Vector.FusedMultiplyAdd(upper, factor, a3);
            b3 = Vector.FusedMultiplyAdd(lower, factor, b3);
            factor = new Vector<double>(right[4]);
            a4 = Vector.FusedMultiplyAdd(upper, factor, a4);
            b4 = Vector.FusedMultiplyAdd(lower, factor, b4);
            factor = new Vector<double>(right[5]);
            a5 = Vector.FusedMultiplyAdd(upper, factor, a5);
            b5 = Vector.FusedMultiplyAdd(lower, factor, b5);
            left += 2 * width;
            right += TileColumns;
        }

        AddPair(target, a0, b0);
        AddPair(target + stride, a1, b1);
        AddPair(target + (2L * stride), a2, b2);
        AddPair(target + (3L * stride), a3, b3);
        AddPair(target + (4L * stride), a4, b4);
        AddPair(target + (5L * stride), a5, b5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(double* target, Vector<double> upper, Vector<double> lower)
    {
        Vector.Store(Vector.Load(target) + upper, target);
        Vector.Store(Vector.Load(target + Vector<double>.Count) + lower, target + Vector<double>.Count);
    }

    private static void PackRight(DenseFactor right, int depth, int size, int from, int to, double scale, double* tiles)
    {
        for (int column = from; column < to; column += TileColumns)
        {
            int used = Math.Min(TileColumns, to - column);
            for (int k = 0; k < size; k++, tiles += TileColumns)
            {
                for (int j = 0; j < TileColumns; j++)
                {
                    tiles[j] = j < used ? scale * *right.At(depth + k, column + j) : 0;
                }
            }
        }
    }

    private static void PackLeft(DenseFactor left, int depth, int size, int from, int to, double* tiles)
    {
        for (int row = from; row < to; row += TileRows)
        {
            int used = Math.Min(TileRows, to - row);
            for (int k = 0; k < size; k++, tiles += TileRows)
            {
                for (int i = 0; i < TileRows; i++)
                {
                    tiles[i] = i < used ? *left.At(row + i, depth + k) : 0;
                }
            }
        }
    }
}
