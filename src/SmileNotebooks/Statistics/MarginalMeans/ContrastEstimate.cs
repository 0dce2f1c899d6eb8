namespace SmileNotebooks;

/// <summary>One contrast of marginal means, tested against zero.</summary>
/// <param name="Group">The levels of the "by" factors, joined by ':'; "" where there are none.</param>
/// <param name="Name">As in <c>happy - neutral</c>.</param>
/// <param name="Estimate">The contrast, in the unit of the data.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Degrees">The degrees of freedom of the standard error.</param>
/// <param name="T">Estimate over standard error.</param>
/// <param name="UnadjustedP">Two-sided, as if it were the only contrast.</param>
/// <param name="P">Two-sided, corrected for the family.</param>
/// <param name="Interval">Corrected for the family.</param>
public sealed record ContrastEstimate(
    string Group, string Name, double Estimate, double StandardError, double Degrees, double T, double UnadjustedP, double P, ConfidenceInterval Interval)
{
    /// <summary>As in <c>happy - neutral: 0.167, 95% CI [0.091, 0.243], t(73) = 4.39, p &lt; .001</c>.</summary>
    public override string ToString() =>
        $"{(Group.Length == 0 ? Name : $"{Name} ({Group})")}: "
        + $"{EstimateFormat.WithInterval(Estimate, StandardError, Interval)}, t({Apa.DegreesOfFreedom(Degrees)}) = {Apa.Number(T)}, {Apa.P(P)}";
}
