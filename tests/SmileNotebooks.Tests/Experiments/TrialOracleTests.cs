// Against R: tests/oracles/experiments/trials.
using System.Globalization;
using TestSupport;

namespace SmileNotebooks.Tests.Experiments;

public sealed class TrialOracleTests
{
    private static readonly TrialTable s_table = TrialTable.LoadCsv(PathOf("trials.csv"));

    private static readonly Dictionary<string, double> s_r = File.ReadLines(PathOf("r.csv")).Skip(1).Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

    [Fact]
    public void The_table_is_read_as_it_was_made()
    {
        Assert.Equal((329, 14, 7), (s_table.Count, s_table.Participants.Length, s_table.Exclusions.Length));
        Assert.Equal(["Happy", "Angry", "Neutral"], s_table.Conditions);
        Assert.Equal("01", s_table[0].Participant);
        Assert.All(s_table.Exclusions, exclusion => Assert.Equal(ExclusionKind.Baseline, exclusion.Kind));
    }

    [Theory]
    [InlineData("zygomaticus", "Happy")]
    [InlineData("zygomaticus", "Angry")]
    [InlineData("corrugator", "Happy")]
    [InlineData("corrugator", "Angry")]
    public void Contrasts_are_those_of_R(string muscle, string condition)
    {
        TTestResult test = s_table.Contrasts("Neutral").Result[muscle, condition].Test;

        Assert.Equal(s_r[$"t {muscle} {condition}"], test.T, 1e-10);
        Assert.Equal(s_r[$"p {muscle} {condition}"], test.P, 1e-10);
        Assert.Equal(s_r[$"estimate {muscle} {condition}"], test.Estimate, 1e-12);
    }

    [Fact]
    public void The_analysis_of_variance_is_that_of_afex()
    {
        AnovaResult anova = s_table.Anova().Result;

        foreach (AnovaEffect effect in anova.Effects)
        {
            string name = string.Join(':', effect.Name.Split(':').OrderBy(factor => factor switch { "group" => 0, "condition" => 1, _ => 2 }));
            Assert.Equal(s_r[$"F {name}"], effect.F, 1e-9);
            Assert.Equal(s_r[$"pF {name}"], effect.P, 1e-9);
        }

        Assert.Equal(7, anova.Effects.Length);
    }

    [Fact]
    public void The_mixed_models_are_those_of_lme4()
    {
        MixedModel one = s_table.Muscle("zygomaticus").MixedModel().Result;

        Assert.Equal("value ~ condition * group + (1 | participant/condition)", one.Formula.ToString());
        Assert.Equal(s_r["REML zygomaticus"], one.Deviance, 1e-5);
        Assert.Equal(6, one.FixedEffects.Length);
        Assert.All(one.FixedEffects, effect => Assert.Equal(s_r[$"b {effect.Name}"], effect.Estimate, 1e-5));
        Assert.Equal(s_r["REML both"], s_table.MixedModel().Result.Deviance, 1e-4);
    }

    [Fact]
    public void Holm_corrects_over_all_contrasts()
    {
        ConditionContrasts contrasts = s_table.Contrasts("Neutral").Result;

        Assert.Equal(4, contrasts.Contrasts.Length);
        Assert.Equal(4 * s_r["p corrugator Happy"], contrasts["corrugator", "Happy"].AdjustedP, 1e-10);
    }

    private static string PathOf(string file) => Repository.PathOf("tests", "oracles", "experiments", "trials", file);
}
