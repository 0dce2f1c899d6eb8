namespace SmileNotebooks;

/// <summary>Threshold on the Teager-Kaiser energy, which stands out of noise more than the amplitude does (Li, Zhou and Aruin, 2007, Annals of Biomedical Engineering 35, 1532;
/// Solnik et al., 2010, European Journal of Applied Physiology 110, 489).</summary>
/// <remarks>x[n]² - x[n-1] x[n+1], rectified and averaged over <see cref="Smoothing"/>, is compared with mean + k SD of the same measure in the baseline. The signal must be as
/// recorded or filtered: neither rectified nor smoothed.</remarks>
public sealed record TeagerKaiserOnsets : OnsetMethod
{
    /// <summary>How far above the mean of the baseline the energy must rise, in standard deviations of the baseline. Default 6.</summary>
    public double Threshold { get; init; } = 6;

    /// <summary>Above what the energy stays within a burst, in the same measure. Default 3.</summary>
    public double OffsetThreshold { get; init; } = 3;

    /// <summary>The window of the moving average over the rectified energy, in seconds; 0 for none. Default .025.</summary>
    public double Smoothing { get; init; } = 0.025;

    /// <inheritdoc/>
    public override string Description => FormattableString.Invariant(
        $"Teager-Kaiser energy, begins {Threshold:0.###} SD and ends {OffsetThreshold:0.###} SD above the baseline");

    internal override void Check()
    {
        base.Check();
        RequireThresholds(Threshold, OffsetThreshold);
        RequireNotNegative(Smoothing, "smoothing", nameof(Smoothing));
    }

    internal override BurstCandidates Detect(double[] samples, EmgSignal signal, double peak)
    {
        signal.RequireUnrectified("the Teager-Kaiser operator");
        double[] energy = EmgAmplitude.Rectify(EmgAmplitude.TeagerKaiser(samples));
        energy = Smoothing > 0 ? EmgAmplitude.MovingAverage(energy, signal.SamplingRate, Smoothing) : energy;
        (double mean, double sd) = RestLevel.Of(energy, signal, Baseline, peak * peak);
        return new BurstCandidates(
            ThresholdRuns.Find(energy, mean + (Threshold * sd), mean + (OffsetThreshold * sd)),
            mean, sd, mean + (Threshold * sd), signal.Unit.Length > 0 ? $"{signal.Unit}²" : "");
    }
}
