// Groups and muscles compared in a trial table, on small data that can be worked out by hand.
namespace SmileNotebooks.Tests.Experiments;

public class GroupComparisonTests
{
    private static readonly TrialTable s_table = new()
    {
        Trials =
        [
            .. Rows("01", "a", [1, 0, 2, 1]), .. Rows("02", "a", [3, 1, 2, 2]), .. Rows("03", "a", [2, 0, 5, 1]),
            .. Rows("04", "b", [1, 1, 0, 1]), .. Rows("05", "b", [2, 0, 1, 1]), .. Rows("06", "b", [0, 1, 4, 2]),
        ],
        Measure = "points",
        Conditions = ["Happy", "Neutral"],
    };

    [Fact]
    public void GroupT_compares_the_groups_in_one_condition()
    {
        TTestResult expected = TTest.Independent([1.0, 3, 2], [1.0, 2, 0]);
        StudyResult<TTestResult> found = s_table.GroupT("a", "b", "Happy", "zygomaticus");
        Assert.Equal((expected.T, expected.P), (found.Result.T, found.Result.P));
        Assert.StartsWith("zygomaticus, Happy, points:", found.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void InteractionT_compares_the_differences_of_the_groups()
    {
        TTestResult expected = TTest.Independent([1.0, 2, 2], [0.0, 2, -1]);
        TTestResult found = s_table.InteractionT("a", "b", "Happy", "Neutral", "zygomaticus").Result;
        Assert.Equal((expected.T, expected.Estimate), (found.T, found.Estimate));
    }

    [Fact]
    public void MuscleInteractionT_compares_the_differences_of_two_muscles()
    {
        TTestResult expected = TTest.Paired([1.0, 2, 2, 0, 2, -1], [1.0, 0, 4, -1, 0, 2]);
        TTestResult found = s_table.MuscleInteractionT("zygomaticus", "corrugator", "Happy", "Neutral").Result;
        Assert.Equal((expected.T, expected.Estimate), (found.T, found.Estimate));
    }

    [Fact]
    public void Who_lacks_a_cell_is_left_out_and_counted()
    {
        TrialTable torn = s_table with { Trials = [.. s_table.Where(trial => !(trial.Participant == "02" && trial.Condition == "Neutral" && trial.Muscle == "zygomaticus"))] };
        StudyResult<TTestResult> found = torn.InteractionT("a", "b", "Happy", "Neutral", "zygomaticus");
        Assert.Equal(2, found.Result.First.Length);
        Assert.Contains(found.Exclusions, exclusion => exclusion.Participant == "02");
        Assert.Contains(torn.MuscleInteractionT("zygomaticus", "corrugator", "Happy", "Neutral").Exclusions, exclusion => exclusion.Participant == "02");
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Contains("groups are a, b", Assert.Throws<ArgumentException>(() => s_table.GroupT("a", "c", "Happy", "zygomaticus")).Message, StringComparison.Ordinal);
        Assert.Contains("say which", Assert.Throws<ArgumentException>(() => s_table.GroupT("a", "b", "Happy")).Message, StringComparison.Ordinal);
        Assert.Contains("InteractionT", Assert.Throws<ArgumentException>(() => s_table.GroupT("a", "b", muscle: "zygomaticus")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => s_table.InteractionT("a", "b", "Happy", "Angry", "zygomaticus"));
        Assert.Throws<ArgumentException>(() => s_table.MuscleInteractionT("zygomaticus", "levator", "Happy", "Neutral"));
        TrialTable one = s_table with { Trials = [.. s_table.Where(trial => trial.Group == "a" || trial.Participant == "04")] };
        Assert.Contains("in each group", Assert.Throws<ArgumentException>(() => one.GroupT("a", "b", "Happy", "zygomaticus")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_across_muscles_is_that_of_columns()
    {
        StudyResult<MixedModel> found = s_table.MixedModelAcrossMuscles("corrugator ~ condition + zygomaticus + (1 | participant)");
        Trial[] corrugator = [.. s_table.Where(trial => trial.Muscle == "corrugator")], zygomaticus = [.. s_table.Where(trial => trial.Muscle == "zygomaticus")];
        MixedModel expected = MixedModel.Fit("y ~ condition + x + (1 | participant)", DataColumns.Empty
            .With("y", [.. corrugator.Select(trial => trial.Value)]).With("x", [.. zygomaticus.Select(trial => trial.Value)])
            .With("condition", corrugator.Select(trial => trial.Condition)).With("participant", corrugator.Select(trial => trial.Participant)));
        Assert.Equal(expected.FixedEffects.Select(effect => effect.Estimate), found.Result.FixedEffects.Select(effect => effect.Estimate), (one, other) => Math.Abs(one - other) < 1e-6);
        Assert.StartsWith("zygomaticus and corrugator, points", found.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_without_one_of_the_muscles_are_left_out_of_a_model_and_counted()
    {
        TrialTable torn = s_table with { Trials = [.. s_table.Where(trial => !(trial.Participant == "02" && trial.Condition == "Happy" && trial.Muscle == "corrugator"))] };
        Assert.Contains("02, Happy 1: no corrugator in this trial", torn.MixedModelAcrossMuscles("corrugator ~ zygomaticus + (1 | participant)").Exclusions.Select(exclusion => exclusion.ToString()));
    }

    [Fact]
    public void A_model_across_muscles_needs_a_muscle_and_a_trial_with_all_that_it_names()
    {
        Assert.StartsWith("zygomaticus, points", s_table.MixedModelAcrossMuscles("zygomaticus ~ condition + (1 | participant)").Apa, StringComparison.Ordinal);
        Assert.Contains("names none", Assert.Throws<ArgumentException>(() => s_table.Muscle("zygomaticus").MixedModelAcrossMuscles("value ~ 1 + (1 | participant)")).Message, StringComparison.Ordinal);
        TrialTable apart = s_table with { Trials = [.. s_table.Where(trial => (trial.Muscle == "corrugator") == (trial.Condition == "Happy"))] };
        Assert.Contains("No trial has all muscles", Assert.Throws<ArgumentException>(() => apart.MixedModelAcrossMuscles("corrugator ~ zygomaticus + (1 | participant)")).Message, StringComparison.Ordinal);
        TrialTable named = s_table with { Trials = [.. s_table.Select(trial => trial with { Muscle = trial.Muscle == "corrugator" ? "trial" : trial.Muscle })] };
        Assert.Contains("rename it", Assert.Throws<ArgumentException>(() => named.MixedModelAcrossMuscles("zygomaticus ~ trial + (1 | participant)")).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Trial> Rows(string participant, string group, double[] values) => new[]
    {
        ("zygomaticus", "Happy", 1), ("zygomaticus", "Neutral", 2), ("corrugator", "Happy", 1), ("corrugator", "Neutral", 2),
    }.Select((cell, at) => new Trial(participant, cell.Item2, cell.Item1, 1, cell.Item3, values[at]) { Group = group });
}
