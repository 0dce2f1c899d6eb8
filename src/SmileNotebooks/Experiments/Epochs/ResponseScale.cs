// How amplitudes of one epoch become responses.
namespace SmileNotebooks;

/// <summary>A method with its numbers for one epoch.</summary>
/// <param name="Method">How the response is counted.</param>
/// <param name="Mean">The mean amplitude of the baseline, or of the participant.</param>
/// <param name="Deviation">The participant's SD, for z.</param>
internal readonly record struct ResponseScale(BaselineMethod Method, double Mean, double Deviation)
{
    public double Of(double amplitude) => Method switch
    {
        // One quotient, whose logarithm keeps its digits where both are alike.
        BaselineMethod.LogRatio => Math.Log(amplitude / Mean),
        BaselineMethod.Percent => 100 * (amplitude / Mean),
        BaselineMethod.Difference => amplitude - Mean,
        BaselineMethod.ZScore => (amplitude - Mean) / Deviation,
        _ => amplitude,
    };
}
