// The quality of one channel: what was measured in it, and what is worth a remark.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The quality of one channel. Immutable. Indices that cannot be told are NaN (or null), and <see cref="Indices"/> says why.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record EmgQuality
{
    private readonly ValueSequence<double> _artefactTimes = new([]);
    private readonly ValueSequence<QualityIndex> _indices = new([]);

    /// <summary>The name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The unit of its samples.</summary>
    public required string Unit { get; init; }

    /// <summary>Samples a second (Hz).</summary>
    public required double SamplingRate { get; init; }

    /// <summary>In seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>Whether the channel holds amplitudes: then line noise and drift are not judged, and only the upper rail clips.</summary>
    public required bool IsAmplitude { get; init; }

    /// <summary>Noise of the mains; null where it cannot be told.</summary>
    public required LineNoise? LineNoise { get; init; }

    /// <summary>The share of samples at a rail: that equal the largest (or the smallest) of the channel, where it is reached at least twice in a row. 0 to 1.</summary>
    public required double ClippedShare { get; init; }

    /// <summary>The longest run at a rail, in seconds.</summary>
    public required double LongestClipped { get; init; }

    /// <summary>The share of the time without variance: tenths of a second (or 32 samples, where that is longer) whose SD is below a thousandth of the median one, rails left
    /// out. 0 to 1.</summary>
    public required double FlatShare { get; init; }

    /// <summary>The longest flat stretch, in seconds.</summary>
    public required double LongestFlat { get; init; }

    /// <summary>The slope of the level, in unit a minute: least squares through the means of seconds. NaN for less than two seconds.</summary>
    public required double DriftPerMinute { get; init; }

    /// <summary>How far the level wanders: the SD of the means of seconds (MAD / .6745) in median SDs within a tenth of a second. NaN for less than two seconds.</summary>
    public required double Drift { get; init; }

    /// <summary>How many artefacts there are: samples, or steps from one to the next, that stand out of the tenths of a second before and after. Those within a tenth of a second
    /// count once.</summary>
    public required int ArtefactCount { get; init; }

    /// <summary>When they are: seconds after the recording began. The first 1,000 of them.</summary>
    public required ImmutableArray<double> ArtefactTimes
    {
        get => _artefactTimes.Items;
        init => _artefactTimes = new(value);
    }

    /// <summary>Artefacts a minute of what was recorded.</summary>
    public double ArtefactsPerMinute => ArtefactCount == 0 ? 0 : ArtefactCount / (Duration * (1 - GapShare) / 60);

    /// <summary>The share of samples that are missing. 0 to 1.</summary>
    public required double GapShare { get; init; }

    /// <summary>How many gaps there are.</summary>
    public required int GapCount { get; init; }

    /// <summary>The longest gap, in seconds.</summary>
    public required double LongestGap { get; init; }

    /// <summary>The level of rest, in the unit of the channel: the SD (of amplitudes the mean) that a tenth of all tenths of a second stay below, to 1 %. NaN where all is gap.</summary>
    public required double BaselineNoise { get; init; }

    /// <summary>Activity against rest in dB: 20 log10 of the level that 95 % of all tenths of a second stay below over <see cref="BaselineNoise"/>. Near 1 dB for a muscle that only
    /// rests. NaN where rest is 0.</summary>
    public required double SignalToNoise { get; init; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>All that is judged, with limits: for tables and figures.</summary>
    public required ImmutableArray<QualityIndex> Indices
    {
        get => _indices.Items;
        init => _indices = new(value);
    }

    /// <summary>What exceeds its limit.</summary>
    public IEnumerable<QualityIndex> Findings => Indices.Where(index => index.Exceeds);

    /// <summary>Good, or what is not: as in <c>look at: line noise (12 % of the power at 50 Hz and its harmonics)</c>; <c>unusable</c> where more than half of the channel is flat,
    /// at a rail or missing.</summary>
    public string Verdict
    {
        get
        {
            string findings = string.Join(", ", Findings.Select(index => $"{index.Name} ({index.Text})"));
            return IsUnusable ? $"unusable: {(findings.Length == 0 ? "too short to tell" : findings)}" : findings.Length == 0 ? "good" : $"look at: {findings}";
        }
    }

    /// <summary>Whether more than half of the channel is flat, at a rail or missing, or there are too few samples to tell.</summary>
    public bool IsUnusable => !(ClippedShare <= 0.5 && FlatShare <= 0.5 && GapShare <= 0.5);

    /// <summary>Measures a channel. Reads it twice, block by block: memory does not grow with its length, but for eight bytes a second.</summary>
    /// <param name="channel">The channel; <see cref="ChannelKind.EmgAmplitude"/> says that it holds amplitudes.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    /// <exception cref="ArgumentException">An option out of its range; an infinite sample, or one beyond 1e150.</exception>
    public static EmgQuality Of(Channel channel, QualityOptions? options = null) => QualityMeasurement.Of(channel, options ?? new QualityOptions());

    /// <summary>One line on the whole, and one an index.</summary>
    public override string ToString() =>
        $"{Channel}: {Verdict}{(Simulated is null ? "" : $"; {Simulated}")}{string.Concat(Indices.Select(index => FormattableString.Invariant($"\n  {index.Name,-10} {index.Text}{(double.IsNaN(index.Value) ? "" : $"; limit {index.Limit:0.######}")}")))}";
}
