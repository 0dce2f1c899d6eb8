// Clipping: samples that equal the largest, or the smallest, of the channel.
namespace SmileNotebooks;

/// <summary>Finds the largest and the smallest sample, and how often they are reached.</summary>
/// <remarks>An extreme is a rail where it is reached twice in a row: the largest of many samples is rare, and twice in a row it is rarer, whatever the resolution.</remarks>
internal sealed class RailMeter : QualityMeter
{
    private Extreme _high = new() { Value = double.NegativeInfinity };
    private Extreme _low = new() { Value = double.NegativeInfinity };

    /// <summary>The largest sample; NaN for a channel of one value, which is flat and has no rails.</summary>
    public double Highest => Varies ? _high.Value : double.NaN;

    /// <summary>The smallest sample, likewise.</summary>
    public double Lowest => Varies ? -_low.Value : double.NaN;

    private bool Varies => _high.Value > -_low.Value;

    /// <summary>Samples at rails; of amplitudes, which often are 0, at the upper one.</summary>
    public long Clipped(bool upperOnly) => Varies ? _high.AtRail + (upperOnly ? 0 : _low.AtRail) : 0;

    /// <summary>The longest run at a rail, in samples; 0 where there is none.</summary>
    public long LongestRun(bool upperOnly) => Varies ? Math.Max(_high.LongestAtRail, upperOnly ? 0 : _low.LongestAtRail) : 0;

    public override void Add(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            _high.Add(sample);
            _low.Add(-sample);
        }
    }

    private struct Extreme
    {
        private long _run;
        private long _samples;
        private long _longest;

        public double Value { get; set; }

        public readonly long AtRail => _longest > 1 ? _samples : 0;

        public readonly long LongestAtRail => _longest > 1 ? _longest : 0;

        public void Add(double sample)
        {
            if (!(sample >= Value))
            {
                _run = 0;
                return;
            }

            if (sample > Value)
            {
                (Value, _run, _samples, _longest) = (sample, 0, 0, 0);
            }

            _run++;
            _samples++;
            _longest = Math.Max(_longest, _run);
        }
    }
}
