// One coefficient of a logistic regression.
namespace SmileNotebooks;

/// <summary>A coefficient: the change of log odds per unit of a column, the others held fixed.</summary>
/// <param name="Name">The column.</param>
/// <param name="Estimate">Log odds per unit.</param>
/// <param name="StandardError">From the information at the estimate; under a penalty that of the shrunken estimate, which leaves its bias out.</param>
/// <param name="Z">Estimate over standard error (Wald).</param>
/// <param name="P">Two-sided, from the normal distribution.</param>
/// <param name="Interval">Wald limits of the log odds.</param>
public sealed record LogisticCoefficient(string Name, double Estimate, double StandardError, double Z, double P, ConfidenceInterval Interval)
{
    /// <summary>The factor by which odds change per unit.</summary>
    public double OddsRatio => Math.Exp(Estimate);

    /// <summary>Limits of the odds ratio.</summary>
    public ConfidenceInterval OddsRatioInterval => Interval with { Lower = Math.Exp(Interval.Lower), Upper = Math.Exp(Interval.Upper) };

    /// <summary>As in <c>age: b = 0.80, SE = 0.33, z = 2.44, p = .015, OR = 2.23, 95% CI [1.17, 4.27]</c>.</summary>
    public override string ToString() =>
        $"{Name}: b = {Apa.Quantity(Estimate)}, SE = {Apa.Quantity(StandardError)}, z = {Apa.Number(Z)}, {Apa.P(P)}, "
        + $"OR = {Apa.Quantity(OddsRatio)}, {Apa.QuantityInterval(OddsRatioInterval)}";
}
