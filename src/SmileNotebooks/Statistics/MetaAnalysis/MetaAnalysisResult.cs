// The result of a meta-analysis.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A meta-analysis. Effects, errors and limits are on the scale of the studies' effects.</summary>
public sealed partial record MetaAnalysisResult : IStatisticalResult
{
    /// <summary>The mean effect.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Estimate over standard error: z, or t under Hartung and Knapp.</summary>
    public required double Statistic { get; init; }

    /// <summary>k - 1 under Hartung and Knapp; else infinite.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided p of a mean effect of 0.</summary>
    public required double P { get; init; }

    /// <summary>Interval of the mean effect.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>Where the true effect of a new study is expected; NaN for the fixed effect, infinite for two studies by t with k - 2 degrees of freedom.</summary>
    public required ConfidenceInterval PredictionInterval { get; init; }

    /// <summary>Cochran's Q: the weighted sum of squared deviations from the fixed effect.</summary>
    public required double Q { get; init; }

    /// <summary>Upper tail of chi-squared with k - 1 degrees of freedom at Q; NaN for a single study.</summary>
    public required double QP { get; init; }

    /// <summary>Variance of true effects between studies; 0 for the fixed effect.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Q-profile interval of tau2 (Viechtbauer, 2007). [0, 0]: the studies differ less than sampling alone would have it.</summary>
    public required ConfidenceInterval Tau2Interval { get; init; }

    /// <summary>Share of the variance of a typical study that is between studies (Higgins and Thompson, 2002), 0 to 1; NaN for a single study.</summary>
    public required double I2 { get; init; }

    /// <summary>Interval of I2, from that of tau2.</summary>
    public required ConfidenceInterval I2Interval { get; init; }

    /// <summary>1 / (1 - I2).</summary>
    public required double H2 { get; init; }

    /// <summary>The studies, in the order given.</summary>
    public required ImmutableArray<StudyEffect> Studies { get; init; }

    /// <summary>Each study's share of the mean, summing to 1.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>What was asked for.</summary>
    public required MetaAnalysisOptions Options { get; init; }

    /// <summary>Studies left out because values were missing.</summary>
    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    /// <summary>How many studies.</summary>
    public int K => Studies.Length;

    /// <summary>The analysis again without each study in turn.</summary>
    /// <exception cref="ArgumentException">Too few studies are left.</exception>
    public LeaveOneOutResult LeaveOneOut() => new(
        [.. Studies.Select((study, index) => new LeftOut(study.Label, MetaAnalysis.Fit(Studies.Where((_, other) => other != index), Options)))]);

    /// <summary>Egger's test of a funnel that leans (Egger et al., 1997).</summary>
    /// <exception cref="ArgumentException">Fewer than three studies, or equal standard errors.</exception>
    public EggerResult Egger() => EggerTest.Of(Studies, Options.Level);

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            string test = double.IsPositiveInfinity(DegreesOfFreedom)
                ? $"z = {SmileNotebooks.Apa.Number(Statistic)}"
                : $"t({SmileNotebooks.Apa.DegreesOfFreedom(DegreesOfFreedom)}) = {SmileNotebooks.Apa.Number(Statistic)}";
            string mean = $"k = {K}, mean effect {SmileNotebooks.Apa.Number(Estimate, 3)}, {SmileNotebooks.Apa.Interval(Interval, decimals: 3)}, "
                + $"{test}, {SmileNotebooks.Apa.P(P)} ({Method})";
            string heterogeneity = K < 2 ? ""
                : $"; Q({K - 1}) = {SmileNotebooks.Apa.Number(Q)}, {SmileNotebooks.Apa.P(QP)}, "
                    + (Options.Estimator == HeterogeneityEstimator.Fixed ? "" : $"tau2 = {SmileNotebooks.Apa.Number(Tau2, 3)}, ")
                    + $"I2 = {SmileNotebooks.Apa.Number(100 * I2, 1)}%";
            string prediction = double.IsNaN(PredictionInterval.Lower)
                ? ""
                : $", {SmileNotebooks.Apa.Percent(PredictionInterval.Level)}% PI {SmileNotebooks.Apa.Limits(PredictionInterval, decimals: 3)}";
            return mean + heterogeneity + prediction;
        }
    }

    private string Method => Options.Estimator switch
    {
        HeterogeneityEstimator.Fixed => "fixed effect",
        HeterogeneityEstimator.DerSimonianLaird => "random effects, DerSimonian-Laird",
        _ => "random effects, REML",
    } + (Options.HartungKnapp ? ", Hartung-Knapp" : "");

    /// <summary>A row for each study and one for the mean.</summary>
    public ResultTable ToTable() => new(
        $"Meta-analysis of {K} studies ({Method})",
        ["study", "effect", "SE", $"{SmileNotebooks.Apa.Percent(Interval.Level)}% CI", "weight"],
        [.. Studies.Select((study, index) => Row(study.Label, study.Effect, study.StandardError, study.Interval(Interval.Level), Weights[index])),
         Row("mean", Estimate, StandardError, Interval, 1)])
    {
        Note = $"{Apa}." + (Dropped.Count == 0 ? "" : $" Missing values: {Dropped}."),
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(string name, double effect, double error, ConfidenceInterval interval, double weight) =>
    [
        name, SmileNotebooks.Apa.Number(effect, 3), SmileNotebooks.Apa.Number(error, 3), SmileNotebooks.Apa.Limits(interval, decimals: 3),
        SmileNotebooks.Apa.Number(100 * weight, 1) + "%",
    ];
}
