// Ways to find where bursts of muscle activity begin and end.
namespace SmileNotebooks;

/// <summary>A way to find where bursts of muscle activity begin and end, with its settings: <see cref="DoubleThresholdOnsets"/>, <see cref="TeagerKaiserOnsets"/> or
/// <see cref="BonatoOnsets"/>.</summary>
public abstract record OnsetMethod
{
    private protected OnsetMethod()
    {
    }

    /// <summary>A stretch in which the muscle rests, in seconds of the recording, half-open. Null, the default, to estimate rest from the whole signal by median and MAD, which
    /// holds as long as the muscle rests for clearly more than half of the time.</summary>
    public (double From, double To)? Baseline { get; init; }

    /// <summary>Bursts shorter than this are left out, in seconds. Default .03: a muscle is not active for less (Bonato et al., 1998).</summary>
    public double MinimumDuration { get; init; } = 0.03;

    /// <summary>Pauses shorter than this are part of the burst around them, in seconds. Default .03.</summary>
    public double MinimumGap { get; init; } = 0.03;

    /// <summary>The name of the method and its settings, in words.</summary>
    public abstract string Description { get; }

    /// <summary>What is compared with a threshold, and the thresholds.</summary>
    /// <param name="samples">The signal, without offset where it is no amplitude; NaN is a gap.</param>
    /// <param name="signal">The signal as it was, for its rate and its kind.</param>
    /// <param name="peak">Its largest magnitude before the offset was taken off.</param>
    internal abstract BurstCandidates Detect(double[] samples, EmgSignal signal, double peak);

    internal virtual void Check()
    {
        RequireNotNegative(MinimumDuration, "minimum duration of a burst", nameof(MinimumDuration));
        RequireNotNegative(MinimumGap, "minimum duration of a pause", nameof(MinimumGap));
    }

    private protected static void RequireNotNegative(double value, string what, string parameter)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {value}, expected 0 or more."), parameter);
        }
    }

    private protected static void RequireThresholds(double on, double off)
    {
        RequireNotNegative(on, "threshold for onsets", nameof(on));
        RequireNotNegative(off, "threshold for offsets", nameof(off));
        if (off > on)
        {
            throw new ArgumentException(FormattableString.Invariant($"The threshold for offsets, {off}, is above that for onsets, {on}; expected at most as much."), nameof(off));
        }
    }
}
