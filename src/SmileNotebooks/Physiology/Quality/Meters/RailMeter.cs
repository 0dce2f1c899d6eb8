// Clipping: runs of samples that all equal the largest, or the smallest, of the channel.
namespace SmileNotebooks;

/// <summary>Finds the largest and the smallest sample, and how many samples lie there in runs.</summary>
internal sealed class RailMeter : QualityMeter
{
    // Two equal extremes in a row happen at any resolution; three need a rail, or a very slow signal.
    private const int ShortestRun = 3;

    private Rail _high = new() { Value = double.NegativeInfinity };
    private Rail _low = new() { Value = double.NegativeInfinity };

    public double Highest => _high.Value;

    public double Lowest => -_low.Value;

    // A channel of one value has no rails: it is flat.
    private bool HasRails => Highest > Lowest;

    /// <summary>Samples at the rails; of amplitudes, which often are 0, at the upper one.</summary>
    public long Clipped(bool upperOnly) => HasRails ? _high.Samples + (upperOnly ? 0 : _low.Samples) : 0;

    /// <summary>The longest run at a rail, in samples; 0 where none is long enough to count.</summary>
    public long LongestRun(bool upperOnly) => HasRails ? Math.Max(_high.Longest, upperOnly ? 0 : _low.Longest) : 0;

    public override void Add(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            _high.Add(sample);
            _low.Add(-sample);
        }
    }

    private struct Rail
    {
        private long _run;

        public double Value { get; set; }

        public long Samples { get; private set; }

        public long Longest { get; private set; }

        public void Add(double sample)
        {
            if (!(sample >= Value))
            {
                _run = 0;
                return;
            }

            if (sample > Value)
            {
                // What seemed to be the rail was not.
                (Value, _run, Samples, Longest) = (sample, 0, 0, 0);
            }

            _run++;
            if (_run >= ShortestRun)
            {
                Samples += _run == ShortestRun ? ShortestRun : 1;
                Longest = Math.Max(Longest, _run);
            }
        }
    }
}
