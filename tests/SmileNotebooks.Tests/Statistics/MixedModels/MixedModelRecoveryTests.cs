// What the models recover, and how often they cry wolf, over thousands of simulated experiments.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

public class MixedModelRecoveryTests
{
    private const int Seeds = 2000;

    [Fact]
    public void Satterthwaite_tests_of_a_null_effect_are_significant_in_5_percent_of_experiments()
    {
        int significant = Enumerable.Range(1, Seeds).AsParallel().Count(seed =>
            MixedModel.Fit("y ~ condition + (condition | participant)", SimulatedRows.Participants((ulong)seed, 15, 12, 0, 1, .8)).FixedEffects[1].P < .05);
        AssertRate(significant, .05);
    }

    [Fact]
    public void Type_III_tests_of_a_null_factor_are_significant_in_5_percent_of_experiments()
    {
        int significant = Enumerable.Range(1, Seeds).AsParallel().Count(seed =>
        {
            DataColumns rows = SimulatedRows.Participants((ulong)(10_000 + seed), 18, 9, 0, 1, 0);
            string[] group = [.. Enumerable.Range(0, rows.RowCount).Select(row => $"g{row / 9 % 3}")];
            return MixedModel.Fit("y ~ group + (1 | participant)", rows.With("group", group)).Anova()["group"].P < .05;
        });
        AssertRate(significant, .05);
    }

    [Fact]
    public void Fixed_effect_and_its_interval_are_recovered()
    {
        FixedEffect[] effects = [.. Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed =>
            MixedModel.Fit("y ~ condition + (condition | participant)", SimulatedRows.Participants((ulong)(20_000 + seed), 15, 12, .4, 1, .8)).FixedEffects[1])];
        AssertMean([.. effects.Select(effect => effect.Estimate)], .4);
        AssertRate(effects.Count(effect => !effect.Interval.Contains(.4)), .05);
    }

    [Fact]
    public void Variances_are_recovered_without_bias_by_REML()
    {
        VarianceComponents[] components = [.. Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed =>
            MixedModel.Fit("y ~ condition + (condition | participant)", SimulatedRows.Participants((ulong)(30_000 + seed), 20, 16, .4, 1, 1)).VarianceComponents)];
        AssertMean([.. components.Select(one => one.Terms[0].Variances[0])], 1);
        AssertMean([.. components.Select(one => one.Terms[0].Variances[1])], 1);
        AssertMean([.. components.Select(one => one.ResidualVariance)], 1);
    }

    [Fact]
    public void Crossed_variances_are_recovered_without_bias_by_REML()
    {
        VarianceComponents[] components = [.. Enumerable.Range(1, 1000).AsParallel().AsOrdered().Select(seed =>
            MixedModel.Fit("y ~ 1 + (1 | participant) + (1 | item)", SimulatedRows.Crossed((ulong)(40_000 + seed), 16, 10, .8, .6)).VarianceComponents)];
        AssertMean([.. components.Select(one => one.Terms[0].Variances[0])], .64);
        AssertMean([.. components.Select(one => one.Terms[1].Variances[0])], .36);
        AssertMean([.. components.Select(one => one.ResidualVariance)], 1);
    }

    // 99.9 % of Monte-Carlo error.
    private static void AssertRate(int count, double expected)
    {
        double margin = 3.29 * Math.Sqrt(expected * (1 - expected) / Seeds);
        Assert.InRange((double)count / Seeds, expected - margin, expected + margin);
    }

    private static void AssertMean(double[] values, double expected)
    {
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        Assert.InRange(mean, expected - (3.29 * error), expected + (3.29 * error));
    }
}
