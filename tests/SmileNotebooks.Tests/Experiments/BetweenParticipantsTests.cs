// Conditions between participants: each sees the faces of one.
namespace SmileNotebooks.Tests.Experiments;

public class BetweenParticipantsTests
{
    private static readonly MimicryExperiment s_masked = MimicryExperiment.MaskedFaces(1);

    private static Epochs Cut => s_masked.Recordings().Emg("zygomaticus").Epochs("Happy Neutral Angry", -2, 4).LogRatioTo(-2, 0);

    [Fact]
    public void Nobody_lacks_the_conditions_of_others()
    {
        Assert.Empty(Cut.Exclusions);
        Assert.Contains("conditions are between participants", Cut.Report().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_compared_with_or_without_their_names()
    {
        TrialTable trials = Cut.Window(2, 4);
        DataColumns means = DataColumns.Empty
            .With("value", [.. trials.ParticipantMeans().Select(mean => mean.Value)])
            .With("condition", trials.ParticipantMeans().Select(mean => mean.Condition));
        AnovaResult expected = Anova.Fit(means, "value", null, [], ["condition"]);

        foreach (TrialTable table in (TrialTable[])[trials, Cut.Grouped(s_masked.GroupOf).Window(2, 4)])
        {
            StudyResult<AnovaResult> anova = table.Anova();
            AnovaEffect effect = Assert.Single(anova.Result.Effects);
            Assert.Equal(("condition", 117), (effect.Name, effect.ErrorDegrees));
            Assert.Equal(expected.Effect("condition").F, effect.F, 1e-12);
            Assert.Contains("Data: simulated from published parameters, seed 1.", anova.Apa, StringComparison.Ordinal);

            // Of a balanced design the test of the fixed effect is that of the means.
            StudyResult<MixedModel> model = table.MixedModel();
            Assert.Contains("value ~ condition + (1 | participant):", model.Apa, StringComparison.Ordinal);
            Assert.Equal(effect.F, model.Result.Anova()["condition"].F, 1e-4);
        }
    }

    [Fact]
    public void Muscles_stay_within_and_further_groups_between()
    {
        TrialTable muscles = TrialTable.Join(s_masked.BinnedEpochs("zygomaticus").LogRatioTo(-2, 0).Window(2, 4), s_masked.BinnedEpochs("corrugator").LogRatioTo(-2, 0).Window(2, 4));
        Assert.Equal(["condition", "muscle", "condition:muscle"], muscles.Anova().Result.Effects.Select(effect => effect.Name));

        TrialTable drugs = Cut.Grouped(participant => participant[^1] < '5' ? "drug" : "placebo").Window(2, 4);
        Assert.Equal(["condition", "group", "condition:group"], drugs.Anova().Result.Effects.Select(effect => effect.Name));
    }

    [Fact]
    public void Groups_are_compared_in_a_single_condition()
    {
        TrialTable trials = s_masked.Recordings().Emg("zygomaticus").Epochs("Happy", -2, 4).Grouped(participant => participant[^1] < '5' ? "drug" : "placebo").LogRatioTo(-2, 0).Window(2, 4);

        StudyResult<AnovaResult> anova = trials.Anova();
        Assert.Equal(("group", 38), (Assert.Single(anova.Result.Effects).Name, anova.Result.Effects[0].ErrorDegrees));
        Assert.Equal(80, anova.Exclusions.Length);
        Assert.Contains("value ~ group + (1 | participant):", trials.MixedModel().Apa, StringComparison.Ordinal);
        Assert.Contains("'condition' has one level", Signals.Message<ArgumentException>(() => Signals.Study(["Happy"], [[2, 3]], [[1, 4]]).Epochs("Happy", -0.5, 0.5).Window(0, 0.5).Anova()), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparisons_within_participants_say_why_they_cannot_be()
    {
        Assert.Contains("each participant has trials of one condition only", Signals.Message<ArgumentException>(() => Cut.Window(2, 4).PairedT("Happy", "Neutral")), StringComparison.Ordinal);
        Assert.Contains("make a course of each condition", Signals.Message<ArgumentException>(() => Cut.Bins(0.1).TimeCourse()), StringComparison.Ordinal);
    }
}
