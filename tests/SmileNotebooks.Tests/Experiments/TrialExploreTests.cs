// Rows and cells of a trial table in one line, and tests of different people.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Experiments;

public sealed class TrialExploreTests
{
    private static readonly TrialTable s_trials = TrialTable.Join(
        (MimicryExperiment.VisibleFaces with { Participants = 6 }).BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).Window(2, 4),
        (MimicryExperiment.VisibleFaces with { Participants = 6 }).BinnedEpochs("corrugator").LogRatioTo(-2, 0).Window(2, 4));

    private static readonly TrialTable s_masked = MimicryExperiment.MaskedFaces(1).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0).Window(2, 4);

    [Fact]
    public void Rows_are_chosen_and_the_table_says_so()
    {
        TrialTable happy = s_trials.Where(trial => trial.Condition == "Happy" && trial.Value > 0);
        Assert.All(happy.Trials, trial => Assert.True(trial.Condition == "Happy" && trial.Value > 0));
        Assert.Equal(["Happy"], happy.Conditions);
        Assert.Contains("selected from 144 trials", happy.ToString(), StringComparison.Ordinal);
        Assert.Equal(144, happy.Where(trial => trial.Muscle == "corrugator").SelectedFrom);
        Assert.Empty(s_trials.Where(_ => false).Trials);
    }

    [Fact]
    public void Cells_are_means_of_participants_means()
    {
        TrialCells cells = s_trials.By("condition", "muscle");

        Assert.Equal(6, cells.Cells.Length);
        Assert.Equal(["Happy", "Happy", "Angry", "Angry", "Neutral", "Neutral"], cells.Cells.Select(cell => cell.Key[0]));
        double[] means = [.. s_trials.ParticipantMeans().Where(mean => mean is { Condition: "Angry", Muscle: "corrugator" }).Select(mean => mean.Value)];
        TrialCell cell = cells["Angry", "corrugator"];
        Assert.Equal((6, 24), (cell.Participants.Length, cell.Trials));
        Assert.Equal(means.Average(), cell.Mean, 1e-14);
        Assert.Equal(TTest.OneSample(means).Interval, cell.Interval);
        Assert.Contains("simulated", cells.ToTable().ToText(), StringComparison.Ordinal);
        Assert.NotNull(cells.ToFigure());
    }

    [Fact]
    public void Cells_of_one_participant_are_of_trials()
    {
        TrialCells cells = s_trials.Muscle("zygomaticus").By("participant");
        Assert.Equal(["01", "02", "03", "04", "05", "06"], cells.Cells.Select(cell => cell.Key[0]));
        Assert.Equal(s_trials.Trials.Where(trial => trial is { Participant: "03", Muscle: "zygomaticus" }).Average(trial => trial.Value), cells["03"].Mean, 1e-14);
        Assert.Null(cells.ToFigure());
        Assert.True(double.IsNaN(s_trials.By("participant", "condition", "muscle", "trial").Cells[0].StandardDeviation));
    }

    [Fact]
    public void Numbers_of_trials_stand_in_their_order()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(position => $"{position}"), s_trials.By("position").Cells.Select(cell => cell.Key[0]));
    }

    [Fact]
    public void Columns_that_are_not_there_are_named()
    {
        Assert.Contains("no column colour; rows can be grouped by participant, group, condition", Signals.Message<ArgumentException>(() => s_trials.By("colour")), StringComparison.Ordinal);
        Assert.Contains("named twice", Signals.Message<ArgumentException>(() => s_trials.By("muscle", "Muscle")), StringComparison.Ordinal);
        Assert.Contains("No column", Signals.Message<ArgumentException>(() => s_trials.By()), StringComparison.Ordinal);
        Assert.Contains("There is no trial of Sad", Signals.Message<ArgumentException>(() => s_trials.By("condition")["Sad"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_has_no_cells()
    {
        TrialCells none = s_trials.Where(_ => false).By("condition");
        Assert.Empty(none.Cells);
        Assert.Null(none.ToFigure());
        Assert.Null(s_trials.Where(_ => false).HighlightParticipants());
    }

    [Fact]
    public void Different_people_are_compared_by_welch()
    {
        double[] Means(string condition) => [.. s_masked.ParticipantMeans().Where(mean => mean.Condition == condition).Select(mean => mean.Value)];
        TTestResult expected = TTest.Independent(Means("Happy"), Means("Neutral"));

        StudyResult<TTestResult> found = s_masked.IndependentT("Happy", "Neutral");

        Assert.Equal((expected.T, expected.P, expected.DegreesOfFreedom), (found.Result.T, found.Result.P, found.Result.DegreesOfFreedom));
        Assert.Equal(("Happy", "Neutral"), (found.Result.FirstName, found.Result.SecondName));
        Assert.Contains("Data: simulated", found.Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_compared_by_name_in_one_condition()
    {
        TrialTable grouped = (MimicryExperiment.VisibleFaces with { Participants = 12 }).BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).Grouped(participant => participant[^1] < '5' ? "drug" : "placebo").Window(2, 4);
        Assert.Equal(12, grouped.Where(trial => trial.Condition == "Happy").IndependentT("drug", "placebo") is { Result: var test } ? test.First.Length + test.Second.Length : 0);
        Assert.Contains("expected one condition; choose it", Signals.Message<ArgumentException>(() => grouped.IndependentT("drug", "placebo")), StringComparison.Ordinal);
        Assert.Contains("expected different people", Signals.Message<ArgumentException>(() => grouped.IndependentT("Happy", "Neutral")), StringComparison.Ordinal);
        Assert.Contains("are not two conditions or two groups", Signals.Message<ArgumentException>(() => grouped.IndependentT("Happy", "placebo")), StringComparison.Ordinal);
        Assert.Contains("expected one muscle; say which", Signals.Message<ArgumentException>(() => s_trials.IndependentT("Happy", "Neutral")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_trial_is_a_dot_that_says_whose_it_is()
    {
        Figure figure = s_trials.Muscle("zygomaticus").HighlightParticipants()!;
        Assert.Equal(7, figure.Frames!.Value.Length);
        Scatter dots = Assert.IsType<Scatter>(figure.Data[1]);
        Assert.Equal(72, dots.Y!.Count);
        Assert.Matches(@"^participant 01, \w+ 1 \(trial \d+\)$", dots.Text![0].ToString());
        Assert.Contains("simulated", figure.Layout.Title!.ToString() + figure.ToJson(), StringComparison.Ordinal);
        Assert.Contains("%{text}", Assert.IsType<Scatter>(s_masked.ToFigure()!.Data[1]).HoverTemplate![0].ToString(), StringComparison.Ordinal);
    }
}
