// The inner loop of finite filters.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>Sliding weighted sums. Each is added up in the order of its weights without fused operations, so that the numbers do not depend on the vectors of the machine.</summary>
internal static class SlidingSums
{
    private const int Block = 16;

    /// <summary>sums[i] = weights[0] input[i] + weights[1] input[i + 1] + ...</summary>
    /// <param name="input">As many as there are sums, and one less than there are weights beyond.</param>
    /// <param name="weights">At least one.</param>
    /// <param name="sums">Receives the sums.</param>
    public static void Of(ReadOnlySpan<double> input, ReadOnlySpan<double> weights, Span<double> sums)
    {
        int start = 0;
        for (; start + Block <= sums.Length; start += Block)
        {
            Sixteen(input.Slice(start, Block + weights.Length - 1), weights, sums.Slice(start, Block));
        }

        for (; start < sums.Length; start++)
        {
            double sum = 0;
            for (int tap = 0; tap < weights.Length; tap++)
            {
                sum += weights[tap] * input[start + tap];
            }

            sums[start] = sum;
        }
    }

    private static void Sixteen(ReadOnlySpan<double> input, ReadOnlySpan<double> weights, Span<double> sums)
    {
        Vector256<double> first = default, second = default, third = default, fourth = default;
        ref double source = ref MemoryMarshal.GetReference(input);
        for (int tap = 0; tap < weights.Length; tap++)
        {
            Vector256<double> weight = Vector256.Create(weights[tap]);
            first += weight * Vector256.LoadUnsafe(ref source, (nuint)tap);
            second += weight * Vector256.LoadUnsafe(ref source, (nuint)tap + 4);
            third += weight * Vector256.LoadUnsafe(ref source, (nuint)tap + 8);
            fourth += weight * Vector256.LoadUnsafe(ref source, (nuint)tap + 12);
        }

        first.CopyTo(sums);
        second.CopyTo(sums[4..]);
        third.CopyTo(sums[8..]);
        fourth.CopyTo(sums[12..]);
    }
}
