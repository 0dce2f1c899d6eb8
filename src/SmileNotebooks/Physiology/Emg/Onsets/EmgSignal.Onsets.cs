// Where bursts of a muscle begin and end.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

public sealed partial record EmgSignal
{
    /// <summary>Finds bursts of activity: where each begins and where it ends.</summary>
    /// <param name="method">How; null for <see cref="DoubleThresholdOnsets"/> with its defaults.</param>
    /// <remarks>Filter first: of a signal that is no amplitude only the median is taken off, no drift. Candidates that are separated by less than the method's minimum gap become
    /// one, then those that are shorter than its minimum duration are left out and counted. Gaps (NaN) end a burst. Where rest has no variance at all, whatever exceeds it is a
    /// burst.</remarks>
    /// <exception cref="ArgumentException">A setting out of its range; a baseline that does not lie in the signal or is a gap; an infinite sample or one beyond 1e150; an amplitude, for a method
    /// that needs positive and negative samples.</exception>
    public EmgBursts Onsets(OnsetMethod? method = null)
    {
        method ??= new DoubleThresholdOnsets();
        method.Check();
        double peak = EmgAmplitude.RequireFinite(Samples.Span, 1e150);
        double[] samples = IsAmplitude ? Samples.ToArray() : WithoutOffset(Samples.Span);
        BurstCandidates found = method.Detect(samples, this, peak);
        List<(int Start, int End)> joined = Join(found.Ranges, samples, method.MinimumGap * SamplingRate);
        ImmutableArray<EmgBurst> bursts =
        [
            .. joined.Where(range => range.End - range.Start >= (method.MinimumDuration * SamplingRate) - 1e-6).Select(range => BurstOf(range.Start, range.End, samples, found.Reach)),
        ];
        return new EmgBursts
        {
            Items = bursts,
            Signal = this,
            Method = method,
            BaselineMean = found.BaselineMean,
            BaselineSd = found.BaselineSd,
            Threshold = found.Threshold,
            ThresholdUnit = found.ThresholdUnit,
            TooShort = joined.Count - bursts.Length,
            Bridged = found.Ranges.Count - joined.Count,
        };
    }

    // The median: one artefact can move a mean as far as it likes.
    private static double[] WithoutOffset(ReadOnlySpan<double> samples)
    {
        double[] finite = Medians.Sample(samples);
        double[] centred = new double[samples.Length];
        TensorPrimitives.Subtract(samples, finite.Length == 0 ? 0 : Medians.Of(finite), centred);
        return centred;
    }

    // A pause that holds a gap is not bridged: nobody knows what happened in it.
    private static List<(int Start, int End)> Join(List<(int Start, int End)> ranges, double[] samples, double minimumGap)
    {
        List<(int Start, int End)> joined = [];
        foreach ((int start, int end) in ranges)
        {
            if (joined.Count > 0 && start - joined[^1].End < minimumGap - 1e-6 && !Gaps.In(samples.AsSpan(joined[^1].End..start)))
            {
                joined[^1] = (joined[^1].Start, end);
            }
            else
            {
                joined.Add((start, end));
            }
        }

        return joined;
    }

    private EmgBurst BurstOf(int start, int end, double[] samples, int reach)
    {
        CompensatedSum sum = default;
        int peak = start;
        for (int i = start; i < end; i++)
        {
            sum.Add(Math.Abs(samples[i]));
            peak = Math.Abs(samples[i]) > Math.Abs(samples[peak]) ? i : peak;
        }

        return new EmgBurst(start, end, SamplingRate)
        {
            Peak = Math.Abs(samples[peak]),
            PeakTime = peak / SamplingRate,
            MeanAmplitude = sum.Value / (end - start),
            HadBegun = start <= reach || Gaps.In(samples.AsSpan((start - reach - 1)..start)),
            GoesOn = samples.Length - end <= reach || Gaps.In(samples.AsSpan(end..(end + reach + 1))),
        };
    }
}
