// Order statistics of all pairwise differences or averages without making the pairs: memory O(n), time O(n) a step of a bisection over the
// doubles themselves, at most 64 steps. So the result is one of the pairs' values to the last bit, for a million values as for ten.
using System.Runtime.CompilerServices;

namespace SmileNotebooks;

internal static class PairwiseOrderStatistics
{
    /// <summary>The k-th smallest (from 1) of the differences x - y of two ascending samples.</summary>
    public static double OfDifferences(double[] x, double[] y, long k) =>
        Smallest(x[0] - y[^1], x[^1] - y[0], k, limit => CountDifferences(x, y, limit));

    /// <summary>The k-th smallest (from 1) of the n(n + 1)/2 Walsh averages (x_i + x_j)/2, i at most j, of an ascending sample.</summary>
    public static double OfWalshAverages(double[] x, long k) => Smallest(x[0], x[^1], k, limit => CountWalshAverages(x, limit));

    /// <summary>The median of the differences x - y (Hodges and Lehmann, 1963).</summary>
    public static double MedianDifference(double[] x, double[] y) =>
        Median((long)x.Length * y.Length, k => OfDifferences(x, y, k));

    /// <summary>The median of the Walsh averages (Hodges and Lehmann, 1963).</summary>
    public static double MedianWalshAverage(double[] x) =>
        Median((long)x.Length * (x.Length + 1) / 2, k => OfWalshAverages(x, k));

    private static double Median(long count, Func<long, double> smallest)
    {
        double lower = smallest((count + 1) / 2);
        return count % 2 == 1 ? lower : (0.5 * lower) + (0.5 * smallest((count / 2) + 1));
    }

    private static double Smallest(double least, double largest, long k, Func<double, long> countUpTo)
    {
        long low = Ordinal(least);
        long high = Ordinal(largest);
        while (low < high)
        {
            long middle = low + (long)((ulong)(high - low) >> 1);
            if (countUpTo(FromOrdinal(middle)) >= k)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return FromOrdinal(low) + 0.0;
    }

    private static long CountDifferences(double[] x, double[] y, double limit)
    {
        long count = 0;
        int small = 0;
        // As x falls, ever more of y (from its largest on) make the difference small enough.
        for (int i = x.Length - 1; i >= 0; i--)
        {
            while (small < y.Length && x[i] - y[y.Length - 1 - small] <= limit)
            {
                small++;
            }

            count += small;
        }

        return count;
    }

    private static long CountWalshAverages(double[] x, double limit)
    {
        long count = 0;
        int partners = x.Length;
        for (int i = 0; i < x.Length && partners > i; i++)
        {
            while (partners > i && (0.5 * x[i]) + (0.5 * x[partners - 1]) > limit)
            {
                partners--;
            }

            count += partners - i;
        }

        return count;
    }

    // The doubles in their order as consecutive whole numbers; both zeros are 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Ordinal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double FromOrdinal(long ordinal) =>
        BitConverter.Int64BitsToDouble(ordinal >= 0 ? ordinal : long.MinValue - ordinal);
}
