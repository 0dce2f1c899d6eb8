// Comparison of two mixed models of the same rows, one within the other.
namespace SmileNotebooks;

/// <summary>Likelihood-ratio test of two nested mixed models (Wilks, 1938).</summary>
/// <param name="Smaller">The model under the null hypothesis, as it was compared: fitted by ML.</param>
/// <param name="Larger">The model that contains it, fitted by ML.</param>
/// <param name="ChiSquared">Difference of the deviances.</param>
/// <param name="Degrees">Difference of the numbers of parameters.</param>
/// <param name="P">Upper tail of chi-squared. Conservative where a variance is tested, whose null value lies on the bound (Self and Liang, 1987).</param>
/// <param name="Refitted">Whether a model had been fitted by REML and was fitted again by ML for this test.</param>
public sealed partial record LikelihoodRatioTest(MixedModel Smaller, MixedModel Larger, double ChiSquared, int Degrees, double P, bool Refitted) : IStatisticalResult
{
    // More than two searches that end beside the same minimum differ by.
    private const double LargestLoss = 1e-2;

    /// <inheritdoc/>
    public string Apa =>
        $"chi2({Degrees}) = {SmileNotebooks.Apa.Number(ChiSquared)}, {SmileNotebooks.Apa.P(P)}" + (Refitted ? " (models fitted again by ML)" : "");

    /// <summary>Compares two models; those fitted by REML are fitted again by ML first.</summary>
    /// <param name="one">A model.</param>
    /// <param name="other">Another of the same rows and response; the one of fewer parameters must be contained in the other.</param>
    /// <exception cref="ArgumentException">The models have different rows or responses, the same number of parameters, or the one of more fits worse.</exception>
    public static LikelihoodRatioTest Compare(MixedModel one, MixedModel other)
    {
        (MixedModel smaller, MixedModel larger) = one.ParameterCount <= other.ParameterCount ? (one, other) : (other, one);
        if (smaller.ParameterCount == larger.ParameterCount)
        {
            throw new ArgumentException($"Both models have {smaller.ParameterCount} parameters; a likelihood-ratio test needs one within the other.", nameof(other));
        }

        if (!smaller.HasResponseOf(larger))
        {
            throw new ArgumentException(
                $"The models are not of the same rows and response ({smaller.RowCount} rows of {smaller.Formula.Response}, " +
                $"{larger.RowCount} of {larger.Formula.Response}): their likelihoods cannot be compared.",
                nameof(other));
        }

        bool refitted = smaller.Criterion != LikelihoodCriterion.Full || larger.Criterion != LikelihoodCriterion.Full;
        smaller = smaller.Refit(LikelihoodCriterion.Full);
        larger = larger.Refit(LikelihoodCriterion.Full);
        int degrees = larger.ParameterCount - smaller.ParameterCount;

        if (larger.Deviance - smaller.Deviance > LargestLoss)
        {
            throw new ArgumentException(
                $"{larger.Formula} has more parameters than {smaller.Formula} and a deviance larger by {SmileNotebooks.Apa.Quantity(larger.Deviance - smaller.Deviance)}: " +
                "the one is not contained in the other, as a likelihood-ratio test needs.",
                nameof(other));
        }

        // Rounding of two equal deviances must not make a negative statistic.
        double statistic = Math.Max(0, smaller.Deviance - larger.Deviance);
        return new LikelihoodRatioTest(smaller, larger, statistic, degrees, SmileNotebooks.ChiSquared.UpperTail(statistic, degrees), refitted);
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        "Likelihood-ratio test",
        ["model", "parameters", "AIC", "BIC", "log-likelihood", "deviance", "chi2", "df", "p"],
        [
            [.. Cells(Smaller), "", "", ""],
            [.. Cells(Larger), SmileNotebooks.Apa.Number(ChiSquared), $"{Degrees}", SmileNotebooks.Apa.PCell(P)],
        ])
    {
        Note = Refitted ? "Models fitted by REML were fitted again by ML." : null,
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static IEnumerable<string> Cells(MixedModel model) =>
    [
        model.Formula.Text,
        $"{model.ParameterCount}",
        SmileNotebooks.Apa.Number(model.Aic),
        SmileNotebooks.Apa.Number(model.Bic),
        SmileNotebooks.Apa.Number(model.LogLikelihood),
        SmileNotebooks.Apa.Number(model.Deviance),
    ];
}
