// Marginal means and contrasts of mixed models against emmeans.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class MixedModelMeansTests
{
    private static readonly OracleTable Stored = OracleTable.Read("mixed-models", "emmeans.csv");

    [Fact]
    public void Means_over_an_interaction_match_emmeans() =>
        Match("cake", MixedModel.Fit("angle ~ recipe * factor(temperature) + (1 | recipe:replicate)", MixedModelOracle.Columns("cake", "replicate")).MarginalMeans("recipe"));

    [Fact]
    public void Means_of_a_model_with_random_slopes_match_emmeans() =>
        Match("machines", MixedModel.Fit("score ~ Machine + (Machine | Worker)", MixedModelOracle.Columns("machines", "Worker")).MarginalMeans("Machine"));

    [Fact]
    public void Means_within_levels_at_the_mean_of_a_covariate_match_emmeans() =>
        Match("obk-by", MixedModel.Fit("value ~ treatment * phase + age + (1 | id)", MixedModelOracle.Columns("obk", "id")).MarginalMeansBy("phase", "treatment"));

    [Fact]
    public void A_factor_that_is_not_in_the_model_is_refused()
    {
        MixedModel model = MixedModel.Fit("score ~ Machine + (1 | Worker)", MixedModelOracle.Columns("machines", "Worker"));
        Assert.Contains("Machine", Assert.Throws<ArgumentException>(() => model.MarginalMeans("Worker")).Message, StringComparison.Ordinal);
    }

    private static void Match(string model, MarginalMeans means)
    {
        foreach (MarginalMean mean in means.Means)
        {
            int row = RowOf(model, "mean", mean.Group, mean.Label);
            Close.Relative(Stored.Number(row, "estimate"), mean.Estimate, 1e-6, mean.Label);
            Close.Relative(Stored.Number(row, "error"), mean.StandardError, 1e-6, mean.Label);
            Close.Relative(Stored.Number(row, "df"), mean.Degrees, 1e-5, mean.Label);
        }

        foreach (ContrastEstimate contrast in means.Pairwise().Contrasts)
        {
            int row = RowOf(model, "pair", contrast.Group, contrast.Name);
            Close.Relative(Stored.Number(row, "estimate"), contrast.Estimate, 1e-6, contrast.Name);
            Close.Relative(Stored.Number(row, "error"), contrast.StandardError, 1e-6, contrast.Name);
            Close.Relative(Stored.Number(row, "df"), contrast.Degrees, 1e-5, contrast.Name);
            Close.Relative(Stored.Number(row, "p"), contrast.P, 1e-5, contrast.Name);
        }
    }

    private static int RowOf(string model, string kind, string group, string label) => Enumerable.Range(0, Stored.RowCount).Single(row =>
        Stored.Text(row, "model") == model && Stored.Text(row, "kind") == kind && Stored.Text(row, "group") == group && Stored.Text(row, "label") == label);
}
