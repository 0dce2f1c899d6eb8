// What can be chosen of a jackknife latency.
namespace SmileNotebooks;

/// <summary>Options of <see cref="JackknifeLatency"/>.</summary>
public sealed record JackknifeLatencyOptions
{
    /// <summary>Samples a second (Hz).</summary>
    public required double SamplingRate { get; init; }

    /// <summary>The time of the first sample in seconds, by default 0; often negative, where courses begin before the stimulus.</summary>
    public double StartTime { get; init; }

    /// <summary>Where the peak and the crossing are looked for: from this time in seconds; by default from the first sample.</summary>
    public double? From { get; init; }

    /// <summary>Up to this time in seconds, excluded; by default to the last sample.</summary>
    public double? To { get; init; }

    /// <summary>What counts as begun; by default half of the peak.</summary>
    public LatencyCriterion Criterion { get; init; } = LatencyCriterion.FractionOfPeak();

    /// <summary>The width in seconds of the moving average that averages are smoothed with before they are searched, by default 0.1; 0 for none. The jackknife holds for
    /// smooth curves: where noise makes a curve cross its criterion several times, the standard error comes out too small (12 % false positives in place of 5 %
    /// without smoothing, in white noise at 50 Hz).</summary>
    public double Smoothing { get; init; } = 0.1;

    /// <summary>Whether the response is a decrease: its peak is the smallest value. By default not.</summary>
    public bool Decrease { get; init; }

    /// <summary>Coverage of intervals, by default .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done with a course in which a value is not finite; by default an error. Dropping leaves out the whole participant.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>The samples of the window: [from, to).</summary>
    internal (int From, int To) Window(int samples)
    {
        Levels.Checked(Level);
        if (!(SamplingRate > 0 && double.IsFinite(SamplingRate)))
        {
            throw new ArgumentException($"The sampling rate is {SamplingRate} Hz, expected a positive number.");
        }

        if (!(Smoothing >= 0 && double.IsFinite(Smoothing)))
        {
            throw new ArgumentException($"The width of the smoothing is {Smoothing} s, expected 0 or more.");
        }

        // A sample at the very limit belongs to the window in spite of rounding.
        const double Rounding = 1e-6;
        int from = From is { } start ? Math.Max(0, (int)Math.Ceiling(((start - StartTime) * SamplingRate) - Rounding)) : 0;
        int to = To is { } end ? Math.Min(samples, (int)Math.Ceiling(((end - StartTime) * SamplingRate) - Rounding)) : samples;
        return to - from >= 2
            ? (from, to)
            : throw new ArgumentException(
                $"The window from {(From is null ? "the first sample" : $"{From} s")} to {(To is null ? "the last" : $"{To} s")} holds {Math.Max(0, to - from)} of {samples} samples, expected at least 2.");
    }
}
