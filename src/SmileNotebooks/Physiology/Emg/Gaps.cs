// Questions about the gaps (NaN) of a signal.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class Gaps
{
    /// <summary>Whether a sample is NaN.</summary>
    public static bool In(ReadOnlySpan<double> samples) => !samples.IsEmpty && double.IsNaN(TensorPrimitives.MaxMagnitude(samples));

    /// <summary>The stretches between gaps as half-open ranges, in order.</summary>
    public static List<(int Start, int End)> StretchesOf(ReadOnlySpan<double> samples)
    {
        List<(int, int)> stretches = [];
        (int start, int length) = FiniteStretches.Next(samples, 0);
        while (length > 0)
        {
            stretches.Add((start, start + length));
            (start, length) = FiniteStretches.Next(samples, start + length);
        }

        return stretches;
    }

    /// <summary>Sets what is NaN in one signal to NaN in another.</summary>
    public static void Copy(ReadOnlySpan<double> from, Span<double> to)
    {
        if (!In(from))
        {
            return;
        }

        for (int i = 0; i < from.Length; i++)
        {
            to[i] = double.IsNaN(from[i]) ? double.NaN : to[i];
        }
    }
}
