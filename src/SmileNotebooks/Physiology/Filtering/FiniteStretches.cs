// Which samples stand between gaps.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Finds the stretches between gaps (NaN). What works on a stretch sees nothing of its neighbours, so that no gap is smeared.</summary>
internal static class FiniteStretches
{
    /// <summary>The next stretch at or after a sample; its length is 0 where there is none.</summary>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    public static (int Start, int Length) Next(ReadOnlySpan<double> samples, int from)
    {
        int start = from;
        while (start < samples.Length && double.IsNaN(samples[start]))
        {
            start++;
        }

        int end = start + FiniteLength(samples[start..]);
        return end < samples.Length && double.IsInfinity(samples[end])
            ? throw new ArgumentException(FormattableString.Invariant($"Sample {end} is {samples[end]}, expected a finite number, or NaN for a gap."), nameof(samples))
            : (start, end - start);
    }

    /// <summary>Does something with each stretch; gaps stay NaN in the result.</summary>
    /// <param name="samples">Samples with gaps.</param>
    /// <param name="process">Receives a stretch, and the place of the same length that takes its result.</param>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    public static double[] Process(ReadOnlySpan<double> samples, StretchAction process)
    {
        double[] result = GC.AllocateUninitializedArray<double>(samples.Length);
        for (int position = 0; position < samples.Length;)
        {
            (int start, int length) = Next(samples, position);
            result.AsSpan(position, start - position).Fill(double.NaN);
            if (length > 0)
            {
                process(samples.Slice(start, length), result.AsSpan(start, length));
            }

            position = start + length;
        }

        return result;
    }

    private static int FiniteLength(ReadOnlySpan<double> samples)
    {
        int index = 0;
        while (index + Vector<double>.Count <= samples.Length)
        {
            var some = new Vector<double>(samples[index..]);
            if (!Vector.EqualsAll(some - some, Vector<double>.Zero))
            {
                break;
            }

            index += Vector<double>.Count;
        }

        while (index < samples.Length && double.IsFinite(samples[index]))
        {
            index++;
        }

        return index;
    }
}

/// <summary>Works on one stretch without gaps.</summary>
internal delegate void StretchAction(ReadOnlySpan<double> samples, Span<double> result);
