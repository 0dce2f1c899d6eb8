// Meta-analyses at their edges, their recovery of known truths, and what must not change them.
using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.MetaAnalyses;

public class MetaAnalysisTests
{
    private static readonly MetaAnalysisOptions Fixed = new() { Estimator = HeterogeneityEstimator.Fixed };

    [Fact]
    public void A_study_that_outweighs_all_others_leaves_the_typical_variance_its_digits()
    {
        // By hand: the weights are 1e20 and twice 1; (k - 1) sum / (sum^2 - sum of squares) = 2 (1e20 + 2) / (2 (2e20 + 1)), or 1/2.
        Assert.Equal(0.5, new StudySet([0, 1, 2], [1e-20, 1, 1]).TypicalVariance, 1e-14);
        Assert.Equal(0.5e-300, new StudySet([0, 1, 2], [1e-320 * 1e10, 1e-300, 1e-300]).TypicalVariance, 1e-308);
    }

    [Fact]
    public void Sentence_and_tables_read_as_a_paper_has_them()
    {
        MetaAnalysisResult result = MetaAnalysis.Fit(MetaAnalysisData.Read("bcg"));

        Assert.Equal(
            "k = 13, mean effect -0.715, 95% CI [-1.067, -0.362], z = -3.97, p < .001 (random effects, REML); "
            + "Q(12) = 152.23, p < .001, tau2 = 0.313, I2 = 92.2%, 95% PI [-2.008, 0.579]",
            result.ToString());
        Assert.Equal(14, result.ToTable().Rows.Length);
        Assert.Equal(13, result.LeaveOneOut().ToTable().Rows.Length);
        Assert.StartsWith("Without one study at a time the mean effect lies between -0.795", result.LeaveOneOut().ToString());
        Assert.StartsWith("Egger's test of asymmetry: b = -2.11, 95% CI [-5.4", result.Egger().ToString());
    }

    [Fact]
    public void Effects_with_errors_in_spans_and_records_give_the_same()
    {
        StudyEffect[] studies = [.. MetaAnalysisData.Read("smoking")];
        double[] effects = [.. studies.Select(study => study.Effect)];
        double[] errors = [.. studies.Select(study => study.StandardError)];

        string expected = MetaAnalysis.Fit(studies).Apa;

        Assert.Equal(expected, MetaAnalysis.Fit(effects, errors).Apa);
        Assert.Equal(expected, MetaAnalysis.Fit(studies, study => study.Effect, study => study.StandardError, study => study.Label).Apa);
        Assert.Equal(studies[2].Label, MetaAnalysis.Fit(studies, study => study.Effect, study => study.StandardError, study => study.Label).Studies[2].Label);
    }

    [Fact]
    public void One_study_is_its_own_fixed_effect()
    {
        MetaAnalysisResult result = MetaAnalysis.Fit([0.4], [0.1], options: Fixed);

        Assert.Equal((0.4, 0.1, 0.0), (result.Estimate, result.StandardError, result.Q));
        Assert.True(double.IsNaN(result.I2) && double.IsNaN(result.QP));
        Assert.Equal("k = 1, mean effect 0.400, 95% CI [0.204, 0.596], z = 4.00, p < .001 (fixed effect)", result.Apa);
    }

    [Fact]
    public void Studies_that_agree_have_no_heterogeneity()
    {
        MetaAnalysisResult result = MetaAnalysis.Fit([0.5, 0.5, 0.5], [0.1, 0.2, 0.3]);

        Assert.Equal((0.0, 0.0, 0.0), (result.Tau2, result.Q, result.I2));
        Assert.Equal((0.0, 0.0), (result.Tau2Interval.Lower, result.Tau2Interval.Upper));
        Assert.Equal(0.5, result.Estimate);
    }

