namespace SmileNotebooks;

/// <summary>When responses are expected, for <see cref="LaterOrLess"/>. Times are seconds from the stimulus.</summary>
public sealed record LaterOrLessOptions
{
    /// <summary>Where the late window begins, in which sizes are compared; 2 by default.</summary>
    public double SizeFrom { get; init; } = 2;

    /// <summary>Where it ends; 4 by default.</summary>
    public double SizeTo { get; init; } = 4;

    /// <summary>Until when the peak is looked for, of which a latency is a fraction; 1.5 by default.</summary>
    public double LatencyTo { get; init; } = 1.5;

    /// <summary>The fraction of the peak that counts as begun; .4 by default.</summary>
    public double Fraction { get; init; } = 0.4;

    /// <summary>The moving average of courses before latencies, in seconds; .4 by default (docs/simulated-experiments.md, Onset latency).</summary>
    public double Smoothing { get; init; } = 0.4;
}
