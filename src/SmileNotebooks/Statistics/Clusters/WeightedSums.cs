// The one loop that a permutation test of means spends its time in: a product of two matrices.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Sums of the participants' values with the weights of many permutations: [permutations, participants] times [participants, points].</summary>
internal static class WeightedSums
{
    // Four permutations times two vectors: eight sums that stay in registers while each value is read once for four permutations.
    private const int Together = 4;

    // Points at a time: their values for some hundred participants stay in the second-level cache while all permutations use them.
    private const int Tile = 256;

    /// <param name="weights">[permutations, participants]; the number of permutations is a multiple of four.</param>
    /// <param name="values">[participants, points].</param>
    /// <param name="sums">Receives [permutations, points].</param>
    /// <param name="participants">How many.</param>
    public static void Compute(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> sums, int participants)
    {
        int permutations = weights.Length / participants;
        int points = values.Length / participants;
        for (int from = 0; from < points; from += Tile)
        {
            int to = Math.Min(from + Tile, points);
            for (int first = 0; first < permutations; first += Together)
            {
                ComputeTile(weights.Slice(first * participants, Together * participants), values, sums.Slice(first * points, Together * points), participants, points, from, to);
            }
        }
    }

    private static void ComputeTile(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> sums, int participants, int points, int from, int to)
    {
        int pair = 2 * Vector<double>.Count;
        int point = from;
        for (; point <= to - pair; point += pair)
        {
            ComputePair(weights, values, sums, participants, points, point);
        }

        for (; point < to; point++)
        {
            for (int permutation = 0; permutation < Together; permutation++)
            {
                double sum = 0;
                for (int i = 0; i < participants; i++)
                {
                    sum += weights[(permutation * participants) + i] * values[(i * points) + point];
                }

                sums[(permutation * points) + point] = sum;
            }
        }
    }

    // Weights are 0, 1 and -1, so that products are exact and the fused multiplication rounds as the separate one does.
    private static void ComputePair(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> sums, int participants, int points, int point)
    {
        ref double weight = ref MemoryMarshal.GetReference(weights);
        ref double value = ref MemoryMarshal.GetReference(values);
        nuint at = (nuint)point;
        Vector<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (int i = 0; i < participants; i++)
        {
            Vector<double> x0 = Vector.LoadUnsafe(ref value, at);
            Vector<double> x1 = Vector.LoadUnsafe(ref value, at + (nuint)Vector<double>.Count);
            Vector<double> w = new(Unsafe.Add(ref weight, i));
            a0 = Vector.FusedMultiplyAdd(w, x0, a0);
            a1 = Vector.FusedMultiplyAdd(w, x1, a1);
            w = new(Unsafe.Add(ref weight, participants + i));
            b0 = Vector.FusedMultiplyAdd(w, x0, b0);
            b1 = Vector.FusedMultiplyAdd(w, x1, b1);
            w = new(Unsafe.Add(ref weight, (2 * participants) + i));
            c0 = Vector.FusedMultiplyAdd(w, x0, c0);
            c1 = Vector.FusedMultiplyAdd(w, x1, c1);
            w = new(Unsafe.Add(ref weight, (3 * participants) + i));
            d0 = Vector.FusedMultiplyAdd(w, x0, d0);
            d1 = Vector.FusedMultiplyAdd(w, x1, d1);
            at += (nuint)points;
        }

        Store(a0, a1, sums, point);
        Store(b0, b1, sums, points + point);
        Store(c0, c1, sums, (2 * points) + point);
        Store(d0, d1, sums, (3 * points) + point);
    }

    private static void Store(Vector<double> low, Vector<double> high, Span<double> sums, int at)
    {
        low.CopyTo(sums[at..]);
        high.CopyTo(sums[(at + Vector<double>.Count)..]);
    }
}
