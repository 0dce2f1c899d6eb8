// Singular fits, predictions for new rows, records as input, and what results print.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class MixedModelTests
{
    private static readonly DataColumns Sleep = MixedModelOracle.Columns("sleepstudy", "Subject");
    private static readonly MixedModel Slopes = MixedModel.Fit("Reaction ~ Days + (Days | Subject)", Sleep);

    private sealed record Trial(double Reaction, int Days, string Subject);

    [Fact]
    public void The_model_of_the_exchange_file_has_the_published_criterion()
    {
        MixedModel model = MixedModel.Fit("y ~ emotion*muscle + (1 | subj)", MixedModelOracle.Columns("rm", "subj", "emotion", "muscle", "window"));
        Assert.Equal(4449.487747, model.Deviance, 1e-6);
    }

    [Fact]
    public void Records_give_the_same_fit_as_columns()
    {
        Factor subject = Sleep.Factor("Subject");
        Trial[] trials = [.. Enumerable.Range(0, Sleep.RowCount).Select(row =>
            new Trial(Sleep.Numeric("Reaction")[row], (int)Sleep.Numeric("Days")[row], subject.LabelOf(row)!))];
        Assert.Equal(Slopes.Deviance, MixedModel.Fit("Reaction ~ Days + (Days | Subject)", trials).Deviance);
        Assert.Equal(Slopes.Fitted[5], Slopes.Predict(trials)[5], 1e-9);
    }

    [Fact]
    public void A_variance_of_zero_is_exactly_zero_and_said_to_be_singular()
    {
        MixedModel model = MixedModelOracle.Fit("dyestuff2-singular");
        Assert.True(model.IsSingular);
        Assert.Equal(0, model.VarianceComponents.Terms[0].StandardDeviations[0]);
        Assert.All(model.RandomEffects[0].Values, effect => Assert.Equal(0, effect.Value));
        Assert.Contains("Singular fit", model.Apa, StringComparison.Ordinal);
        Assert.Contains("Singular fit", model.ToTable().Note, StringComparison.Ordinal);
        Assert.Equal([0.0], model.VarianceComponents.IntraclassCorrelations);
    }

    [Fact]
    public void A_singular_fit_is_no_worse_than_that_of_lme4()
    {
        MixedModel model = MixedModelOracle.Fit("rm-singular-slopes");
        Assert.True(model.IsSingular);
        Assert.True(model.LogLikelihood >= MixedModelOracle.Number("rm-singular-slopes", "loglik") - 1e-7);
    }

    [Fact]
    public void New_levels_fail_by_name_or_get_the_prediction_of_the_population()
    {
        DataColumns rows = DataColumns.Empty.With("Days", [0, 9, 9]).With("Subject", ["308", "308", "new"]);
        string message = Assert.Throws<ArgumentException>(() => Slopes.Predict(rows)).Message;
        Assert.Contains("Row 2: 'new'", message, StringComparison.Ordinal);
        IReadOnlyList<double> predictions = Slopes.Predict(rows, new PredictionOptions { NewLevels = NewLevels.Population });

        // lme4: predict(model, newdata, allow.new.levels = TRUE).
        Assert.Equal([253.66367035, 430.65999112, 345.61067848], predictions.Select(value => value), new Approximately(1e-5));
    }

    [Fact]
    public void A_prediction_without_random_effects_needs_no_grouping_factor()
    {
        IReadOnlyList<double> predictions = Slopes.Predict(DataColumns.Empty.With("Days", [0, 1]), new PredictionOptions { RandomEffects = false });
        Assert.Equal(Slopes.FixedEffects[0].Estimate, predictions[0], 1e-10);
        Assert.Equal(Slopes.FixedEffects[0].Estimate + Slopes.FixedEffects[1].Estimate, predictions[1], 1e-10);
    }

    [Fact]
    public void A_prediction_for_one_level_of_a_factor_keeps_the_coding_of_the_fit()
    {
        MixedModel model = MixedModel.Fit("score ~ Machine + (1 | Worker)", MixedModelOracle.Columns("machines", "Worker"));
        DataColumns rows = DataColumns.Empty.With("Machine", ["B"]);
        double expected = model.FixedEffects[0].Estimate + model.FixedEffects[1].Estimate;
        Assert.Equal(expected, model.Predict(rows, new PredictionOptions { RandomEffects = false })[0], 1e-10);
        Assert.Throws<ArgumentException>(() => model.Predict(DataColumns.Empty.With("Machine", ["D"]), new PredictionOptions { RandomEffects = false }));
    }

    [Fact]
    public void A_level_with_one_row_is_allowed()
    {
        DataColumns rows = Sleep.Rows([.. Enumerable.Range(0, 161), 170]);
        MixedModel model = MixedModel.Fit("Reaction ~ Days + (1 | Subject)", rows);
        Assert.True(model.RandomEffects[0].Of("372")[0].StandardDeviation > model.RandomEffects[0].Of("308")[0].StandardDeviation);
    }

    [Fact]
    public void A_model_without_fixed_effects_has_empty_tables()
    {
        MixedModel model = MixedModel.Fit("Reaction ~ 0 + (1 | Subject)", Sleep);
        Assert.Empty(model.FixedEffects);
        Assert.Empty(model.Anova().Terms);
        Assert.Equal(-992.839, model.LogLikelihood, 1e-3);
    }

    [Fact]
    public void A_contrast_of_one_effect_is_that_effect()
    {
        FixedEffect test = Slopes.Test([0, 1], "Days");
        Assert.Equal(Slopes.FixedEffects[1], test);
        Assert.Equal(0, Slopes.Test([0, 1], "Days", against: test.Estimate).T, 1e-12);
    }

    [Fact]
    public void Residuals_of_random_constants_sum_to_zero_and_intraclass_correlation_is_the_share_of_variance()
    {
        MixedModel model = MixedModelOracle.Fit("penicillin");
        Assert.Equal(0, model.Residuals.Sum(), 1e-6);
        double total = model.VarianceComponents.Terms.Sum(term => term.Variances[0]) + model.VarianceComponents.ResidualVariance;
        Assert.Equal(model.VarianceComponents.Terms[0].Variances[0] / total, model.VarianceComponents.IntraclassCorrelations[0], 1e-12);
    }

    [Fact]
    public void Fitting_again_by_the_same_criterion_is_the_same_model()
    {
        Assert.Same(Slopes, Slopes.Refit(LikelihoodCriterion.Restricted));
        Assert.Equal(MixedModelOracle.Number("sleep-slopes-ml", "loglik"), Slopes.Refit(LikelihoodCriterion.Full).LogLikelihood, 1e-6);
    }

    [Fact]
    public void Factors_in_independent_terms_are_read_as_lme4_reads_them()
    {
        DataColumns rows = MixedModelOracle.Columns("machines", "Worker");
        MixedModel bars = MixedModel.Fit("score ~ Machine + (Machine || Worker)", rows);
        Assert.Equal(2, bars.VarianceComponents.Terms.Length);
        Assert.Equal(["MachineA", "MachineB", "MachineC"], bars.VarianceComponents.Terms[1].Effects);
        Assert.Contains(bars.Warnings, warning => warning.Contains("not unique", StringComparison.Ordinal));

        // The constant adds nothing that the indicators do not hold.
        MixedModel indicators = MixedModel.Fit("score ~ Machine + (0 + Machine | Worker)", rows);
        Assert.Equal(indicators.Deviance, bars.Deviance, 1e-6);
    }

    [Fact]
    public void Results_print_sentences_and_tables()
    {
        Assert.Contains("Days: b = 10.47, SE = 1.55, t(17", Slopes.Apa, StringComparison.Ordinal);
        Assert.Contains("p < .001, 95% CI [7.21, 13.73]", Slopes.ToString(), StringComparison.Ordinal);
        Assert.Contains("Days: F(1, 17", Slopes.Anova().Apa, StringComparison.Ordinal);
        Assert.Equal(4, Slopes.VarianceComponents.ToTable().Rows.Length + 1);
        Assert.Equal(36, Slopes.RandomEffects[0].ToTable().Rows.Length);
        Assert.Contains("REML; deviance 1743.63, AIC 1755.63", Slopes.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Slopes.RandomEffects[0].Of("nobody"));
        Assert.Throws<ArgumentException>(() => Slopes.Anova()["Nights"]);
        Assert.Equal(2, Slopes.RandomEffects[0].Of("308").Length);
    }

    [Fact]
    public void Questions_from_several_threads_get_the_same_answers()
    {
        MixedModel model = MixedModel.Fit("Reaction ~ Days + (Days | Subject)", Sleep);
        string[] answers = [.. Enumerable.Range(0, 16).AsParallel().Select(i => i % 2 == 0 ? $"{model.FixedEffects[1].Degrees:R}" : $"{model.RandomEffects[0].Values[3].StandardDeviation:R}")];
        Assert.Equal(2, answers.Distinct().Count());
    }

    private sealed class Approximately(double share) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= share * Math.Abs(x);

        public int GetHashCode(double value) => 0;
    }
}
