// What must be known of a channel before it can be written: its range, and where it has samples.
namespace SmileNotebooks;

/// <summary>The samples of a channel, seen once.</summary>
internal sealed class EdfScan
{
    private const int BlockSamples = 64 * 1024;

    // Each is a segment of the file; a channel that is NaN here and there is not of that kind.
    private const int MostStretches = 100_000;

    private readonly List<(long Start, long End)> _stretches = [];

    private EdfScan()
    {
    }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether all samples are whole numbers of 16 bits.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Where samples are not NaN: half-open, in order.</summary>
    public IReadOnlyList<(long Start, long End)> Stretches => _stretches;

    /// <exception cref="ArgumentException">A sample is infinite, or there are too many gaps.</exception>
    public static EdfScan Of(Channel channel)
    {
        EdfScan scan = new();
        double[] block = new double[(int)Math.Min(BlockSamples, channel.SampleCount)];
        for (long start = 0; start < channel.SampleCount; start += block.Length)
        {
            Span<double> samples = block.AsSpan(0, (int)Math.Min(block.Length, channel.SampleCount - start));
            channel.Read(start, samples);
            scan.Take(channel, start, samples);
        }

        return scan;
    }

    private void Take(Channel channel, long start, ReadOnlySpan<double> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            double sample = samples[i];
            if (double.IsNaN(sample))
            {
                continue;
            }

            if (double.IsInfinity(sample))
            {
                throw new ArgumentException($"Sample {start + i} of channel {channel.Name} is {sample}, expected numbers: EDF has no infinity.");
            }

            Minimum = Math.Min(Minimum, sample);
            Maximum = Math.Max(Maximum, sample);
            IsWhole = IsWhole && sample == (short)sample;
            Extend(channel, start + i);
        }
    }

    private void Extend(Channel channel, long sample)
    {
        if (_stretches.Count > 0 && _stretches[^1].End == sample)
        {
            _stretches[^1] = (_stretches[^1].Start, sample + 1);
            return;
        }

        if (_stretches.Count == MostStretches)
        {
            throw new ArgumentException($"Channel {channel.Name} has more than {MostStretches} gaps (samples of NaN); EDF can only hold pauses of the recording. Fill the gaps, or write CSV.");
        }

        _stretches.Add((sample, sample + 1));
    }
}
