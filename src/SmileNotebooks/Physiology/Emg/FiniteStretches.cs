// The stretches of a signal between its gaps.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class FiniteStretches
{
    /// <summary>Whether a sample is NaN.</summary>
    public static bool HasGap(ReadOnlySpan<double> samples) => !samples.IsEmpty && double.IsNaN(TensorPrimitives.MaxMagnitude(samples));

    /// <summary>Half-open ranges without a NaN, in order; each is as long as can be.</summary>
    public static List<(int Start, int End)> Of(ReadOnlySpan<double> samples)
    {
        if (!samples.IsEmpty && !HasGap(samples))
        {
            return [(0, samples.Length)];
        }

        List<(int, int)> stretches = [];
        int i = 0;
        while (i < samples.Length)
        {
            while (i < samples.Length && double.IsNaN(samples[i]))
            {
                i++;
            }

            int start = i;
            while (i < samples.Length && !double.IsNaN(samples[i]))
            {
                i++;
            }

            if (i > start)
            {
                stretches.Add((start, i));
            }
        }

        return stretches;
    }

    /// <summary>Sets what is NaN in one signal to NaN in another.</summary>
    public static void CopyGaps(ReadOnlySpan<double> from, Span<double> to)
    {
        if (!HasGap(from))
        {
            return;
        }

        for (int i = 0; i < from.Length; i++)
        {
            to[i] = double.IsNaN(from[i]) ? double.NaN : to[i];
        }
    }
}
