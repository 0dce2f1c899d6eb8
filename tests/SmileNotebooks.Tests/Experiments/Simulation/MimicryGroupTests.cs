// Groups and coupled muscles of simulated experiments.
namespace SmileNotebooks.Tests.Experiments.Simulation;

public class MimicryGroupTests
{
    private static readonly MimicryExperiment s_later = MimicryExperiment.Autism(AutismAccount.Later) with { Participants = 6, TrialsPerCondition = 3 };

    [Fact]
    public void Participants_are_dealt_to_groups_in_turn()
    {
        Assert.Equal(["not autistic", "autistic", "not autistic"], new[] { "01", "02", "03" }.Select(s_later.GroupOf));
        Assert.All(s_later.BinnedEpochs("zygomaticus").Items, epoch => Assert.Equal(s_later.GroupOf(epoch.Participant), epoch.Group));
        Assert.All(s_later.Truth(), trial => Assert.Equal(s_later.GroupOf(trial.Participant), trial.Group));
    }

    [Fact]
    public void A_delay_moves_latencies_and_nothing_else()
    {
        SimulatedTrial[] alike = [.. (s_later with { Groups = [new("not autistic"), new("autistic")] }).Truth()];
        Assert.All(alike.Zip(s_later.Truth()), pair =>
        {
            Assert.Equal(pair.First.Change, pair.Second.Change);
            Assert.Equal(pair.First.Group == "autistic" ? MimicryExperiment.AutismDelay : 0, pair.Second.Latency - pair.First.Latency, 12);
        });
    }

    [Fact]
    public void Fewer_responses_leave_the_others_as_they_are()
    {
        MimicryExperiment longer = s_later with { Participants = 40, TrialsPerCondition = 12 };
        SimulatedTrial[] all = [.. (longer with { Groups = [new("a"), new("b")] }).Truth()];
        SimulatedTrial[] fewer = [.. (longer with { Groups = [new("a"), new("b") { ResponseProbability = .5 }] }).Truth()];
        Assert.All(all.Zip(fewer).Where(pair => pair.First.Group == "a"), pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(all.Zip(fewer), pair => Assert.Equal(pair.First.Latency, pair.Second.Latency));
        Assert.Contains(all.Zip(fewer), pair => pair.First.Group == "b" && pair.First.Change != pair.Second.Change);
    }

    [Fact]
    public void In_the_voluntary_task_both_accounts_are_one() => Assert.Equal(
        MimicryExperiment.Autism(AutismAccount.Later, MimicryTask.Voluntary).Truth(), MimicryExperiment.Autism(AutismAccount.LessOften, MimicryTask.Voluntary).Truth());

    [Fact]
    public void A_coupled_muscle_follows_the_other_in_each_trial()
    {
        MimicryExperiment experiment = MimicryExperiment.DuchenneSmiles(assumedCoupling: .7) with { Participants = 2 };
        MimicryExperiment alone = experiment with { Muscles = [experiment.Muscles[0], experiment.Muscles[1] with { Coupling = null }] };
        double[] Changes(MimicryExperiment of, string muscle) => [.. of.Truth().Where(trial => trial.Muscle == muscle).Select(trial => trial.Change)];
        Assert.Equal(
            Changes(alone, "orbicularis").Zip(Changes(alone, "zygomaticus"), (own, followed) => own + (.7 * followed)), Changes(experiment, "orbicularis"), (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Whole_recordings_and_bins_of_a_coupled_muscle_have_one_truth()
    {
        MimicryExperiment experiment = MimicryExperiment.DuchenneSmiles() with { Participants = 4, TrialsPerCondition = 2 };
        Assert.Contains(experiment.Recordings()[0].Channels, channel => channel.Name == "orbicularis raw");
        TrialTable whole = experiment.Recordings().Emg("orbicularis").Epochs("Duchenne NonDuchenne Neutral", -2, 4).LogRatioTo(-2, 0).Window(2, 4);
        Assert.Equal(experiment.Trials().Muscle("orbicularis").Select(trial => (trial.Participant, trial.Condition, trial.Number)), whole.Select(trial => (trial.Participant, trial.Condition, trial.Number)));
    }

    [Fact]
    public void Groups_and_couplings_that_cannot_be_are_refused()
    {
        static void Refused(MimicryExperiment experiment, string expected) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(() => experiment.Truth()).Message, StringComparison.Ordinal);
        Refused(s_later with { Groups = [new("a"), new("a")] }, "each once");
        Refused(s_later with { Groups = [new(" ")] }, "groups with a name");
        Refused(s_later with { Groups = [new("a") { Delay = -1 }] }, "Delay");
        Refused(s_later with { Groups = [new("a") { ResponseProbability = 1.5 }] }, "ResponseProbability");
        Refused(s_later with { Groups = [new("a") { Delay = 100 }] }, "Interval");
        Refused(s_later with { Design = MimicryDesign.BetweenGroups }, "Groups");
        Refused(s_later with { Muscles = [MimicryMuscle.Orbicularis] }, "another muscle of the experiment");
        Refused(s_later with { Muscles = [MimicryMuscle.Zygomaticus, MimicryMuscle.Orbicularis with { Coupling = new("zygomaticus", 9) }] }, "slope");
        Assert.Throws<ArgumentException>(() => s_later.Expected("zygomaticus", "Happy", "Neutral"));
    }

    [Fact]
    public void Groups_are_in_the_description_of_a_study_and_absent_where_there_are_none()
    {
        MimicryExperiment experiment = new() { Participants = 2, TrialsPerCondition = 1, Groups = [new("a"), new("b") { Delay = .1 }] };
        Assert.Contains("\"Delay\":0.1", System.Text.Json.JsonSerializer.Serialize(experiment), StringComparison.Ordinal);
        Assert.DoesNotContain("Groups", System.Text.Json.JsonSerializer.Serialize(experiment with { Groups = [] }), StringComparison.Ordinal);
        Assert.Contains("chosen", experiment.Phrase, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_and_couplings_print_what_they_are()
    {
        Assert.Equal("autistic: 0.16 s later", s_later.Groups[1].ToString());
        Assert.Equal("a: as muscles say", new MimicryGroup("a").ToString());
        Assert.Equal("b: 0.5 as many responses", new MimicryGroup("b") { ResponseProbability = .5 }.ToString());
        Assert.Equal("orbicularis: 0.5 of zygomaticus", MimicryMuscle.Orbicularis.ToString());
    }
}
