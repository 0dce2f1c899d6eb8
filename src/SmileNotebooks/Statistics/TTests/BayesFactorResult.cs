// The result of a Bayes factor t test.
namespace SmileNotebooks;

/// <summary>A JZS Bayes factor: <c>BF10 = 17.26 (Cauchy prior, r = 0.71)</c>.</summary>
public sealed partial record BayesFactorResult : IStatisticalResult
{
    /// <summary>log of the Bayes factor of the alternative against the null hypothesis: finite where the factor itself is no double.</summary>
    public required double LogBayesFactor { get; init; }

    /// <summary>How much likelier the data are under the alternative than under the null hypothesis (BF10).</summary>
    public double BayesFactor10 => Math.Exp(LogBayesFactor);

    /// <summary>How much likelier the data are under the null hypothesis (BF01).</summary>
    public double BayesFactor01 => Math.Exp(-LogBayesFactor);

    /// <summary>The test statistic it was made from.</summary>
    public required double T { get; init; }

    /// <summary>Degrees of freedom of <see cref="T"/>.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Scale of the Cauchy prior of the standardised effect.</summary>
    public required double PriorScale { get; init; }

    /// <inheritdoc/>
    public string Apa =>
        (LogBayesFactor >= 0 ? $"BF10 = {Factor(LogBayesFactor)}" : $"BF01 = {Factor(-LogBayesFactor)}")
        + $" (Cauchy prior, r = {SmileNotebooks.Apa.Number(PriorScale)})";

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "JZS Bayes factor",
        ["", "t", "df", "BF10", "BF01", "log BF10", "prior scale"],
        [["alternative against null", SmileNotebooks.Apa.Number(T), SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom),
          Factor(LogBayesFactor), Factor(-LogBayesFactor), SmileNotebooks.Apa.Number(LogBayesFactor), SmileNotebooks.Apa.Number(PriorScale)]]);

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private static string Factor(double log) => log > 700 ? $"exp({SmileNotebooks.Apa.Number(log)})" : SmileNotebooks.Apa.Quantity(Math.Exp(log));
}
