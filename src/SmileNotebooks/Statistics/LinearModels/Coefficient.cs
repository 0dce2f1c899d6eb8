namespace SmileNotebooks;

/// <summary>A coefficient of a linear model, tested against zero.</summary>
/// <param name="Name">The column's name, as in <see cref="ModelMatrix.ColumnNames"/>.</param>
/// <param name="Estimate">In units of the response per unit of the column.</param>
/// <param name="StandardError">Of the estimate.</param>
/// <param name="Degrees">The degrees of freedom of the standard error.</param>
/// <param name="T">Estimate over standard error.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Interval">By Student's t.</param>
public sealed record Coefficient(string Name, double Estimate, double StandardError, double Degrees, double T, double P, ConfidenceInterval Interval)
{
    /// <summary>As in <c>age: b = 0.310, 95% CI [0.119, 0.501], t(97) = 3.21, p = .002</c>.</summary>
    public override string ToString() =>
        $"{Name}: b = {EstimateFormat.WithInterval(Estimate, StandardError, Interval)}, t({Apa.DegreesOfFreedom(Degrees)}) = {Apa.Number(T)}, {Apa.P(P)}";

    internal static Coefficient Of(string name, double estimate, double standardError, double degrees, double level)
    {
        double t = estimate / standardError, half = StudentT.UpperQuantile((1 - level) / 2, degrees) * standardError;
        double p = double.IsNaN(t) ? double.NaN : double.IsInfinity(t) ? 0 : StudentT.TwoSided(t, degrees);
        return new Coefficient(name, estimate, standardError, degrees, t, p, new ConfidenceInterval(estimate - half, estimate + half, level));
    }
}
