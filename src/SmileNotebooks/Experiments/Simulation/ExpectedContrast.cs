namespace SmileNotebooks;

/// <summary>What a simulated experiment gives on average for two conditions of the same participants: what an analysis must recover. Log ratios of 2 to 4 s after the face to the
/// 2 s before it. Immutable.</summary>
/// <param name="Mean">The mean difference, first - second.</param>
/// <param name="StandardDeviation">Of participants' differences of means over their trials.</param>
/// <param name="SubjectDeviation">Standard deviation between participants: the component of a mixed model.</param>
/// <param name="SubjectStimulusDeviation">Between conditions within participants, pooled over the two conditions: the component of a mixed model with a constant for each
/// participant and condition.</param>
/// <param name="TrialDeviation">Between trials, noise included, pooled over the two conditions: its residual.</param>
public sealed record ExpectedContrast(double Mean, double StandardDeviation, double SubjectDeviation, double SubjectStimulusDeviation, double TrialDeviation)
{
    /// <summary>The standardised difference, mean / standard deviation.</summary>
    public double Dz => Mean / StandardDeviation;

    /// <summary>How well a participant's difference is measured: the share of its variance that repeats when the same people are measured again, 0 to 1. A correlation of the
    /// differences with anything is smaller than that of the true ones by the factor sqrt(reliability).</summary>
    public double Reliability => 2 * SubjectStimulusDeviation * SubjectStimulusDeviation / (StandardDeviation * StandardDeviation);
}
