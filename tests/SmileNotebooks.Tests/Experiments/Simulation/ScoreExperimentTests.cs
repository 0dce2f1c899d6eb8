// Simulated scores: what they are, and what is refused.
namespace SmileNotebooks.Tests.Experiments.Simulation;

public class ScoreExperimentTests
{
    [Fact]
    public void The_same_seed_gives_the_same_table_and_another_seed_another()
    {
        ScoreExperiment experiment = ScoreExperiment.Mouthguard();
        Assert.Equal(experiment.Trials(), experiment.Trials());
        Assert.NotEqual(experiment.Trials(), (experiment with { Seed = 2 }).Trials());
    }

    [Fact]
    public void More_participants_change_nothing_in_the_first_ones() =>
        Assert.Equal(ScoreExperiment.MemoryCost(.3, 10).Trials().Trials, ScoreExperiment.MemoryCost(.3, 50).Trials().Trials.Take(10));

    [Fact]
    public void A_larger_cost_changes_only_those_who_suppress()
    {
        TrialTable none = ScoreExperiment.MemoryCost(0, 40).Trials(), some = ScoreExperiment.MemoryCost(.5, 40).Trials();
        Assert.All(none.Zip(some), pair => Assert.Equal(pair.First.Group == "Free" ? 0 : .5, pair.First.Value - pair.Second.Value, 12));
    }

    [Fact]
    public void The_table_says_that_it_was_simulated_and_comes_back_from_its_file()
    {
        TrialTable trials = ScoreExperiment.Mouthguard().Trials();
        Assert.Equal("simulated from assumed parameters, seed 1", trials.Simulated);
        Assert.Contains("simulated from assumed parameters", trials.InteractionT("Free", "Blocked", "True", "False").Apa, StringComparison.Ordinal);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv");
        try
        {
            trials.SaveCsv(path);
            Assert.Equal(trials, TrialTable.LoadCsv(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Cells_must_be_complete()
    {
        ScoreExperiment torn = ScoreExperiment.Mouthguard() with { Cells = [new("True", 4, "Free"), new("False", 4, "Free"), new("True", 4, "Blocked")] };
        Assert.Contains("each condition of each group once", Assert.Throws<ArgumentException>(torn.Trials).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => (torn with { Cells = [] }).Trials());
        Assert.Throws<ArgumentException>(() => (torn with { Cells = [new("True", double.NaN)] }).Trials());
    }

    [Theory]
    [InlineData(0, 1, 1.0, "Participants")]
    [InlineData(4, 0, 1.0, "TrialsPerCondition")]
    [InlineData(4, 1, -1.0, "TrialDeviation")]
    [InlineData(4, 1, double.NaN, "TrialDeviation")]
    public void A_parameter_that_cannot_be_is_named(int participants, int trials, double deviation, string name)
    {
        ScoreExperiment wrong = ScoreExperiment.MemoryCost(.3, participants) with { TrialsPerCondition = trials, TrialDeviation = deviation };
        Assert.Contains(name, Assert.Throws<ArgumentException>(wrong.Trials).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_prints_what_it_is() => Assert.Equal(
        "80 participants in Free, Blocked; 8 trials of True, False each; genuineness, points of a scale from 1 to 7; simulated from assumed parameters, seed 1", ScoreExperiment.Mouthguard().ToString());
}
