namespace SmileNotebooks;

/// <summary>Double threshold with hysteresis on the smoothed amplitude: a burst begins where it rises above one threshold and ends where it falls below a lower one (after Hodges
/// and Bui, 1996, Electroencephalography and Clinical Neurophysiology 101, 511, whose method has one threshold).</summary>
/// <remarks>The amplitude is |x|, averaged over <see cref="Smoothing"/>; a signal that is an amplitude already is taken as it is.</remarks>
public sealed record DoubleThresholdOnsets : OnsetMethod
{
    /// <summary>How far above the mean of the baseline the amplitude must rise, in standard deviations of the baseline. Default 5.</summary>
    public double Threshold { get; init; } = 5;

    /// <summary>Above what the amplitude stays within a burst, in the same measure. Default 2.</summary>
    public double OffsetThreshold { get; init; } = 2;

    /// <summary>The window of the moving average over |x|, in seconds; 0 for none. Default .025. Not used for a signal that is an amplitude.</summary>
    public double Smoothing { get; init; } = 0.025;

    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant(
        $"double threshold, begins {Threshold:0.###} SD and ends {OffsetThreshold:0.###} SD above the baseline");

    internal override void Check()
    {
        base.Check();
        RequireThresholds(Threshold, OffsetThreshold);
        RequireNotNegative(Smoothing, "smoothing", nameof(Smoothing));
    }

    internal override BurstCandidates Detect(double[] samples, EmgSignal signal, double peak)
    {
        double[] amplitude = samples;
        if (!signal.IsAmplitude)
        {
            amplitude = EmgAmplitude.Rectify(samples);
            amplitude = Smoothing > 0 ? EmgAmplitude.MovingAverage(amplitude, signal.SamplingRate, Smoothing) : amplitude;
        }

        (double mean, double sd) = RestLevel.Of(amplitude, signal, Baseline, peak);
        return new BurstCandidates(
            ThresholdRuns.Find(amplitude, mean + (Threshold * sd), mean + (OffsetThreshold * sd)), mean, sd, mean + (Threshold * sd), signal.Unit);
    }
}
