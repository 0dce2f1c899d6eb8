// The electromyogram of one muscle: what filters, envelopes and onsets work on, and what is cut into epochs.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The electromyogram of one muscle in one recording, with what was done to it. Immutable: each step gives a new signal.</summary>
/// <remarks>Sample k lies k / <see cref="SamplingRate"/> seconds after the recording began. NaN is a gap.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record EmgSignal
{
    /// <summary>Makes a signal.</summary>
    /// <param name="samples">The samples; they are not copied: do not change them afterwards.</param>
    /// <param name="samplingRate">Samples a second (Hz), positive.</param>
    /// <param name="muscle">The muscle or channel.</param>
    /// <param name="unit">The unit of the samples.</param>
    /// <exception cref="ArgumentException">A sampling rate that is not a positive number.</exception>
    public EmgSignal(ReadOnlyMemory<double> samples, double samplingRate, string muscle = "EMG", string unit = "mV")
    {
        if (!(samplingRate > 0 && double.IsFinite(samplingRate)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The sampling rate of {muscle} is {samplingRate} Hz, expected a positive number."), nameof(samplingRate));
        }

        Samples = samples;
        SamplingRate = samplingRate;
        Muscle = muscle;
        Unit = unit;
    }

    /// <summary>The samples in <see cref="Unit"/>.</summary>
    public ReadOnlyMemory<double> Samples { get; private init; }

    /// <summary>Samples a second (Hz).</summary>
    public double SamplingRate { get; private init; }

    /// <summary>The muscle or channel, such as zygomaticus.</summary>
    public string Muscle { get; init; }

    /// <summary>The unit of the samples.</summary>
    public string Unit { get; init; }

    /// <summary>Whether the samples are amplitudes (not negative): rectified, smoothed or both.</summary>
    public bool IsAmplitude { get; init; }

    /// <summary>Whose muscle it is; empty where unknown.</summary>
    public string Participant { get; init; } = "";

    /// <summary>Events of the recording.</summary>
    public ImmutableArray<RecordingEvent> Events { get; init; } = [];

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>What was done to the signal since it was read, each step in words with its settings.</summary>
    public ImmutableArray<string> Steps { get; private init; } = [];

    /// <summary>Samples divided by the rate, in seconds.</summary>
    public double Duration => Samples.Length / SamplingRate;

    internal static EmgSignal Of(Recording recording, Channel channel) => new(channel.Read(), channel.SamplingRate, channel.Name, channel.Unit)
    {
        IsAmplitude = channel.Kind == ChannelKind.EmgAmplitude,
        Participant = recording.Participant,
        Events = recording.Events,
        Simulated = recording.Simulated,
    };

    /// <summary>The signal after one more step.</summary>
    /// <param name="samples">The samples after it.</param>
    /// <param name="step">What was done, in words with its settings.</param>
    /// <param name="samplingRate">The rate after it; null where it stays.</param>
    internal EmgSignal After(double[] samples, string step, double? samplingRate = null) =>
        this with { Samples = samples, SamplingRate = samplingRate ?? SamplingRate, Steps = Steps.Add(step) };

    /// <summary>As in <c>zygomaticus of 09: 26,523 samples at 100 Hz, mV; rectified</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Muscle}{(Participant.Length > 0 ? $" of {Participant}" : "")}: {Samples.Length:#,0} samples at {SamplingRate:#,0.######} Hz{(Unit.Length > 0 ? $", {Unit}" : "")}{string.Concat(Steps.Select(step => $"; {step}"))}{(Simulated is null ? "" : $"; {Simulated}")}");
}
