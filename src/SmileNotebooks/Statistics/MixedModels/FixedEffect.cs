using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A fixed effect of a mixed model, with its t test by Satterthwaite's degrees of freedom.</summary>
/// <param name="Name">Column of the model matrix, as R names it: <c>(Intercept)</c>, <c>emotionhappy</c>.</param>
/// <param name="Estimate">In the unit of the response for each unit of the predictor.</param>
/// <param name="StandardError">Of the estimate.</param>
/// <param name="Degrees">Degrees of freedom (Satterthwaite), commonly not whole.</param>
/// <param name="T">Estimate by standard error.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Interval">By the t distribution with the same degrees of freedom.</param>
public sealed partial record FixedEffect(string Name, double Estimate, double StandardError, double Degrees, double T, double P, ConfidenceInterval Interval)
    : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa =>
        $"{Name}: b = {SmileNotebooks.Apa.Quantity(Estimate)}, SE = {SmileNotebooks.Apa.Quantity(StandardError)}, " +
        $"t({SmileNotebooks.Apa.DegreesOfFreedom(Degrees)}) = {SmileNotebooks.Apa.Number(T)}, {SmileNotebooks.Apa.P(P)}, " +
        $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI [{SmileNotebooks.Apa.Quantity(Interval.Lower)}, {SmileNotebooks.Apa.Quantity(Interval.Upper)}]";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Contrast of fixed effects",
        ["effect", "b", "SE", "df", "t", "p", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI"],
        [Cells()]);

    /// <inheritdoc/>
    public override string ToString() => Apa;

    internal ImmutableArray<string> Cells() =>
    [
        Name,
        SmileNotebooks.Apa.Quantity(Estimate),
        SmileNotebooks.Apa.Quantity(StandardError),
        SmileNotebooks.Apa.DegreesOfFreedom(Degrees),
        SmileNotebooks.Apa.Number(T),
        SmileNotebooks.Apa.PCell(P),
        $"[{SmileNotebooks.Apa.Quantity(Interval.Lower)}, {SmileNotebooks.Apa.Quantity(Interval.Upper)}]",
    ];
}
