// Products of columns with each other, Z'Z: where logistic regression spends its time. Tiles of 4 x 3 products keep their sums in registers while
// a block of rows runs by; MathNet's managed product is several times slower at these shapes.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

internal static class SymmetricProduct
{
    /// <summary>Adds Z'Z to the lower triangle (and parts of the upper one next to the diagonal) of a square matrix.</summary>
    /// <param name="columns">The columns of Z one after another, each of <paramref name="length"/> rows.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="length">Rows: a multiple of the vector's width; pad with zeros.</param>
    /// <param name="sums">count x count.</param>
    public static void Add(ReadOnlySpan<double> columns, int count, int length, Span<double> sums)
    {
        ref double z = ref MemoryMarshal.GetReference(columns);
        int full = count - (count % 4);
        for (int i = 0; i < full; i += 4)
        {
            int j = 0;
            for (; j + 3 <= i + 4; j += 3)
            {
                ref double a = ref Unsafe.Add(ref z, i * length);
                ref double b = ref Unsafe.Add(ref z, j * length);
                if (Vector512.IsHardwareAccelerated)
                {
                    WideTile(ref a, ref b, length, sums[((i * count) + j)..], count);
                }
                else
                {
                    Tile(ref a, ref b, length, sums[((i * count) + j)..], count);
                }
            }

            for (; j < i + 4; j++)
            {
                Column(ref z, i, i + 4, j, length, sums, count);
            }
        }

        for (int j = 0; j < count; j++)
        {
            Column(ref z, Math.Max(full, j), count, j, length, sums, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(ref double a, ref double b, int length, Span<double> sums, int stride)
    {
        Vector<double> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector<double> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector<double>.Count)
        {
            Vector<double> b0 = Vector.LoadUnsafe(ref b, row);
            Vector<double> b1 = Vector.LoadUnsafe(ref b, row + (nuint)length);
            Vector<double> b2 = Vector.LoadUnsafe(ref b, row + (2 * (nuint)length));
            Vector<double> left = Vector.LoadUnsafe(ref a, row);
            s00 = Vector.FusedMultiplyAdd(left, b0, s00);
            s01 = Vector.FusedMultiplyAdd(left, b1, s01);
            s02 = Vector.FusedMultiplyAdd(left, b2, s02);
            left = Vector.LoadUnsafe(ref a, row + (nuint)length);
            s10 = Vector.FusedMultiplyAdd(left, b0, s10);
            s11 = Vector.FusedMultiplyAdd(left, b1, s11);
            s12 = Vector.FusedMultiplyAdd(left, b2, s12);
            left = Vector.LoadUnsafe(ref a, row + (2 * (nuint)length));
            s20 = Vector.FusedMultiplyAdd(left, b0, s20);
            s21 = Vector.FusedMultiplyAdd(left, b1, s21);
            s22 = Vector.FusedMultiplyAdd(left, b2, s22);
            left = Vector.LoadUnsafe(ref a, row + (3 * (nuint)length));
            s30 = Vector.FusedMultiplyAdd(left, b0, s30);
            s31 = Vector.FusedMultiplyAdd(left, b1, s31);
            s32 = Vector.FusedMultiplyAdd(left, b2, s32);
        }

        AddRow(sums, s00, s01, s02);
        AddRow(sums[stride..], s10, s11, s12);
        AddRow(sums[(2 * stride)..], s20, s21, s22);
        AddRow(sums[(3 * stride)..], s30, s31, s32);
    }

    // The same with vectors of eight numbers, which Vector<double> does not use of itself where the processor has them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WideTile(ref double a, ref double b, int length, Span<double> sums, int stride)
    {
        Vector512<double> s00 = default, s01 = default, s02 = default, s10 = default, s11 = default, s12 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s30 = default, s31 = default, s32 = default;
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector512<double>.Count)
        {
            Vector512<double> b0 = Vector512.LoadUnsafe(ref b, row);
            Vector512<double> b1 = Vector512.LoadUnsafe(ref b, row + (nuint)length);
            Vector512<double> b2 = Vector512.LoadUnsafe(ref b, row + (2 * (nuint)length));
            Vector512<double> left = Vector512.LoadUnsafe(ref a, row);
            s00 = Vector512.FusedMultiplyAdd(left, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(left, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(left, b2, s02);
            left = Vector512.LoadUnsafe(ref a, row + (nuint)length);
            s10 = Vector512.FusedMultiplyAdd(left, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(left, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(left, b2, s12);
            left = Vector512.LoadUnsafe(ref a, row + (2 * (nuint)length));
            s20 = Vector512.FusedMultiplyAdd(left, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(left, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(left, b2, s22);
            left = Vector512.LoadUnsafe(ref a, row + (3 * (nuint)length));
            s30 = Vector512.FusedMultiplyAdd(left, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(left, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(left, b2, s32);
        }

        AddRow(sums, Halved(s00), Halved(s01), Halved(s02));
        AddRow(sums[stride..], Halved(s10), Halved(s11), Halved(s12));
        AddRow(sums[(2 * stride)..], Halved(s20), Halved(s21), Halved(s22));
        AddRow(sums[(3 * stride)..], Halved(s30), Halved(s31), Halved(s32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Halved(Vector512<double> sums) => (sums.GetLower() + sums.GetUpper()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(Span<double> sums, Vector<double> first, Vector<double> second, Vector<double> third)
    {
        sums[0] += Vector.Sum(first);
        sums[1] += Vector.Sum(second);
        sums[2] += Vector.Sum(third);
    }

    // The products that tiles leave over: one column with several.
    private static void Column(ref double z, int from, int to, int column, int length, Span<double> sums, int count)
    {
        ref double b = ref Unsafe.Add(ref z, column * length);
        for (int i = from; i < to; i++)
        {
            ref double a = ref Unsafe.Add(ref z, i * length);
            Vector<double> sum = default;
            for (nuint row = 0; row < (nuint)length; row += (nuint)Vector<double>.Count)
            {
                sum = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a, row), Vector.LoadUnsafe(ref b, row), sum);
            }

            sums[(i * count) + column] += Vector.Sum(sum);
        }
    }
}
