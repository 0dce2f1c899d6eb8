// How responses of epochs are counted.
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>Counts responses as ln(response / baseline): the mean amplitude of a window or bin over the mean amplitude of the baseline. 0 is no change, ln 2 = .69 a
    /// doubling.</summary>
    /// <param name="from">Where the baseline begins: seconds from the event.</param>
    /// <param name="to">Where it ends: seconds from the event, excluded.</param>
    /// <exception cref="ArgumentException">The signal is not an amplitude, a correction was chosen before, or the epochs do not hold the baseline.</exception>
    public Epochs LogRatioTo(double from, double to) => Counted(new Baseline(BaselineMethod.LogRatio, from, to));

    /// <summary>Counts responses as 100 response / baseline: percent of the baseline, 100 for no change.</summary>
    /// <inheritdoc cref="LogRatioTo"/>
    public Epochs PercentOf(double from, double to) => Counted(new Baseline(BaselineMethod.Percent, from, to));

    /// <summary>Counts responses as response - baseline, in the unit of the signal.</summary>
    /// <param name="from">Where the baseline begins: seconds from the event.</param>
    /// <param name="to">Where it ends: seconds from the event, excluded.</param>
    /// <exception cref="ArgumentException">A correction was chosen before, or the epochs do not hold the baseline.</exception>
    public Epochs DifferenceFrom(double from, double to) => Counted(new Baseline(BaselineMethod.Difference, from, to));

    /// <summary>Counts responses as (response - mean) / SD over all samples (bins, where there are bins) of the participant's epochs of this muscle, baselines included, SD
    /// with n - 1. The SD of samples is larger than that of their means: bin first, so that z values of different sampling rates compare.</summary>
    /// <exception cref="ArgumentException">A correction was chosen before.</exception>
    public Epochs ZScored() => Counted(new Baseline(BaselineMethod.ZScore, 0, 0));

    private Epochs Counted(Baseline baseline)
    {
        if (Baseline.Method != BaselineMethod.None)
        {
            throw new ArgumentException($"Responses of {Muscle} are counted already as {Measure}; start from the epochs before that.");
        }

        if (baseline.IsRatio && !IsAmplitude)
        {
            throw new ArgumentException(
                $"{Muscle} is not an amplitude: a raw electromyogram is about zero on average, and a ratio of such means is noise. Rectify the signal before it is cut into epochs, as in "
                + "emg.Rectify() or emg.Envelope().");
        }

        if (baseline.HasWindow)
        {
            _ = SampleWindow.Of(this, baseline.From, baseline.To, "baseline");
        }

        return this with { Baseline = baseline, Steps = Steps.Add(Invariant($"counted as {baseline.Measure(Unit)}")) };
    }
}
