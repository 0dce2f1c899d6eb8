namespace SmileNotebooks;

/// <summary>How the series of two people come to one clock.</summary>
public sealed record DyadOptions
{
    /// <summary>Samples a second (Hz) of both. 10 by default, a convention: a smile takes longer than half a second to rise.</summary>
    public double SamplingRate { get; init; } = 10;

    /// <summary>Seconds between two measurements that are bridged by a straight line. What is further apart is a gap, NaN. By default 0: three times the median distance of the
    /// person's measurements, and at least one sample; of measurements finer than the clock, of which a sample is a mean, nothing is bridged then.</summary>
    public double LongestBridge { get; init; }

    /// <summary>What was measured, with its unit; "value" by default, or what a file says.</summary>
    public string? Measure { get; init; }

    internal void Check()
    {
        if (!(SamplingRate > 0 && double.IsFinite(SamplingRate)))
        {
            throw new ArgumentException(FormattableString.Invariant($"SamplingRate is {SamplingRate}, expected a number of Hz above 0."), nameof(SamplingRate));
        }

        if (!(LongestBridge >= 0 && double.IsFinite(LongestBridge)))
        {
            throw new ArgumentException(FormattableString.Invariant($"LongestBridge is {LongestBridge}, expected seconds from 0."), nameof(LongestBridge));
        }
    }
}