    [Fact]
    public void Two_studies_predict_nothing()
    {
        ConfidenceInterval interval = MetaAnalysis.Fit([0.1, 0.9], [0.1, 0.1]).PredictionInterval;

        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (interval.Lower, interval.Upper));
    }

    [Fact]
    public void Errors_name_what_is_wrong()
    {
        Assert.Contains("Study 'b': found standard error 0", Error(() => MetaAnalysis.Fit([1, 2], [1, 0], ["a", "b"])));
        Assert.Contains("found variance -1", Error(() => MetaAnalysis.Fit([new("a", 1, 1), new("b", 1, -1)])), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Too few studies for RestrictedMaximumLikelihood: found 1, expected at least 2", Error(() => MetaAnalysis.Fit([1], [1])));
        Assert.Contains("2 labels for 3 effects", Error(() => MetaAnalysis.Fit([1, 2, 3], [1, 1, 1], ["a", "b"])));
        Assert.Contains("Row 1: 'effects'", Error(() => MetaAnalysis.Fit([1, double.NaN, 3], [1, 1, 1])));
        Assert.Contains("Hartung and Knapp", Error(() => MetaAnalysis.Fit([1, 2], [1, 1], options: Fixed with { HartungKnapp = true })));
        Assert.Contains("different standard errors", Error(() => MetaAnalysis.Fit([1, 2, 3], [1, 1, 1]).Egger()));
        Assert.Contains("r = 1 and n = 20", Error(() => EffectSizes.FisherZ("s", 1, 20)));
        Assert.Contains("a: found mean 1, standard deviation 0", Error(() => EffectSizes.MeanDifference("a", (1, 0, 5), (1, 1, 5))));
        Assert.Contains("not negative", Error(() => EffectSizes.LogOddsRatio("a", (-1, 3), (2, 2))));
    }

    [Fact]
    public void What_is_dropped_is_said()
    {
        MetaAnalysisResult result = MetaAnalysis.Fit([1, double.NaN, 3], [1, 1, 1], ["a", "b", "c"], new() { Missing = MissingValues.DropListwise });

        Assert.Equal([1], result.Dropped.Rows);
        Assert.Equal(["a", "c"], result.Studies.Select(study => study.Label));
        Assert.Contains("1 row dropped (1)", result.ToTable().Note);
    }

    [Fact]
    public void An_interval_gives_back_its_standard_error()
    {
        StudyEffect study = new("a", 0.3, 0.04);

        Assert.Equal(0.04, EffectSizes.FromInterval("a", 0.3, study.Interval(0.9)).Variance, 14);
    }

    [Theory]
    [InlineData(HeterogeneityEstimator.Fixed)]
    [InlineData(HeterogeneityEstimator.DerSimonianLaird)]
    [InlineData(HeterogeneityEstimator.RestrictedMaximumLikelihood)]
    public void Shift_scale_and_order_carry_through(HeterogeneityEstimator estimator) =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(100), Prop.ForAll<(sbyte, byte)[]>(pairs =>
        {
            double[] effects = [.. pairs.Select(pair => pair.Item1 / 16.0), 0.5, 1.5];
            double[] errors = [.. pairs.Select(pair => (pair.Item2 + 8) / 64.0), 0.25, 0.5];
            MetaAnalysisOptions options = new() { Estimator = estimator };
            MetaAnalysisResult plain = MetaAnalysis.Fit(effects, errors, options: options);
            MetaAnalysisResult moved = MetaAnalysis.Fit([.. effects.Select(effect => (4 * effect) + 100)], [.. errors.Select(error => 4 * error)], options: options);
            MetaAnalysisResult turned = MetaAnalysis.Fit([.. effects.Reverse()], [.. errors.Reverse()], options: options);
            return Near((4 * plain.Estimate) + 100, moved.Estimate) && Near(16 * plain.Tau2, moved.Tau2) && Near(plain.Q, moved.Q)
                && Near(plain.Estimate, turned.Estimate) && Near(plain.Tau2, turned.Tau2);
        }));

    [Fact]
    public void Hartung_and_Knapp_keep_to_five_percent_and_tau2_is_recovered()
    {
        const int Seeds = 1000;
        int rejected = 0;
        int covered = 0;
        double tau2 = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Random random = new(seed);
            double[] errors = [.. Enumerable.Range(0, 10).Select(_ => 0.1 + (0.2 * random.NextDouble()))];
            double[] effects = [.. errors.Select(error => (0.3 * Normal.Quantile(random.NextDouble())) + (error * Normal.Quantile(random.NextDouble())))];
            MetaAnalysisResult result = MetaAnalysis.Fit(effects, errors, options: new() { HartungKnapp = true });
            rejected += result.P <= 0.05 ? 1 : 0;
            covered += result.Tau2Interval.Contains(0.09) ? 1 : 0;
            tau2 += result.Tau2 / Seeds;
        }

        // 99.9 % of binomial counts with p = .05; the mean of tau2 has a standard error of about .002.
        Assert.InRange(rejected, 28, 74);
        Assert.InRange(covered, 926, 972);
        Assert.InRange(tau2, 0.083, 0.097);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-8 * Math.Max(1, Math.Abs(expected));

    private static string Error(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
