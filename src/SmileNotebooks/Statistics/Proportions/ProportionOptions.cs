// What may be chosen for proportions.
namespace SmileNotebooks;

/// <summary>Options of <see cref="Proportion"/> and <see cref="FisherExact"/>.</summary>
public sealed record ProportionOptions
{
    /// <summary>The alternative hypothesis, about the proportion, the first proportion less the second, or the odds ratio. Default: two-sided.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>The proportion under the null hypothesis, 0 to 1, for one sample. Default: .5.</summary>
    public double Null { get; init; } = 0.5;

    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    internal void Check()
    {
        Levels.Checked(Level);
        Normal.CheckProbability(Null);
    }
}
