// One stage of a Fourier transform.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>One stage: butterflies of one radix on columns that lie side by side, with their twiddle factors.</summary>
internal sealed class FourierStage
{
    private readonly int _radix;
    private readonly int _groups;
    private readonly int _columns;
    private readonly double[] _rootRe;
    private readonly double[] _rootIm;
    private readonly int _rootStep;

    private FourierStage(int radix, int groups, int columns, double[] rootRe, double[] rootIm)
    {
        (_radix, _groups, _columns) = (radix, groups, columns);
        (_rootRe, _rootIm) = (rootRe, rootIm);
        _rootStep = rootRe.Length / (radix * groups);
    }

    public static FourierStage[] Of(int length, int[] radices)
    {
        (double[] re, double[] im) = FourierTransform.Roots(length);
        var stages = new FourierStage[radices.Length];
        int columns = 1;
        for (int index = 0; index < radices.Length; index++)
        {
            stages[index] = new(radices[index], length / columns / radices[index], columns, re, im);
            columns *= radices[index];
        }

        return stages;
    }

    public void Run(double[] re, double[] im, double[] toRe, double[] toIm)
    {
        switch (_radix, _columns >= Vector256<double>.Count)
        {
            case (4, true):
                RunFour<FourColumns>(re, im, toRe, toIm);
                break;
            case (4, false):
                RunFour<OneColumn>(re, im, toRe, toIm);
                break;
            case (_, true):
                RunAny<FourColumns>(re, im, toRe, toIm);
                break;
            default:
                RunAny<OneColumn>(re, im, toRe, toIm);
                break;
        }
    }

    /// <summary>The last columns are done together with some that are done already.</summary>
    private int First<TColumns>(int column)
        where TColumns : struct, IColumns => Math.Min(column, _columns - TColumns.Width);

    private void RunFour<TColumns>(double[] re, double[] im, double[] toRe, double[] toIm)
        where TColumns : struct, IColumns
    {
        ref double fromRe = ref MemoryMarshal.GetArrayDataReference(re);
        ref double fromIm = ref MemoryMarshal.GetArrayDataReference(im);
        ref double outRe = ref MemoryMarshal.GetArrayDataReference(toRe);
        ref double outIm = ref MemoryMarshal.GetArrayDataReference(toIm);
        int apart = _columns * _groups;
        for (int group = 0; group < _groups; group++)
        {
            (Vector256<double> cosine1, Vector256<double> sine1) = Root(group);
            (Vector256<double> cosine2, Vector256<double> sine2) = Root(2 * group);
            (Vector256<double> cosine3, Vector256<double> sine3) = Root(3 * group);
            for (int column = 0; column < _columns; column += TColumns.Width)
            {
                int first = First<TColumns>(column), from = first + (_columns * group), to = first + (_columns * 4 * group);
                Vector256<double> re0 = TColumns.Load(ref fromRe, from), re1 = TColumns.Load(ref fromRe, from + apart);
                Vector256<double> re2 = TColumns.Load(ref fromRe, from + (2 * apart)), re3 = TColumns.Load(ref fromRe, from + (3 * apart));
                Vector256<double> im0 = TColumns.Load(ref fromIm, from), im1 = TColumns.Load(ref fromIm, from + apart);
                Vector256<double> im2 = TColumns.Load(ref fromIm, from + (2 * apart)), im3 = TColumns.Load(ref fromIm, from + (3 * apart));
                Vector256<double> evenRe = re0 + re2, evenIm = im0 + im2, oddRe = re1 + re3, oddIm = im1 + im3;
                Vector256<double> evenGapRe = re0 - re2, evenGapIm = im0 - im2, oddGapRe = re1 - re3, oddGapIm = im1 - im3;
                TColumns.Store(evenRe + oddRe, ref outRe, to);
                TColumns.Store(evenIm + oddIm, ref outIm, to);
                StoreTurned<TColumns>(evenGapRe + oddGapIm, evenGapIm - oddGapRe, cosine1, sine1, ref outRe, ref outIm, to + _columns);
                StoreTurned<TColumns>(evenRe - oddRe, evenIm - oddIm, cosine2, sine2, ref outRe, ref outIm, to + (2 * _columns));
                StoreTurned<TColumns>(evenGapRe - oddGapIm, evenGapIm + oddGapRe, cosine3, sine3, ref outRe, ref outIm, to + (3 * _columns));
            }
        }
    }

    private void RunAny<TColumns>(double[] re, double[] im, double[] toRe, double[] toIm)
        where TColumns : struct, IColumns
    {
        Span<Vector256<double>> valueRe = stackalloc Vector256<double>[_radix], valueIm = stackalloc Vector256<double>[_radix];
        Span<double> cosines = stackalloc double[_radix], sines = stackalloc double[_radix];
        for (int k = 0; k < _radix; k++)
        {
            int root = (int)((long)k * _rootRe.Length / _radix);
            (cosines[k], sines[k]) = (_rootRe[root], _rootIm[root]);
        }

        for (int group = 0; group < _groups; group++)
        {
            for (int column = 0; column < _columns; column += TColumns.Width)
            {
                int first = First<TColumns>(column);
                for (int k = 0; k < _radix; k++)
                {
                    int from = first + (_columns * (group + (_groups * k)));
                    (valueRe[k], valueIm[k]) = (TColumns.Load(ref re[0], from), TColumns.Load(ref im[0], from));
                }

                Butterfly.Apply(valueRe, valueIm, cosines, sines);
                for (int j = 0; j < _radix; j++)
                {
                    (Vector256<double> cosine, Vector256<double> sine) = Root(j * group);
                    StoreTurned<TColumns>(valueRe[j], valueIm[j], cosine, sine, ref toRe[0], ref toIm[0], first + (_columns * ((_radix * group) + j)));
                }
            }
        }
    }

    private (Vector256<double> Cosine, Vector256<double> Sine) Root(int power) =>
        (Vector256.Create(_rootRe[_rootStep * power]), Vector256.Create(_rootIm[_rootStep * power]));

    private static void StoreTurned<TColumns>(
        Vector256<double> re, Vector256<double> im, Vector256<double> cosine, Vector256<double> sine, ref double toRe, ref double toIm, int to)
        where TColumns : struct, IColumns
    {
        TColumns.Store((re * cosine) - (im * sine), ref toRe, to);
        TColumns.Store((re * sine) + (im * cosine), ref toIm, to);
    }

    /// <summary>How many columns are worked on at once; four wherever there are as many.</summary>
    private interface IColumns
    {
        static abstract int Width { get; }

        static abstract Vector256<double> Load(ref double from, int index);

        static abstract void Store(Vector256<double> value, ref double to, int index);
    }

    private readonly struct FourColumns : IColumns
    {
        public static int Width => 4;

        public static Vector256<double> Load(ref double from, int index) => Vector256.LoadUnsafe(ref from, (nuint)index);

        public static void Store(Vector256<double> value, ref double to, int index) => value.StoreUnsafe(ref to, (nuint)index);
    }

    private readonly struct OneColumn : IColumns
    {
        public static int Width => 1;

        public static Vector256<double> Load(ref double from, int index) => Vector256.CreateScalarUnsafe(Unsafe.Add(ref from, index));

        public static void Store(Vector256<double> value, ref double to, int index) => Unsafe.Add(ref to, index) = value.ToScalar();
    }
}
