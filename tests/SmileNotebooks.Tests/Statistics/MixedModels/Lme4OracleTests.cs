// Agreement with lme4 and lmerTest over nested, crossed, sloped and singular models.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class Lme4OracleTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Models => [.. MixedModelOracle.Models];

    public static TheoryData<string> ModelsWithModes =>
        [.. MixedModelOracle.Models.Where(model => MixedModelOracle.Numbers(model).Any(number => number.Quantity == "mode"))];

    [Theory]
    [MemberData(nameof(Models))]
    public void Fixed_effects_and_their_tests_match_lmerTest(string name)
    {
        MixedModel model = MixedModelOracle.Fit(name);
        foreach (FixedEffect effect in model.FixedEffects)
        {
            double error = MixedModelOracle.Number(name, "error", effect.Name);
            Matches(name, "estimate", effect.Name, effect.Estimate, error);
            Matches(name, "error", effect.Name, effect.StandardError);
            Matches(name, "df", effect.Name, effect.Degrees);
            Matches(name, "t", effect.Name, effect.T, 1);
            Matches(name, "p", effect.Name, effect.P, 1e-3);
        }

        Assert.Equal(MixedModelOracle.Numbers(name).Count(number => number.Quantity == "estimate"), model.FixedEffects.Length);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Type_III_tests_match_lmerTest(string name)
    {
        MixedModel model = MixedModelOracle.Fit(name);
        MixedModelAnova anova = model.Anova();
        foreach (MixedModelTerm term in anova.Terms)
        {
            Matches(name, "anova.F", term.Term, term.F, 1e-2);
            Matches(name, "anova.df1", term.Term, term.NumeratorDegrees);
            Matches(name, "anova.df2", term.Term, term.DenominatorDegrees);
            Matches(name, "anova.p", term.Term, term.P, 1e-3);
        }

        Assert.Equal(MixedModelOracle.Numbers(name).Count(number => number.Quantity == "anova.F"), anova.Terms.Length);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Variance_components_and_likelihood_match_lme4(string name)
    {
        MixedModel model = MixedModelOracle.Fit(name);
        double residual = MixedModelOracle.Number(name, "sigma");
        Matches(name, "sigma", "", model.VarianceComponents.ResidualStandardDeviation);
        foreach (RandomTermVariance term in model.VarianceComponents.Terms)
        {
            string group = Lme4Group(name, term.Group);
            for (int i = 0; i < term.Effects.Length; i++)
            {
                Matches(name, "sd", $"{group}|{term.Effects[i]}", term.StandardDeviations[i], residual);
                for (int j = 0; j < i; j++)
                {
                    Matches(name, "cor", $"{group}|{term.Effects[j]}|{term.Effects[i]}", term.Correlations[i][j], 1);
                }
            }
        }

        Assert.Equal(
            MixedModelOracle.Numbers(name).Count(number => number.Quantity == "sd"),
            model.VarianceComponents.Terms.Sum(term => term.Effects.Length));
        Assert.Equal(MixedModelOracle.Number(name, "loglik"), model.LogLikelihood, 1e-6);
        Assert.Equal(MixedModelOracle.Number(name, "aic"), model.Aic, 1e-6);
        Assert.Equal(MixedModelOracle.Number(name, "bic"), model.Bic, 1e-6);
        Assert.Equal(MixedModelOracle.Number(name, "singular") == 1, model.IsSingular);
        Assert.True(model.Converged);
    }

    [Theory]
    [MemberData(nameof(ModelsWithModes))]
    public void Random_effects_and_their_conditional_deviations_match_lme4(string name)
    {
        MixedModel model = MixedModelOracle.Fit(name);
        double residual = MixedModelOracle.Number(name, "sigma");
        foreach (RandomEffects term in model.RandomEffects)
        {
            foreach (RandomEffect effect in term.Values)
            {
                string key = $"{Lme4Group(name, term.Group)}|{effect.Effect}|{Lme4Level(name, term.Group, effect.Level)}";
                Matches(name, "mode", key, effect.Value, residual);
                Matches(name, "modesd", key, effect.StandardDeviation, residual);
            }
        }

        Assert.Equal(MixedModelOracle.Numbers(name).Count(number => number.Quantity == "mode"), model.RandomEffects.Sum(term => term.Values.Length));
    }

    [Theory]
    [MemberData(nameof(ModelsWithModes))]
    public void Predictions_with_and_without_random_effects_match_lme4(string name)
    {
        MixedModel model = MixedModelOracle.Fit(name);
        double residual = MixedModelOracle.Number(name, "sigma");
        IReadOnlyList<double> again = model.Predict(model.Data);
        IReadOnlyList<double> population = model.Predict(model.Data, new PredictionOptions { RandomEffects = false });
        double[] response = Formula.Parse(model.Formula.Text).Response.Evaluate(model.Data);
        for (int row = 0; row < model.RowCount; row++)
        {
            Matches(name, "fitted", $"{row}", model.Fitted[row], residual);
            Matches(name, "population", $"{row}", population[row], residual);
            Assert.Equal(model.Fitted[row], again[row], 1e-10 * residual);
            Assert.Equal(response[row], model.Fitted[row] + model.Residuals[row], 1e-10 * residual);
        }
    }

    [Theory]
    [InlineData("lrt-sleep-slopes", "sleepstudy", "Reaction ~ Days + (1 | Subject)", "Reaction ~ Days + (Days | Subject)")]
    [InlineData("lrt-chick-diet", "chickweight", "weight ~ Time + (Time | Chick)", "weight ~ Time * Diet + (Time | Chick)")]
    [InlineData("lrt-machines", "machines", "score ~ 1 + (1 | Worker)", "score ~ Machine + (1 | Worker)")]
    public void Likelihood_ratio_test_matches_lme4_and_says_that_it_fitted_again(string name, string data, string small, string large)
    {
        DataColumns columns = data == "chickweight" ? MixedModelOracle.Columns(data, "Diet") : MixedModelOracle.Columns(data);
        LikelihoodRatioTest test = LikelihoodRatioTest.Compare(MixedModel.Fit(large, columns), MixedModel.Fit(small, columns));
        Matches(name, "chisq", "", test.ChiSquared);
        Matches(name, "df", "", test.Degrees);
        Matches(name, "p", "", test.P);
        Assert.True(test.Refitted);
        Assert.Equal(small, test.Smaller.Formula.Text);
        Assert.Contains("again by ML", test.Apa, StringComparison.Ordinal);
    }

    // lme4 may write a crossed grouping factor the other way round.
    private static string Lme4Group(string model, string group) =>
        MixedModelOracle.Numbers(model).Any(number => number.Quantity == "sd" && number.Name.StartsWith($"{group}|", StringComparison.Ordinal))
            ? group
            : Reversed(group);

    private static string Lme4Level(string model, string group, string level) => Lme4Group(model, group) == group ? level : Reversed(level);

    private static string Reversed(string name) => string.Join(':', name.Split(':').Reverse());

    private static void Matches(string model, string quantity, string name, double actual, double floor = 0)
    {
        double expected = MixedModelOracle.Number(model, quantity, name);
        if (!(Math.Abs(actual - expected) <= Tolerance * Math.Max(Math.Abs(expected), floor)) && !(double.IsNaN(expected) && double.IsNaN(actual)))
        {
            Assert.Fail(
                $"{model}, {quantity} of '{name}': expected {expected:R}, found {actual:R}, " +
                $"difference {Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), floor):G3} (at most {Tolerance:G1}).");
        }
    }
}
