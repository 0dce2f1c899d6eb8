// The paragraph says what was done: another choice, another sentence; what was not done, not a word.
namespace SmileNotebooks.Tests.Experiments.Methods;

public sealed class MethodsParagraphTests
{
    private static readonly EmgPipeline Base = new() { Processing = EmgProcessing.AsRecorded };

    private static readonly RecordingSet Recordings = (MimicryExperiment.VisibleFaces with { Participants = 4 }).Recordings();

    private static readonly PipelineRun Run = Base.Run(Recordings);

    public static TheoryData<string, string, string> Choices => new()
    {
        { "amplitude", "no filter, no rectification and no smoothing", "smoothed at 2 Hz" },
        { "epochs", "from -2 to 6 s", "from -2 to 5 s" },
        { "bins", "bins of 100 ms", "bins of 500 ms" },
        { "no bins", "bins of 100 ms", "" },
        { "no rejection", "Trials were left out where samples were missing", "No trial was rejected as an artefact." },
        { "limit", "more than 3 standard deviations", "more than 2 standard deviations" },
        { "flat", "stayed at one value throughout", "stayed at one value for 0.5 s or longer" },
        { "share", "where samples were missing", "more than 10 % of the samples were missing" },
        { "percent", "natural logarithm of its ratio", "in percent of" },
        { "difference", "natural logarithm of its ratio", ", less the mean amplitude of the trial's baseline" },
        { "no baseline", "natural logarithm of its ratio", "without a baseline correction" },
        { "baseline window", "baseline (-2 to 0 s)", "baseline (-1 to 0 s)" },
        { "window", "from 2 to 4 s after the event", "from 1 to 3 s after the event" },
        { "peak", "the mean amplitude from 2 to 4 s", "the largest amplitude from 2 to 4 s" },
        { "z", "Responses were not standardised.", "Responses were then standardised within participants" },
        { "conditions", "Happy 16, Angry 16, Neutral 16", "Happy 16, Neutral 16" },
        { "muscle", "The channel zygomaticus", "The channel corrugator" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void Another_choice_changes_its_sentence(string choice, string before, string after)
    {
        string usual = MethodsParagraph.Of(Run).Text, other = MethodsParagraph.Of(Changed(choice).Run(Recordings)).Text;

        Assert.Contains(before, usual, StringComparison.Ordinal);
        Assert.DoesNotContain(before, other, StringComparison.Ordinal);
        Assert.Contains(after, other, StringComparison.Ordinal);
        Assert.True(after.Length == 0 || !usual.Contains(after, StringComparison.Ordinal), after);
    }

    [Fact]
    public void The_whole_paragraph_reads_like_one_of_a_paper()
    {
        Assert.Equal(
            "The channel zygomaticus (mV, 100 Hz) of 4 recordings of 4 participants was analysed. No person was recorded: the data are simulated from published parameters, seed 1."
            + " Samples were used as they were recorded: no filter, no rectification and no smoothing was applied."
            + " Epochs reached from -2 to 6 s around 48 events (Happy 16, Angry 16, Neutral 16), and amplitudes were averaged over bins of 100 ms."
            + " Trials were left out where samples were missing, the signal stayed at one value throughout or the mean amplitude from -2 to 0 s lay more than 3 standard deviations from the mean of the participant's trials."
            + " The response of a trial was the mean amplitude from 2 to 4 s after the event, as the natural logarithm of its ratio to the mean amplitude of the trial's baseline (-2 to 0 s)."
            + " Responses were not standardised. Nothing was left out: 48 trials of 4 participants (Happy 16, Angry 16, Neutral 16) were analysed."
            + $" Analyses were run with {Run.Software} (.NET {Environment.Version.Major}).",
            MethodsParagraph.Of(Run).Text);
    }

    [Fact]
    public void Filters_are_said_with_their_source_where_it_has_them()
    {
        RecordingSet raw = (MimicryExperiment.VisibleFaces with { Participants = 2, SamplingRate = 1000 }).Recordings();
        EmgPipeline pipeline = new() { Muscle = "zygomaticus raw", Processing = new() { Notch = 50, NotchHarmonics = 3 } };

        MethodsParagraph usual = MethodsParagraph.Of(pipeline.Run(raw));
        MethodsParagraph narrow = MethodsParagraph.Of((pipeline with { Processing = new() { HighPass = 90, LowPass = 250 } }).Run(raw));

        Assert.Contains(
            "The signal was band-passed from 20 to 450 Hz (Butterworth of order 4, forwards and backwards; van Boxtel, 2001), freed of mains hum at 50 Hz and up to 3 multiples of it below half the sampling rate (notch, quality 30, forwards and backwards)"
            + " and turned into its root mean square over a moving window of 50 ms.", usual.Text, StringComparison.Ordinal);
        Assert.Contains("(mV, 1000 Hz)", usual.Text, StringComparison.Ordinal);
        Assert.Single(usual.References);
        Assert.Contains("band-passed from 90 to 250 Hz", narrow.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Boxtel", narrow.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mains", narrow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_is_counted_with_its_reasons()
    {
        PipelineRun strict = (Base with { Rejection = new() { BaselineDeviations = 1.5 } }).Run(Recordings);

        string text = MethodsParagraph.Of(strict).Text;

        int left = strict.Found - strict.Trials.Count;
        Assert.InRange(left, 1, 47);
        Assert.Contains($"Left out: {left} trial{(left == 1 ? "" : "s")} (baseline far from the others); {strict.Trials.Count} trials of 4 participants", text, StringComparison.Ordinal);
        Assert.Contains($"of 48 were analysed.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_are_said_only_where_they_were_run()
    {
        MethodsParagraph bare = MethodsParagraph.Of(Run);
        MethodsParagraph tested = bare.With(Run.Trials.PairedT("Happy", "Neutral")).With(Run.Trials.Contrasts("Neutral"))
            .With(Run.Epochs.TimeCourse().Clusters("Happy", "Neutral", new() { Permutations = 5, Seed = 7 }))
            .With(new Multiverse(Base, Choice.Windows((1, 3), (2, 4)), Choice.Standardisations(Standardisation.None, Standardisation.ZScore)).Run(Recordings, "Happy", "Neutral", new() { Permutations = 5, Seed = 9 }));

        Assert.DoesNotContain("test", bare.Text, StringComparison.Ordinal);
        Assert.Empty(bare.References);
        Assert.Contains("Happy and Neutral were compared by a paired t test of the means of 4 participants (two-sided, 95% intervals); effects are standardised as dz (Lakens, 2013).", tested.Text, StringComparison.Ordinal);
        Assert.Contains("Happy and Angry were each compared with Neutral by paired t tests of participants' means (two-sided, 95% intervals, p values corrected for 2 tests (Holm, 1979))", tested.Text, StringComparison.Ordinal);
        Assert.Contains("Time courses of 100-ms bins of Happy and Neutral were compared by a cluster permutation test (Maris & Oostenveld, 2007; sign flips of participants, 5 at random, seed 7).", tested.Text, StringComparison.Ordinal);
        Assert.Contains("all 4 combinations of choices (window: 1 to 3 s / 2 to 4 s; standardisation: none / z within participant; Steegen et al., 2016; Simonsohn et al., 2020).", tested.Text, StringComparison.Ordinal);
        Assert.Contains("(5 random sign flips, seed 9; Phipson & Smyth, 2010)", tested.Text, StringComparison.Ordinal);
        Assert.Equal(6, tested.References.Length);
        Assert.EndsWith($"(.NET {Environment.Version.Major}).", tested.Text, StringComparison.Ordinal);
        Assert.Contains("[https://doi.org/10.1177/1745691616658637](https://doi.org/10.1177/1745691616658637)", tested.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_between_groups_are_not_called_tests_of_pairs()
    {
        Epochs epochs = (MimicryExperiment.MaskedFaces(1) with { Participants = 9 }).BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0);

        string text = MethodsParagraph.Of(Run).With(epochs.GroupCourses().Clusters("Happy", "Neutral", new() { Permutations = 5, Seed = 7 })).With(epochs.Window(2, 4).IndependentT("Happy", "Neutral")).Text;

        Assert.Contains("(Maris & Oostenveld, 2007; permutations of group labels, 5 at random, seed 7)", text, StringComparison.Ordinal);
        Assert.Contains("Happy and Neutral were compared by Welch's t test of the means of 3 and 3 participants (two-sided", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorded_data_are_not_called_simulated()
    {
        EmgSignal signal = Signals.Of([.. Enumerable.Range(0, 300).Select(k => 1 + (0.5 * Math.Sin(k)))], 10, (4, "Happy"), (14, "Happy"));
        RecordingSet recordings = new(new Recording(new Channel("zygomaticus", "µV", 10, signal.Samples) { Kind = ChannelKind.EmgAmplitude }) { Participant = "01", Events = signal.Events });

        string text = MethodsParagraph.Of((Base with { Conditions = ["Happy"] }).Run(recordings)).ToString();

        Assert.StartsWith("The channel zygomaticus (µV, 10 Hz) of 1 recording of 1 participant was analysed. Samples were used", text, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", text, StringComparison.Ordinal);
    }

    private static EmgPipeline Changed(string choice) => choice switch
    {
        "amplitude" => Base with { Processing = EmgProcessing.AsRecorded with { Amplitude = EmgAmplitudeMethod.Envelope, EnvelopeCutoff = 2 } },
        "epochs" => Base with { To = 5 },
        "bins" => Base with { BinSeconds = 0.5 },
        "no bins" => Base with { BinSeconds = null },
        "no rejection" => Base with { Rejection = null },
        "limit" => Base with { Rejection = new() { BaselineDeviations = 2 } },
        "flat" => Base with { Rejection = new() { FlatSeconds = 0.5 } },
        "share" => Base with { Rejection = new() { MissingShare = 0.1 } },
        "percent" => Base with { Baseline = new(BaselineMethod.Percent, -2, 0) },
        "difference" => Base with { Baseline = new(BaselineMethod.Difference, -2, 0) },
        "no baseline" => Base with { Baseline = Baseline.None },
        "baseline window" => Base with { Baseline = new(BaselineMethod.LogRatio, -1, 0) },
        "window" => Base with { WindowFrom = 1, WindowTo = 3 },
        "peak" => Base with { Summary = WindowSummary.Peak },
        "z" => Base with { Standardisation = Standardisation.ZScore },
        "conditions" => Base with { Conditions = ["Happy", "Neutral"] },
        "muscle" => Base with { Muscle = "corrugator" },
        _ => throw new ArgumentException(choice),
    };
}
