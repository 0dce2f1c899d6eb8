// One channel of a recording.
namespace SmileNotebooks;

/// <summary>One channel of a recording: its name, unit and sampling rate, and the way to its samples. Immutable; samples are read when they are asked for.</summary>
/// <remarks>Sample k was taken k / <see cref="SamplingRate"/> seconds after the recording began. Where nothing was recorded (a pause of a discontinuous file) samples
/// are NaN.</remarks>
public sealed record Channel
{
    internal Channel(string name, string unit, double samplingRate, SampleSource samples)
    {
        if (!(samplingRate > 0 && double.IsFinite(samplingRate)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The sampling rate of channel {name} is {samplingRate} Hz, expected a positive number."), nameof(samplingRate));
        }

        Name = name;
        Unit = unit;
        SamplingRate = samplingRate;
        Source = samples;
    }

    /// <summary>A channel whose samples are in memory.</summary>
    /// <param name="name">Such as zygomaticus.</param>
    /// <param name="unit">The unit of the samples, such as mV.</param>
    /// <param name="samplingRate">Samples a second (Hz), positive.</param>
    /// <param name="samples">The samples; NaN where nothing was recorded. They are not copied: do not change them afterwards.</param>
    public Channel(string name, string unit, double samplingRate, ReadOnlyMemory<double> samples)
        : this(name, unit, samplingRate, new MemorySamples(samples))
    {
    }

    /// <summary>The name, as in the file or as its layout says.</summary>
    public string Name { get; init; }

    /// <summary>The unit of the samples, such as mV; empty where unknown.</summary>
    public string Unit { get; init; }

    /// <summary>Samples a second (Hz).</summary>
    public double SamplingRate { get; }

    /// <summary>What was recorded; unknown by default.</summary>
    public ChannelKind Kind { get; init; }

    internal SampleSource Source { get; }

    /// <summary>How many samples there are, gaps included.</summary>
    public long SampleCount => Source.Count;

    /// <summary>Samples divided by the rate, in seconds.</summary>
    public double Duration => SampleCount / SamplingRate;

    /// <summary>Reads all samples.</summary>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public double[] Read() => Read(0, checked((int)SampleCount));

    /// <summary>Reads some samples.</summary>
    /// <param name="start">The first sample, from 0.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They do not all lie in the channel.</exception>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public double[] Read(long start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] samples = new double[count];
        Read(start, samples);
        return samples;
    }

    /// <summary>Reads as many samples as fit.</summary>
    /// <param name="start">The first sample, from 0.</param>
    /// <param name="destination">Receives them, in <see cref="Unit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">They do not all lie in the channel.</exception>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public void Read(long start, Span<double> destination)
    {
        if (start < 0 || destination.Length > SampleCount - start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start), $"{destination.Length} sample{(destination.Length == 1 ? "" : "s")} from sample {start} on of channel {Name} were asked for, expected a stretch within 0 until {SampleCount}.");
        }

        Source.Read(start, destination);
    }

    /// <summary>As in <c>zygomaticus: 30,000 samples at 1,000 Hz, mV</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}: {SampleCount:#,0} samples at {SamplingRate:#,0.######} Hz{(Unit.Length > 0 ? $", {Unit}" : "")}");
}
