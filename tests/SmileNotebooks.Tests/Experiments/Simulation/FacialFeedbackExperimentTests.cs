// The simulated multi-laboratory experiment recovers what it was made from, over many seeds.
namespace SmileNotebooks.Tests.Experiments.Simulation;

public class FacialFeedbackExperimentTests
{
    private const int Seeds = 200;

    public static TheoryData<string, double> Tasks => new() { { "facial mimicry", 0.31 }, { "voluntary action", 0.31 }, { "pen in mouth", 0.05 } };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_recovers_its_published_d_within_a_tenth_over_200_simulated_seeds(string name, double published)
    {
        FeedbackTask task = TaskOf(name);
        double[] effects = [.. Enumerable.Range(1, Seeds).Select(seed => Effect(task, (ulong)seed))];

        Assert.Equal(published, task.Effect, 0.005);
        Assert.Equal(published, effects.Average(), 0.01);
        // d of a single experiment scatters with a standard error of about .04; laboratories add a little.
        Assert.True(effects.Count(effect => Math.Abs(effect - published) <= 0.10) >= 0.94 * Seeds, $"{effects.Count(effect => Math.Abs(effect - published) <= 0.10)} of {Seeds} within .10");
    }

    [Fact]
    public void The_meta_analysis_over_simulated_laboratories_recovers_the_difference_in_points()
    {
        FeedbackTask task = FeedbackTask.Mimicry;
        double[] means = [.. Enumerable.Range(1, Seeds).Select(seed => new FacialFeedbackExperiment { Task = task, Seed = (ulong)seed }.Trials().AcrossGroups("Happy", "Neutral").Result.Estimate)];

        Assert.Equal(0.506, means.Average(), 0.02);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ratings_and_another_gives_others()
    {
        FacialFeedbackExperiment experiment = new() { Seed = 7 };

        Assert.Equal(experiment.Trials(), experiment.Trials());
        Assert.NotEqual(experiment.Trials(), (experiment with { Seed = 8 }).Trials());
    }

    [Fact]
    public void The_table_is_tidy_and_says_that_it_is_simulated()
    {
        TrialTable trials = new FacialFeedbackExperiment { Participants = 60 }.Trials();

        Assert.Equal(120, trials.Count);
        Assert.Equal(26, trials.Select(trial => trial.Group).Distinct().Count());
        Assert.Contains("simulated from published cell statistics, seed 1", trials.AcrossGroups("Happy", "Neutral").Apa, StringComparison.Ordinal);
        Assert.Contains("simulated", trials.DependentD("Happy", "Neutral").Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_an_experiment_is_refused()
    {
        Assert.Contains("expected at least one laboratory", Assert.Throws<ArgumentException>(() => new FacialFeedbackExperiment { Participants = 51 }.Trials()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FacialFeedbackExperiment { Laboratories = 0 }.Trials());
        Assert.Throws<ArgumentException>(() => new FacialFeedbackExperiment { Task = FeedbackTask.Pen with { Correlation = 1.1 } }.Trials());
        Assert.Throws<ArgumentException>(() => new FacialFeedbackExperiment { Task = FeedbackTask.Pen with { LabDeviation = double.NaN } }.Trials());
    }

    [Fact]
    public void Groups_without_variance_and_people_without_a_condition_are_left_out_and_named()
    {
        TrialTable table = Table(("1", "a", 3, 1), ("2", "a", 4, 1), ("3", "a", 3.5, 1), ("4", "b", 3, 2), ("5", "c", 2, 1), ("6", "c", 3, 1), ("7", "c", 2, double.NaN));

        StudyResult<MetaAnalysisResult> result = table.AcrossGroups("Happy", "Neutral");

        Assert.Equal(["a", "c"], result.Result.Studies.Select(study => study.Label));
        Assert.Contains(result.Exclusions, exclusion => exclusion.Participant == "4" && exclusion.Reason.StartsWith("b: no variance", StringComparison.Ordinal));
        Assert.Contains(result.Exclusions, exclusion => exclusion.Participant == "7");
        Assert.Contains("No group has two people", Assert.Throws<ArgumentException>(() => Table(("1", "a", 3, 1), ("2", "b", 4, 1)).AcrossGroups("Happy", "Neutral")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependent_d_is_the_difference_over_the_average_deviation()
    {
        double[] first = [3, 5, 4, 6, 7], second = [2, 4, 4, 5, 5];
        EffectSize effect = CohenD.Dependent(first, second);
        TTestResult test = TTest.Paired(first, second);
        double unit = Math.Sqrt((2.5 + 1.5) / 2);

        Assert.Equal(1 / unit, effect.Value, 1e-12);
        Assert.Equal(test.Interval.Lower / unit, effect.Interval.Lower, 1e-12);
        Assert.Equal(test.Interval.Upper / unit, effect.Interval.Upper, 1e-12);
    }

    private static double Effect(FeedbackTask task, ulong seed) => new FacialFeedbackExperiment { Task = task, Seed = seed }.Trials().DependentD("Happy", "Neutral").Result.Value;

    private static FeedbackTask TaskOf(string name) => new[] { FeedbackTask.Mimicry, FeedbackTask.Voluntary, FeedbackTask.Pen }.Single(task => task.Name == name);

    private static TrialTable Table(params (string Person, string Group, double Happy, double Neutral)[] people) => new()
    {
        Trials =
        [
            .. people.SelectMany(one => new[]
            {
                new Trial(one.Person, "Happy", "happiness", 1, 1, one.Happy) { Group = one.Group }, new Trial(one.Person, "Neutral", "happiness", 1, 2, one.Neutral) { Group = one.Group },
            }).Where(trial => double.IsFinite(trial.Value)),
        ],
        Measure = "points",
        Conditions = ["Neutral", "Happy"],
    };
}
