// What a measure that does not repeat itself leaves of a correlation.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A simulated correlation between a trait (social anxiety in a questionnaire, say) and a response that is measured with error: people differ in what they do, and a few trials show
/// it only in part. Both are normal. Immutable.</summary>
/// <param name="True">The correlation of the trait with the response that endless trials would show, -1 to 1. Assumed.</param>
/// <param name="Reliability">How far the measure repeats itself, above 0 to 1: <see cref="ExpectedContrast.Reliability"/>.</param>
public sealed record TraitCorrelation(double True, double Reliability)
{
    /// <summary>The correlation that is measured on average: true x sqrt(reliability) (Spearman, 1904, American Journal of Psychology 15, 72-101).</summary>
    public double Measured => True * Math.Sqrt(Reliability);

    /// <summary>The correlation found in one simulated study.</summary>
    /// <param name="participants">At least 4.</param>
    /// <param name="seed">The seed of its random numbers.</param>
    /// <exception cref="ArgumentException">Fewer participants, or a correlation or reliability that cannot be.</exception>
    public CorrelationResult Study(int participants, ulong seed)
    {
        if (!(Math.Abs(True) <= 1 && Reliability > 0 && Reliability <= 1))
        {
            throw new ArgumentException(Invariant($"The true correlation is {True} and the reliability {Reliability}, expected -1 to 1, and above 0 to 1."));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(participants, 4);
        RandomStream random = new(seed);
        double[] trait = new double[participants], measured = new double[participants];
        for (int participant = 0; participant < participants; participant++)
        {
            trait[participant] = random.NextGaussian();
            double response = (True * trait[participant]) + (Math.Sqrt(1 - (True * True)) * random.NextGaussian());
            measured[participant] = (Math.Sqrt(Reliability) * response) + (Math.Sqrt(1 - Reliability) * random.NextGaussian());
        }

        return Correlation.Pearson(trait, measured);
    }

    /// <summary>How often a study finds a significant correlation.</summary>
    /// <param name="participants">At least 4.</param>
    /// <param name="options">Null for the defaults.</param>
    public PowerResult Power(int participants, PowerOptions? options = null) =>
        SmileNotebooks.Power.Simulate(seed => Study(participants, seed).P, options) with { SampleSize = participants };
}
