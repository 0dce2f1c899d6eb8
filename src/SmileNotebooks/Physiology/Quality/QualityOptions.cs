using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What to look at in a recording, and from where on an index is worth a remark. The limits are ours, set so that clean simulated signals pass; none is a standard.</summary>
public sealed record QualityOptions
{
    /// <summary>Kinds of channels to look at; empty for all. Default: electromyograms, as recorded and as amplitudes.</summary>
    public ImmutableArray<ChannelKind> Kinds { get; init; } = [ChannelKind.Emg, ChannelKind.EmgAmplitude];

    /// <summary>The frequency of the mains in Hz; null, the default, for whichever of 50 and 60 Hz is stronger.</summary>
    public double? LineFrequency { get; init; }

    /// <summary>The share of power that line noise may have. Default .1.</summary>
    public double LineNoiseLimit { get; init; } = 0.1;

    /// <summary>The share of samples that may lie at a rail. Default .001.</summary>
    public double ClippingLimit { get; init; } = 0.001;

    /// <summary>The share of time that may be flat. Default .01.</summary>
    public double FlatLimit { get; init; } = 0.01;

    /// <summary>How far the level may wander, in standard deviations of the signal within a tenth of a second. Default 2. Not judged for amplitudes, whose level is the signal.</summary>
    public double DriftLimit { get; init; } = 2;

    /// <summary>How many artefacts a minute there may be. Default 2.</summary>
    public double ArtefactLimit { get; init; } = 2;

    /// <summary>The share of samples that may be missing. Default .05.</summary>
    public double GapLimit { get; init; } = 0.05;

    /// <summary>How far a sample, or a step from one to the next, must be out to be an artefact: in standard deviations of the tenths of a second before and after. Default 10.</summary>
    public double ArtefactFactor { get; init; } = 10;

    internal void Check()
    {
        if (LineFrequency is { } frequency && !(frequency > 0 && double.IsFinite(frequency)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The line frequency is {frequency} Hz, expected a positive number."), nameof(LineFrequency));
        }

        foreach ((double value, string name) in new[]
        {
            (LineNoiseLimit, nameof(LineNoiseLimit)), (ClippingLimit, nameof(ClippingLimit)), (FlatLimit, nameof(FlatLimit)), (DriftLimit, nameof(DriftLimit)),
            (ArtefactLimit, nameof(ArtefactLimit)), (GapLimit, nameof(GapLimit)), (ArtefactFactor, nameof(ArtefactFactor)),
        })
        {
            if (!(value >= 0))
            {
                throw new ArgumentException(FormattableString.Invariant($"{name} is {value}, expected 0 or more."), name);
            }
        }
    }
}
