// Variances and correlations of the random effects: the table that lme4 calls VarCorr.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The variance components of a mixed model.</summary>
/// <param name="Terms">Random terms in the order of the formula.</param>
/// <param name="ResidualStandardDeviation">Standard deviation of the residuals, in the unit of the response.</param>
public sealed partial record VarianceComponents(ImmutableArray<RandomTermVariance> Terms, double ResidualStandardDeviation) : IStatisticalResult
{
    /// <summary>Variance of the residuals.</summary>
    public double ResidualVariance => ResidualStandardDeviation * ResidualStandardDeviation;

    /// <summary>
    /// Share of the variance between levels in a model of random constants only: the intraclass correlation of each term
    /// (Nakagawa and Schielzeth, 2010); empty where a term has other effects, whose variance depends on the predictors.
    /// </summary>
    public ImmutableArray<double> IntraclassCorrelations
    {
        get
        {
            if (Terms.Any(term => term.Effects is not ["(Intercept)"]))
            {
                return [];
            }

            // Relative to the residual deviation, so that neither tiny nor huge units of the response lose the ratio.
            double[] shares = [.. Terms.Select(term => Math.Pow(term.StandardDeviations[0] / ResidualStandardDeviation, 2))];
            return [.. shares.Select(share => share / (1 + shares.Sum()))];
        }
    }

    /// <inheritdoc/>
    public string Apa => string.Join("; ", Terms.SelectMany(Deviations).Append($"residual SD = {SmileNotebooks.Apa.Quantity(ResidualStandardDeviation)}"));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        ImmutableArray<ImmutableArray<string>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        int width = Terms.Max(term => term.Effects.Length) - 1;
        foreach (RandomTermVariance term in Terms)
        {
            for (int effect = 0; effect < term.Effects.Length; effect++)
            {
                double deviation = term.StandardDeviations[effect];
                IEnumerable<string> correlations = Enumerable.Range(0, width)
                    .Select(other => other < effect ? SmileNotebooks.Apa.Bounded(term.Correlations[effect][other]) : "");
                rows.Add([
                    term.Group, term.Effects[effect], SmileNotebooks.Apa.Quantity(deviation * deviation), SmileNotebooks.Apa.Quantity(deviation), .. correlations]);
            }
        }

        IEnumerable<string> headings = Enumerable.Range(1, width).Select(effect => width == 1 ? "r" : $"r with {effect}");
        rows.Add(["residual", "", SmileNotebooks.Apa.Quantity(ResidualVariance), SmileNotebooks.Apa.Quantity(ResidualStandardDeviation),
            .. Enumerable.Repeat("", width)]);
        return new ResultTable("Variance components", ["group", "effect", "variance", "SD", .. headings], rows.ToImmutable());
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static IEnumerable<string> Deviations(RandomTermVariance term) =>
        term.Effects.Select((effect, i) => $"{term.Group} {effect} SD = {SmileNotebooks.Apa.Quantity(term.StandardDeviations[i])}");
}
