// A channel of any length as a few thousand points: the least and the greatest of each stretch, so that no peak is lost and the envelope is true.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>What is drawn of a channel.</summary>
internal sealed record ThinnedSignal
{
    private const int BlockSamples = 1 << 16;
    private const int MostGaps = 100;

    /// <summary>The time of the first value, in seconds.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds from value to value.</summary>
    public required double Step { get; init; }

    /// <summary>The values, NaN where nothing was recorded: the samples, or two for each stretch in the order in which they occur.</summary>
    public required double[] Values { get; init; }

    /// <summary>How many samples a stretch has; 1 where all samples are drawn.</summary>
    public required long Stretch { get; init; }

    /// <summary>Least finite sample; NaN where there is none.</summary>
    public required double Least { get; init; }

    /// <summary>Greatest finite sample; NaN where there is none.</summary>
    public required double Greatest { get; init; }

    /// <summary>How many samples are missing (not finite).</summary>
    public required long Missing { get; init; }

    /// <summary>How many stretches of missing samples there are.</summary>
    public required int GapCount { get; init; }

    /// <summary>Where samples are missing, in seconds; gaps too close to be told apart are one.</summary>
    public required ImmutableArray<(double From, double Until)> Gaps { get; init; }

    /// <summary>Reads a stretch of a channel block by block; memory does not grow with its length.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="first">The first sample.</param>
    /// <param name="count">How many samples.</param>
    /// <param name="mostPoints">How many values may be drawn, at least 2.</param>
    public static ThinnedSignal Of(Channel channel, long first, long count, int mostPoints)
    {
        long stretch = count <= mostPoints ? 1 : (count + (mostPoints / 2) - 1) / (mostPoints / 2);
        Scan scan = new(stretch, count);
        double[] block = new double[Math.Min(BlockSamples, count)];
        for (long done = 0; done < count; done += block.Length)
        {
            Span<double> part = block.AsSpan(0, (int)Math.Min(block.Length, count - done));
            channel.Read(first + done, part);
            scan.Add(part);
        }

        scan.Finish();
        double rate = channel.SamplingRate;
        return new()
        {
            Start = (first + (stretch == 1 ? 0 : stretch / 4.0)) / rate,
            Step = (stretch == 1 ? 1 : stretch / 2.0) / rate,
            Values = [.. scan.Values],
            Stretch = stretch,
            Least = scan.Least,
            Greatest = scan.Greatest,
            Missing = scan.Missing,
            GapCount = scan.GapCount,
            Gaps = [.. Few(scan.Gaps, stretch).Select(gap => ((first + gap.From) / rate, (first + gap.Until) / rate))],
        };
    }

    /// <summary>Joins gaps until there are few enough to draw.</summary>
    private static List<(long From, long Until)> Few(List<(long From, long Until)> gaps, long distance)
    {
        while (gaps.Count > MostGaps)
        {
            List<(long From, long Until)> joined = [gaps[0]];
            foreach ((long from, long until) in gaps.Skip(1))
            {
                if (from - joined[^1].Until < distance)
                {
                    joined[^1] = (joined[^1].From, until);
                }
                else
                {
                    joined.Add((from, until));
                }
            }

            gaps = joined;
            distance *= 2;
        }

        return gaps;
    }

    /// <summary>One pass over the samples.</summary>
    private sealed class Scan(long stretch, long count)
    {
        // Two values a stretch at the most, and gaps that are no closer than a stretch: bounded, however long the channel is.
        private long _at;
        private long _inStretch;
        private double _low = double.NaN;
        private double _high = double.NaN;
        private bool _isLowFirst;
        private long _gapFrom = -1;

        public List<double> Values { get; } = new((int)Math.Min(count, 1 << 14));

        public List<(long From, long Until)> Gaps { get; } = [];

        public double Least { get; private set; } = double.NaN;

        public double Greatest { get; private set; } = double.NaN;

        public long Missing { get; private set; }

        public int GapCount { get; private set; }

        public void Add(ReadOnlySpan<double> samples)
        {
            while (!samples.IsEmpty)
            {
                ReadOnlySpan<double> part = samples[..(int)Math.Min(samples.Length, stretch - _inStretch)];
                if (!SeeBounds(part))
                {
                    SeeEach(part);
                }

                _inStretch += part.Length;
                if (_inStretch == stretch)
                {
                    EndStretch();
                }

                samples = samples[part.Length..];
            }
        }

        /// <summary>The bounds of a part that has no gap, which is nearly every part: several times faster than sample by sample.</summary>
        private bool SeeBounds(ReadOnlySpan<double> part)
        {
            // Where there is a NaN these are its place.
            int low = TensorPrimitives.IndexOfMin(part);
            int high = TensorPrimitives.IndexOfMax(part);
            if (!double.IsFinite(part[low]) || !double.IsFinite(part[high]))
            {
                return false;
            }

            EndGap();
            See(part[Math.Min(low, high)]);
            See(part[Math.Max(low, high)]);
            _at += part.Length;
            return true;
        }

        private void SeeEach(ReadOnlySpan<double> part)
        {
            foreach (double sample in part)
            {
                if (double.IsFinite(sample))
                {
                    EndGap();
                    See(sample);
                }
                else
                {
                    Missing++;
                    _gapFrom = _gapFrom < 0 ? _at : _gapFrom;
                }

                _at++;
            }
        }

        public void Finish()
        {
            EndGap();
            if (_inStretch > 0)
            {
                EndStretch();
            }
        }

        /// <summary>Comparisons with NaN are false: the first finite sample of a stretch is both bounds.</summary>
        private void See(double sample)
        {
            if (!(sample >= _low))
            {
                _isLowFirst = false;
                _low = sample;
            }

            if (!(sample <= _high))
            {
                _isLowFirst = true;
                _high = sample;
            }
        }

        private void EndStretch()
        {
            Least = double.IsNaN(Least) || _low < Least ? _low : Least;
            Greatest = double.IsNaN(Greatest) || _high > Greatest ? _high : Greatest;
            Values.Add(stretch == 1 || _isLowFirst ? _low : _high);
            if (stretch > 1)
            {
                Values.Add(_isLowFirst ? _high : _low);
            }

            (_low, _high, _isLowFirst, _inStretch) = (double.NaN, double.NaN, false, 0);
        }

        private void EndGap()
        {
            if (_gapFrom < 0)
            {
                return;
            }

            GapCount++;
            if (Gaps.Count > 0 && _gapFrom - Gaps[^1].Until < stretch)
            {
                Gaps[^1] = (Gaps[^1].From, _at);
            }
            else
            {
                Gaps.Add((_gapFrom, _at));
            }

            _gapFrom = -1;
        }
    }
}
