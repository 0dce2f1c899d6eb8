// A filter that works at a rate between two others without ever making its samples.
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>Puts up - 1 zeros between samples, filters, and keeps every down-th: only the products that are not zero and are kept are done (Vaidyanathan, 1990, Proceedings of the IEEE 78).</summary>
internal sealed class PolyphaseFilter
{
    private readonly int _up;
    private readonly int _down;
    private readonly int _half;

    /// <summary>For each phase the weights of successive samples, in ascending order of time.</summary>
    private readonly double[][] _phases;

    /// <param name="filter">An odd number of coefficients, symmetric.</param>
    /// <param name="up">Times this.</param>
    /// <param name="down">Divided by this; no common divisor.</param>
    public PolyphaseFilter(double[] filter, int up, int down)
    {
        (_up, _down, _half) = (up, down, filter.Length / 2);
        _phases = [.. Enumerable.Range(0, up).Select(phase =>
            Enumerable.Range(0, ((filter.Length - 1 - phase) / up) + 1).Select(index => up * filter[phase + (index * up)]).Reverse().ToArray())];
    }

    public double[] Apply(ReadOnlySpan<double> samples)
    {
        double[] result = new double[checked((int)((((long)samples.Length * _up) + _down - 1) / _down))];
        Array.Fill(result, double.NaN);
        for (int position = 0; position < samples.Length;)
        {
            (int start, int length) = FiniteStretches.Next(samples, position);
            int end = start + length;
            long first = (((long)start * _up) + _down - 1) / _down, after = (((long)end * _up) + _down - 1) / _down;
            for (long index = first; index < after; index++)
            {
                result[index] = At((index * _down) + _half, samples[start..end], start);
            }

            position = end;
        }

        return result;
    }

    /// <param name="time">In samples of the rate between, counted from the first sample.</param>
    /// <param name="stretch">Samples.</param>
    /// <param name="start">The place of the first of them.</param>
    private double At(long time, ReadOnlySpan<double> stretch, int start)
    {
        double[] weights = _phases[time % _up];
        long last = (time / _up) - start, first = last - weights.Length + 1;
        int from = (int)Math.Max(first, 0), to = (int)Math.Min(last + 1, stretch.Length);
        return to <= from ? 0 : Dot(stretch[from..to], weights.AsSpan((int)(from - first)));
    }

    private static double Dot(ReadOnlySpan<double> samples, ReadOnlySpan<double> weights)
    {
        Vector256<double> sums = default;
        int index = 0;
        for (; index + 4 <= samples.Length; index += 4)
        {
            sums += Vector256.Create(samples[index..]) * Vector256.Create(weights[index..]);
        }

        double sum = Vector256.Sum(sums);
        for (; index < samples.Length; index++)
        {
            sum += samples[index] * weights[index];
        }

        return sum;
    }
}
