// One stage of a Fourier transform.
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
        if (_columns >= Vector256<double>.Count)
        {
            Run<FourColumns>(re, im, toRe, toIm);
        }
        else
        {
            Run<OneColumn>(re, im, toRe, toIm);
        }
    }

    private void Run<TColumns>(double[] re, double[] im, double[] toRe, double[] toIm)
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
                // The last columns are done together with some that are done already.
                int first = Math.Min(column, _columns - TColumns.Width);
                for (int k = 0; k < _radix; k++)
                {
                    int from = first + (_columns * (group + (_groups * k)));
                    (valueRe[k], valueIm[k]) = (TColumns.Load(re, from), TColumns.Load(im, from));
                }

                Butterfly.Apply(valueRe, valueIm, cosines, sines);
                for (int j = 0; j < _radix; j++)
                {
                    int to = first + (_columns * ((_radix * group) + j)), root = _rootStep * j * group;
                    var (cosine, sine) = (Vector256.Create(_rootRe[root]), Vector256.Create(_rootIm[root]));
                    TColumns.Store((valueRe[j] * cosine) - (valueIm[j] * sine), toRe, to);
                    TColumns.Store((valueRe[j] * sine) + (valueIm[j] * cosine), toIm, to);
                }
            }
        }
    }

    /// <summary>How many columns are worked on at once; four wherever there are as many.</summary>
    private interface IColumns
    {
        static abstract int Width { get; }

        static abstract Vector256<double> Load(double[] from, int index);

        static abstract void Store(Vector256<double> value, double[] to, int index);
    }

    private readonly struct FourColumns : IColumns
    {
        public static int Width => 4;

        public static Vector256<double> Load(double[] from, int index) => Vector256.Create(from.AsSpan(index));

        public static void Store(Vector256<double> value, double[] to, int index) => value.CopyTo(to.AsSpan(index));
    }

    private readonly struct OneColumn : IColumns
    {
        public static int Width => 1;

        public static Vector256<double> Load(double[] from, int index) => Vector256.CreateScalar(from[index]);

        public static void Store(Vector256<double> value, double[] to, int index) => to[index] = value.ToScalar();
    }
}
