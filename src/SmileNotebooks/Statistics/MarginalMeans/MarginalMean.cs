namespace SmileNotebooks;

/// <summary>One estimated marginal mean.</summary>
/// <param name="Group">The levels of the "by" factors, joined by ':'; "" where there are none.</param>
/// <param name="Label">The levels of the factors, joined by ':'.</param>
/// <param name="Estimate">The mean, in the unit of the data.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Degrees">The degrees of freedom of the standard error.</param>
/// <param name="Interval">Its confidence interval, not corrected for the number of means.</param>
public sealed record MarginalMean(string Group, string Label, double Estimate, double StandardError, double Degrees, ConfidenceInterval Interval)
{
    /// <summary>As in <c>happy: 0.310, 95% CI [0.119, 0.501]</c>.</summary>
    public override string ToString() => $"{(Group.Length == 0 ? Label : $"{Label} ({Group})")}: {EstimateFormat.WithInterval(Estimate, StandardError, Interval)}";
}
