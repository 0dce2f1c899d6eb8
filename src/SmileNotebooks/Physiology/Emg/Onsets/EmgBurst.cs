namespace SmileNotebooks;

/// <summary>One burst of muscle activity: from its onset to its offset. Immutable.</summary>
/// <param name="OnsetSample">The first sample of the burst.</param>
/// <param name="OffsetSample">The first sample after it: the range is half-open.</param>
/// <param name="SamplingRate">Samples a second (Hz).</param>
public sealed record EmgBurst(int OnsetSample, int OffsetSample, double SamplingRate)
{
    /// <summary>When it begins: seconds after the recording began.</summary>
    public double Onset => OnsetSample / SamplingRate;

    /// <summary>When it ends: seconds after the recording began.</summary>
    public double Offset => OffsetSample / SamplingRate;

    /// <summary>From onset to offset, in seconds.</summary>
    public double Duration => (OffsetSample - OnsetSample) / SamplingRate;

    /// <summary>The largest amplitude |x|, in the unit of the signal.</summary>
    public required double Peak { get; init; }

    /// <summary>When the amplitude is largest: seconds after the recording began.</summary>
    public required double PeakTime { get; init; }

    /// <summary>The mean amplitude |x| from onset to offset, in the unit of the signal.</summary>
    public required double MeanAmplitude { get; init; }

    /// <summary>True where the signal, or the stretch behind a gap, begins within the burst: it began at <see cref="Onset"/> or before, nobody knows when.</summary>
    public bool HadBegun { get; init; }

    /// <summary>True where the signal ends, or a gap begins, within the burst: it ended at <see cref="Offset"/> or later, nobody knows when.</summary>
    public bool GoesOn { get; init; }

    /// <summary>As in <c>1.204 to 1.733 s, peak 0.081 at 1.51 s</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(HadBegun ? "before " : "")}{Onset:0.######} to {(GoesOn ? "after " : "")}{Offset:0.######} s, peak {Peak:G4} at {PeakTime:0.######} s");
}
