namespace SmileNotebooks;

/// <summary>How smiles in time are measured. Where the constants come from: docs/methods.md, "Smiles in time".</summary>
public sealed record SmileDynamicsOptions
{
    /// <summary>What is looked at. Null (the default) takes the lip corners where the series has them, and AU12 where not.</summary>
    public SmileSignal? Signal { get; init; }

    /// <summary>Where the mouth at rest is taken from. Default: the low quiet moments of the clip.</summary>
    public SmileRest Rest { get; init; } = SmileRest.QuietMoments;

    /// <summary>How long before an onset and after an offset, and with <see cref="SmileRest.Beginning"/> from the first frame, rest is measured. Default 0.5 s.</summary>
    public double RestSeconds { get; init; } = 0.5;

    /// <summary>Half the width of the window in which the course is fitted, seconds; above 0. Amplitudes, speeds and accelerations come from it. Default 0.35 s.</summary>
    public double SmoothingSeconds { get; init; } = 0.35;

    /// <summary>The same for the times of phases, which noise disturbs less and smoothing more; above 0. Default 0.25 s.</summary>
    public double TimingSeconds { get; init; } = 0.25;

    /// <summary>The longest distance of two measured frames that is bridged, seconds; a longer one ends a smile. Default 0.3 s.</summary>
    public double BridgeSeconds { get; init; } = 0.3;

    /// <summary>The least rise of a smile in lip widths, for <see cref="SmileSignal.LipCorners"/>. Default 0.04.</summary>
    public double MinimumAmplitude { get; init; } = 0.04;

    /// <summary>The least rise of a smile in intensity of AU12, 0 to 5, for <see cref="SmileSignal.AU12"/>. Default 1, the lowest intensity that FACS writes down.</summary>
    public double MinimumIntensity { get; init; } = 1;

    /// <summary>The shortest time that a smile stays above half of its height, seconds. Shorter movements (speech, twitches) are left out and said. Default 0.5 s.</summary>
    public double MinimumSeconds { get; init; } = 0.5;

    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Check()
    {
        Positive(RestSeconds, nameof(RestSeconds));
        Positive(SmoothingSeconds, nameof(SmoothingSeconds));
        Positive(TimingSeconds, nameof(TimingSeconds));
        Positive(BridgeSeconds, nameof(BridgeSeconds));
        Positive(MinimumAmplitude, nameof(MinimumAmplitude));
        Positive(MinimumIntensity, nameof(MinimumIntensity));
        Positive(MinimumSeconds, nameof(MinimumSeconds));
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}, expected a finite number above 0."));
        }
    }
}
