// What a simulated experiment makes in memory.
namespace SmileNotebooks.Tests.Experiments.Simulation;

public class MimicryExperimentTests
{
    private static readonly MimicryExperiment s_small = new() { Participants = 3, TrialsPerCondition = 2, Interval = 9 };

    [Fact]
    public void Recordings_have_the_channels_of_the_real_study()
    {
        Recording recording = s_small.Recordings()[0];
        Assert.Equal(
            ["skin conductance", "zygomaticus raw", "corrugator raw", "zygomaticus", "corrugator", "Angry", "Happy", "Neutral"], recording.Channels.Select(channel => channel.Name));
        Assert.All(recording.Channels, channel => Assert.Equal(100, channel.SamplingRate));
        Assert.Equal("01", recording.Participant);
        Assert.Equal(6, recording.Events.Length);
    }

    [Fact]
    public void Everything_says_that_it_was_simulated()
    {
        const string Phrase = "simulated from published parameters, seed 1";
        Recording recording = s_small.Recordings()[0];
        Assert.Equal(Phrase, recording.Simulated);
        Assert.Contains(Phrase, recording.ToString(), StringComparison.Ordinal);
        Epochs epochs = recording.Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 6);
        Assert.Equal(Phrase, epochs.Simulated);
        Assert.Contains(Phrase, s_small.BinnedEpochs("corrugator").LogRatioTo(-2, 0).Window(2, 4).PairedT("Happy", "Neutral").Apa, StringComparison.Ordinal);
    }

    [Fact]
    public void The_phrase_says_what_is_not_as_published()
    {
        Assert.Equal("simulated from published parameters, responses 0.3 times as large, seed 7", (MimicryExperiment.MaskedFaces(.3) with { Seed = 7 }).Phrase);
        Assert.Equal("simulated from published and chosen parameters, seed 1", (s_small with { Latency = .2 }).Phrase);
        Assert.Equal("simulated from published and chosen parameters, seed 1", (s_small with { Muscles = [MimicryMuscle.Zygomaticus with { TrialDeviation = .2 }] }).Phrase);
    }

    [Fact]
    public void Markers_stand_for_a_tenth_of_a_second_and_fall_at_the_onset()
    {
        Recording recording = s_small.Recordings()[1];
        foreach (RecordingEvent face in recording.Events)
        {
            int onset = (int)Math.Round(face.Onset * 100);
            Assert.Equal([0, .. Enumerable.Repeat(5.0, 10), 0], recording[face.Label].Read(onset - 11, 12));
        }

        Assert.Equal(60, recording.Channels.Where(channel => channel.Kind == ChannelKind.Trigger).Sum(channel => channel.Read().Sum() / 5));
    }

    [Fact]
    public void The_same_seed_gives_the_same_samples_and_another_seed_others()
    {
        Assert.Equal(s_small.Recordings()[2]["corrugator"].Read(), s_small.Recordings()[2]["corrugator"].Read());
        Assert.NotEqual(s_small.Recordings()[2]["corrugator"].Read(), (s_small with { Seed = 2 }).Recordings()[2]["corrugator"].Read());
    }

    [Fact]
    public void More_participants_change_nothing_in_the_first_ones()
    {
        MimicryExperiment larger = s_small with { Participants = 101 };
        Assert.All(Enumerable.Range(0, 3), participant => Assert.Equal(
            s_small.Recordings()[participant].Channels.SelectMany(channel => channel.Read()), larger.Recordings()[participant].Channels.SelectMany(channel => channel.Read())));
        Assert.Equal(s_small.Truth(), larger.Truth().Take(s_small.Truth().Length));
        Assert.Equal("101", larger.Recordings()[100].Participant);
    }

    [Fact]
    public void A_further_muscle_changes_nothing_in_the_others()
    {
        MimicryExperiment alone = s_small with { Muscles = [MimicryMuscle.Zygomaticus] };
        Assert.Equal(s_small.Recordings()[0]["zygomaticus"].Read(), alone.Recordings()[0]["zygomaticus"].Read());
    }

    [Fact]
    public void A_smaller_effect_changes_only_the_trials_with_a_response()
    {
        double[] full = [.. s_small.Truth().Where(trial => trial.Condition == "Happy").Select(trial => trial.Change)];
        double[] none = [.. (s_small with { Amplitude = 0 }).Truth().Where(trial => trial.Condition == "Happy").Select(trial => trial.Change)];
        Assert.Contains(full.Zip(none), pair => pair.First == pair.Second);
        Assert.Contains(full.Zip(none), pair => pair.First != pair.Second);
    }

    [Fact]
    public void The_raw_electromyogram_can_be_had_at_1000_Hz_and_holds_that_at_100_Hz()
    {
        double[] fast = (s_small with { SamplingRate = 1000 }).Recordings()[0]["zygomaticus raw"].Read();
        double[] slow = s_small.Recordings()[0]["zygomaticus raw"].Read();
        Assert.Equal(slow, fast.Where((_, sample) => sample % 10 == 0).Take(slow.Length));
    }

    [Fact]
    public void Between_groups_each_participant_sees_one_condition()
    {
        MimicryExperiment experiment = MimicryExperiment.MaskedFaces(0) with { Participants = 7 };
        Assert.All(experiment.Recordings(), recording => Assert.Single(recording.Events.Select(face => face.Label).Distinct()));
        Epochs epochs = experiment.Recordings().Emg("zygomaticus").Epochs("Happy Neutral Angry", -2, 4).Grouped(experiment.GroupOf);
        Assert.All(epochs.Items, epoch => Assert.Equal(epoch.Condition, epoch.Group));
        Assert.Equal(epochs.Items.Select(epoch => (epoch.Participant, epoch.Group, epoch.EventTime)),
            experiment.BinnedEpochs("zygomaticus", -2, 4).Items.Select(epoch => (epoch.Participant, epoch.Group, epoch.EventTime)));
    }

    [Fact]
    public void The_largest_parameters_give_finite_amplitudes()
    {
        MimicryMuscle loud = MimicryMuscle.Zygomaticus with { SubjectDeviation = 5, SubjectStimulusDeviation = 5, TrialDeviation = 5, BinDeviation = 5, RestingLogDeviation = 5, RestingAmplitude = 1e6 };
        Assert.All(
            (s_small with { Muscles = [loud], Amplitude = 6 }).Recordings().SelectMany(recording => recording.Channels),
            channel => Assert.DoesNotContain(channel.Read(), sample => !double.IsFinite(sample)));
    }

    [Fact]
    public void An_experiment_and_a_muscle_print_what_they_are()
    {
        Assert.Equal("3 participants, 2 trials of Happy, Angry, Neutral each; zygomaticus, corrugator; simulated from published parameters, seed 1", s_small.ToString());
        Assert.Equal("corrugator: Angry 0.041, Happy -0.133", MimicryMuscle.Corrugator.ToString());
    }

    [Fact]
    public void One_participant_one_trial_and_one_muscle_are_enough()
    {
        MimicryExperiment least = new() { Participants = 1, TrialsPerCondition = 1, Conditions = ["Happy"], Muscles = [MimicryMuscle.Corrugator], Lead = .1, Tail = 0 };
        Assert.Equal(Enumerable.Repeat(5.0, 10), least.Recordings().Single()["Happy"].Read());
        Assert.Single(least.Truth());
        Assert.Single(least.BinnedEpochs("corrugator", 0, .1).Items);
    }

    [Fact]
    public void Without_spread_and_responses_no_trial_changes()
    {
        MimicryMuscle still = MimicryMuscle.Zygomaticus with { SubjectDeviation = 0, SubjectStimulusDeviation = 0, TrialDeviation = 0, RestingLogDeviation = 0 };
        MimicryExperiment experiment = s_small with { Muscles = [still], Amplitude = 0 };
        Assert.All(experiment.Truth(), trial => Assert.Equal(0, trial.Change));
    }

    [Fact]
    public void Parameters_that_cannot_be_are_named()
    {
        AssertNamed("Participants is 0, expected 1 to 100,000", new() { Participants = 0 });
        AssertNamed("Interval is 6.5, expected at least 7 s", new() { Interval = 6.5 });
        AssertNamed("SamplingRate is 250", new() { SamplingRate = 250 });
        AssertNamed("Latency is NaN", new() { Latency = double.NaN });
        AssertNamed("Amplitude is -1", new() { Amplitude = -1 });
        AssertNamed("Conditions is Happy Happy", new() { Conditions = ["Happy", "Happy"] });
        AssertNamed("Muscles is zygomaticus, zygomaticus", new() { Muscles = [MimicryMuscle.Zygomaticus, MimicryMuscle.Zygomaticus] });
        AssertNamed("zygomaticus: Responders is 0", new() { Muscles = [MimicryMuscle.Zygomaticus with { Responders = 0 }] });
        AssertNamed("zygomaticus: BinDeviation is 0.1, expected more than 0.1825", new() { Muscles = [MimicryMuscle.Zygomaticus with { BinDeviation = .1 }] });
        AssertNamed("zygomaticus: BinAutocorrelation is 0.9", new() { Muscles = [MimicryMuscle.Zygomaticus with { BinAutocorrelation = .9 }] });
        AssertNamed("zygomaticus: TrialDeviation is 1E+300", new() { Muscles = [MimicryMuscle.Zygomaticus with { TrialDeviation = 1e300 }] });
        AssertNamed("The mean size of a response of zygomaticus to Happy is 303", new() { Muscles = [MimicryMuscle.Zygomaticus with { Responders = .001, ResponseProbability = .55 }] });
        Assert.Contains("there are zygomaticus, corrugator", Assert.Throws<ArgumentException>(() => s_small.BinnedEpochs("levator")).Message, StringComparison.Ordinal);
        Assert.Contains("Participant 04 does not take part, expected 01 to 03", Assert.Throws<ArgumentException>(() => s_small.GroupOf("04")).Message, StringComparison.Ordinal);

        static void AssertNamed(string message, MimicryExperiment experiment) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => experiment.Recordings()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zygomaticus", .167, .327, .166, .331)]
    [InlineData("corrugator", -.133, .265, .130, .273)]
    public void What_must_be_recovered_is_what_was_published(string muscle, double mean, double deviation, double stimulus, double trial)
    {
        ExpectedContrast expected = MimicryExperiment.VisibleFaces.Expected(muscle, "Happy", "Neutral");
        Assert.Equal(mean, expected.Mean, 1e-12);
        Assert.Equal(deviation, expected.StandardDeviation, .01 * deviation);
        Assert.Equal(stimulus, expected.SubjectStimulusDeviation, .025 * stimulus);
        Assert.Equal(trial, expected.TrialDeviation, .01 * trial);
    }
}
