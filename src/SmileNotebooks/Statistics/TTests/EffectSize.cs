// A standardised mean difference with its exact interval.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A standardised mean difference and its confidence interval.</summary>
/// <param name="Symbol">d, dz or g.</param>
/// <param name="Value">In standard deviations.</param>
/// <param name="Interval">Exact where the data are normal with equal variances: from the noncentral t distribution.</param>
/// <param name="DegreesOfFreedom">Of the standard deviation that was divided by.</param>
public sealed partial record EffectSize(string Symbol, double Value, ConfidenceInterval Interval, double DegreesOfFreedom) : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa => $"{Symbol} = {SmileNotebooks.Apa.Number(Value)}, {SmileNotebooks.Apa.Interval(Interval)}";

    /// <summary>Hedges' g (1981): d and its limits times J(v) = Gamma(v/2) / (sqrt(v/2) Gamma((v-1)/2)), exactly, which takes the bias out of d.
    /// 0 at one degree of freedom.</summary>
    public EffectSize ToHedgesG()
    {
        double factor = HedgesFactor(DegreesOfFreedom);
        return this with
        {
            Symbol = "g",
            Value = factor * Value,
            Interval = Interval with { Lower = factor * Interval.Lower, Upper = factor * Interval.Upper },
        };
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Standardised mean difference",
        ["", "estimate", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI"],
        [[Symbol, SmileNotebooks.Apa.Number(Value), SmileNotebooks.Apa.Limits(Interval)]]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    // Infinite expectation of 1/S at one degree of freedom: no multiple of d is unbiased, and J is 0.
    internal static double HedgesFactor(double degrees) =>
        degrees <= 1 ? 0
        : Math.Exp(Precise.StirlingCorrection(0.5 * degrees) - Precise.StirlingCorrection(0.5 * (degrees - 1))
            - (0.5 * (degrees - 2) * Precise.Log1p(-1 / degrees)) - 0.5);
}
