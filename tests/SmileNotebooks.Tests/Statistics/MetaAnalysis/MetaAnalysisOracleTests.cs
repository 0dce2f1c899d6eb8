// Meta-analyses against metafor.
namespace SmileNotebooks.Tests.Statistics.MetaAnalyses;

public class MetaAnalysisOracleTests
{
    private static readonly NamedValues Expected = new(OracleTable.Read("meta-analysis", "expected.csv"));

    public static TheoryData<string, HeterogeneityEstimator, bool> Fits
    {
        get
        {
            TheoryData<string, HeterogeneityEstimator, bool> fits = [];
            foreach (string data in new[] { "bcg", "stay", "adherence", "smoking" })
            {
                fits.Add(data, HeterogeneityEstimator.Fixed, false);
                fits.Add(data, HeterogeneityEstimator.DerSimonianLaird, false);
                fits.Add(data, HeterogeneityEstimator.DerSimonianLaird, true);
                fits.Add(data, HeterogeneityEstimator.RestrictedMaximumLikelihood, false);
                fits.Add(data, HeterogeneityEstimator.RestrictedMaximumLikelihood, true);
            }

            return fits;
        }
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Mean_and_heterogeneity_match_metafor(string data, HeterogeneityEstimator estimator, bool hartungKnapp)
    {
        MetaAnalysisOptions options = new() { Estimator = estimator, HartungKnapp = hartungKnapp, Prediction = PredictionDistribution.AsTheTest };
        MetaAnalysisResult result = MetaAnalysis.Fit(MetaAnalysisData.Read(data), options);
        string label = Label(data, estimator, hartungKnapp);

        Expected.Match($"{label}.b", result.Estimate);
        Expected.Match($"{label}.se", result.StandardError);
        Expected.Match($"{label}.zval", result.Statistic);
        Expected.Match($"{label}.pval", result.P);
        Expected.Match($"{label}.ci.lb", result.Interval.Lower);
        Expected.Match($"{label}.ci.ub", result.Interval.Upper);
        Expected.Match($"{label}.QE", result.Q);
        Expected.Match($"{label}.QEp", result.QP);
        Expected.Match($"{label}.tau2", result.Tau2);
        Expected.Match($"{label}.I2", 100 * result.I2);
        Expected.Match($"{label}.H2", result.H2);
        Expected.Match($"{label}.weight1", result.Weights[0]);
        if (estimator != HeterogeneityEstimator.Fixed)
        {
            Expected.Match($"{label}.pi.lb", result.PredictionInterval.Lower);
            Expected.Match($"{label}.pi.ub", result.PredictionInterval.Upper);
            Expected.Match($"{label}.higgins.lb", MetaAnalysis.Fit(result.Studies, options with { Prediction = PredictionDistribution.StudentKMinus2 }).PredictionInterval.Lower);
        }
    }

    [Theory]
    [InlineData("bcg")]
    [InlineData("stay")]
    [InlineData("adherence")]
    [InlineData("smoking")]
    public void Intervals_of_heterogeneity_match_metafor(string data)
    {
        MetaAnalysisResult result = MetaAnalysis.Fit(MetaAnalysisData.Read(data));

        Expected.Match($"{data}.REML.z.tau2.lb", result.Tau2Interval.Lower);
        Expected.Match($"{data}.REML.z.tau2.ub", result.Tau2Interval.Upper);
        Expected.Match($"{data}.REML.z.I2.lb", 100 * result.I2Interval.Lower);
        Expected.Match($"{data}.REML.z.I2.ub", 100 * result.I2Interval.Upper);
    }

    [Theory]
    [InlineData("bcg", HeterogeneityEstimator.RestrictedMaximumLikelihood)]
    [InlineData("stay", HeterogeneityEstimator.DerSimonianLaird)]
    [InlineData("adherence", HeterogeneityEstimator.RestrictedMaximumLikelihood)]
    [InlineData("smoking", HeterogeneityEstimator.DerSimonianLaird)]
    public void Analyses_without_one_study_match_metafor(string data, HeterogeneityEstimator estimator)
    {
        LeaveOneOutResult result = MetaAnalysis.Fit(MetaAnalysisData.Read(data), new() { Estimator = estimator }).LeaveOneOut();
        string label = Label(data, estimator, hartungKnapp: false);
        MetaAnalysisResult first = result.Analyses[0].Analysis;

        Expected.Match($"{label}.without1.estimate", first.Estimate);
        Expected.Match($"{label}.without1.se", first.StandardError);
        Expected.Match($"{label}.without1.pval", first.P);
        Expected.Match($"{label}.without1.tau2", first.Tau2);
        Expected.Match($"{label}.without1.I2", 100 * first.I2);
        Expected.Match($"{label}.without5.estimate", result.Analyses[4].Analysis.Estimate);
    }

    [Theory]
    [InlineData("bcg")]
    [InlineData("stay")]
    [InlineData("adherence")]
    [InlineData("smoking")]
    public void Egger_matches_metafor_and_lm(string data)
    {
        EggerResult result = MetaAnalysis.Fit(MetaAnalysisData.Read(data)).Egger();

        Expected.Match($"{data}.REML.z.egger.t", result.T);
        Expected.Match($"{data}.REML.z.egger.p", result.P);
        Expected.Match($"{data}.egger.slope", result.Asymmetry);
        Expected.Match($"{data}.egger.slope.lb", result.Interval.Lower);
        Expected.Match($"{data}.egger.limit", result.Limit);
        Expected.Match($"{data}.egger.limit.ub", result.LimitInterval.Upper);
    }

    [Theory]
    [InlineData("bcg")]
    [InlineData("stay")]
    [InlineData("adherence")]
    public void Effect_sizes_of_studies_match_escalc(string data)
    {
        StudyEffect[] studies = [.. MetaAnalysisData.Read(data)];

        Expected.Match($"{data}.yi.1", studies[0].Effect);
        Expected.Match($"{data}.vi.1", studies[0].Variance);
        Expected.Match($"{data}.yi.4", studies[3].Effect);
        Expected.Match($"{data}.vi.4", studies[3].Variance);
    }

    [Fact]
    public void Other_effect_sizes_match_escalc()
    {
        Match("odds.{0}.1", EffectSizes.LogOddsRatio("a", (12, 8), (5, 15)));
        Match("odds.{0}.2", EffectSizes.LogOddsRatio("b", (0, 10), (4, 6)));
        Match("risk.{0}.1", EffectSizes.RiskDifference("a", (12, 8), (5, 15)));
        Match("change.{0}", EffectSizes.StandardizedMeanChange("c", 0.9, Expected["change.sd"], 24));
        Match("raw.{0}", EffectSizes.MeanDifference("d", (5.1, 1.5, 24), (4.2, 1.3, 30)));
        foreach (int degrees in new[] { 2, 10, 999, 1001, 5000 })
        {
            Expected.Match($"factor.{degrees}", EffectSizes.SmallSampleFactor(degrees), 1e-11);
        }
    }

    private static void Match(string pattern, StudyEffect effect)
    {
        Expected.Match(pattern.Replace("{0}", "yi"), effect.Effect);
        Expected.Match(pattern.Replace("{0}", "vi"), effect.Variance);
    }

    private static string Label(string data, HeterogeneityEstimator estimator, bool hartungKnapp)
    {
        string method = estimator switch
        {
            HeterogeneityEstimator.Fixed => "FE",
            HeterogeneityEstimator.DerSimonianLaird => "DL",
            _ => "REML",
        };
        return $"{data}.{method}.{(hartungKnapp ? "knha" : "z")}";
    }
}
