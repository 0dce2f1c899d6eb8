// The choices of an analysis, run on recordings and on epochs.
using TestSupport;

namespace SmileNotebooks.Tests.Experiments.Pipelines;

public sealed class EmgPipelineTests
{
    private static readonly EmgPipeline AsRecorded = new() { Processing = EmgProcessing.AsRecorded };

    private static RecordingSet Study => (MimicryExperiment.VisibleFaces with { Participants = 4 }).Recordings();

    [Fact]
    public void A_run_gives_what_the_steps_give_one_by_one()
    {
        PipelineRun run = AsRecorded.Run(Study);

        TrialTable steps = Study.Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 6).Reject(new() { BaselineDeviations = null }).Bins(0.1).LogRatioTo(-2, 0).Reject().Window(2, 4);
        Assert.Equal(steps, run.Trials);
        Assert.Equal(new PipelineSource(PipelineSourceKind.Recordings, 4, 100, "mV"), run.Source);
        Assert.Equal(48, run.Found);
        Assert.Equal("simulated from published parameters, seed 1", run.Simulated);
    }

    [Fact]
    public void The_mean_of_a_window_does_not_depend_on_bins()
    {
        TrialTable binned = AsRecorded.Run(Study).Trials;
        TrialTable samples = (AsRecorded with { BinSeconds = null }).Run(Study).Trials;

        Assert.All(binned.Zip(samples), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-12));
    }

    [Fact]
    public void A_raw_signal_is_filtered_rectified_and_smoothed_as_by_hand()
    {
        EmgSignal raw = (MimicryExperiment.VisibleFaces with { Participants = 1, SamplingRate = 1000 }).Recordings()[0].Emg("zygomaticus raw");
        EmgProcessing processing = new() { Notch = 50, NotchHarmonics = 2 };

        Assert.Equal(raw.BandPass(20, 450).Notch(50, harmonics: 2).Rms(0.05).Samples.ToArray(), processing.Apply(raw).Samples.ToArray());
        Assert.Equal(raw.Rectify().Samples.ToArray(), (EmgProcessing.AsRecorded with { Amplitude = EmgAmplitudeMethod.Rectified }).Apply(raw).Samples.ToArray());
        Assert.Equal(
            raw.HighPass(20).Rectify().MovingAverage(0.1).Samples.ToArray(), (processing with { LowPass = null, Notch = null, Amplitude = EmgAmplitudeMethod.MovingAverage, Window = 0.1 }).Apply(raw).Samples.ToArray());
        Assert.Equal(
            raw.LowPass(200).Envelope(5).Samples.ToArray(), (processing with { HighPass = null, LowPass = 200, Notch = null, Amplitude = EmgAmplitudeMethod.Envelope, EnvelopeCutoff = 5 }).Apply(raw).Samples.ToArray());
    }

    [Fact]
    public void What_suits_a_channel_is_told_by_its_kind()
    {
        Recording recording = Study[0];

        Assert.Equal(EmgProcessing.AsRecorded, EmgProcessing.For(recording["zygomaticus"], 50));
        Assert.Equal(new EmgProcessing { Notch = 50 }, EmgProcessing.For(recording["zygomaticus raw"], 50));
    }

    [Fact]
    public void A_band_of_amplitudes_or_beyond_the_sampling_rate_is_refused()
    {
        string band = Signals.Message<ArgumentException>(() => new EmgPipeline().Run(Study));
        string rate = Signals.Message<ArgumentException>(() => new EmgPipeline { Muscle = "zygomaticus raw" }.Run(Study));

        Assert.Contains("zygomaticus is an amplitude already, and the band 20-450 Hz", band, StringComparison.Ordinal);
        Assert.Contains("450", rate, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_that_do_not_go_together_name_what_is_wrong()
    {
        Assert.Contains("is not an amplitude", Signals.Message<ArgumentException>(() => (AsRecorded with { Muscle = "zygomaticus raw" }).Run(Study)), StringComparison.Ordinal);
        Assert.Contains("reaches beyond the epochs", Signals.Message<ArgumentException>(() => (AsRecorded with { WindowTo = 9 }).Run(Study)), StringComparison.Ordinal);
        Assert.Contains("levator", Signals.Message<ArgumentException>(() => (AsRecorded with { Muscle = "levator" }).Run(Study)), StringComparison.Ordinal);
        Assert.Contains("Sad", Signals.Message<ArgumentException>(() => (AsRecorded with { Conditions = ["Happy", "Sad"] }).Run(Study)), StringComparison.Ordinal);
        Assert.Contains("counted already", Signals.Message<ArgumentException>(() => AsRecorded.Run(Study.Emg("zygomaticus").Epochs("Happy", -2, 6).LogRatioTo(-2, 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void Epochs_that_were_cut_before_keep_what_they_are()
    {
        Epochs epochs = (MimicryExperiment.VisibleFaces with { Participants = 3 }).BinnedEpochs("corrugator");

        PipelineRun run = new EmgPipeline { Rejection = null }.Run(epochs);

        Assert.Equal(epochs.LogRatioTo(-2, 0).Window(2, 4), run.Trials);
        Assert.Equal("corrugator", run.Pipeline.Muscle);
        Assert.Equal(EmgProcessing.AsRecorded, run.Pipeline.Processing);
        Assert.Equal(PipelineSourceKind.Epochs, run.Source.Kind);
        Assert.Equal(36, run.Source.Count);
    }

    [Fact]
    public void Gaps_are_judged_on_samples_and_not_again_on_bins()
    {
        double[] samples = [.. Enumerable.Range(0, 2000).Select(k => 1 + (0.5 * Math.Sin(k)))];
        samples[450] = double.NaN;
        EmgSignal signal = Signals.Of(samples, 100, (4, "Happy"), (9, "Happy"), (13, "Happy"));
        RecordingSet recordings = new(new Recording(new Channel("zygomaticus", "mV", 100, signal.Samples) { Kind = ChannelKind.EmgAmplitude }) { Participant = "01", Events = signal.Events });
        EmgPipeline pipeline = AsRecorded with { Conditions = ["Happy"], To = 4, WindowTo = 3 };

        PipelineRun strict = pipeline.Run(recordings);
        PipelineRun lenient = (pipeline with { Rejection = new() { MissingShare = 0.5 } }).Run(recordings);

        Exclusion gap = Assert.Single(strict.Trials.Exclusions);
        Assert.Equal(ExclusionKind.Gap, gap.Kind);
        Assert.Contains("1 of 600 samples are missing", gap.Reason, StringComparison.Ordinal);
        Assert.Equal(3, lenient.Trials.Count);
        Assert.Equal(3, lenient.Found);
    }

    [Fact]
    public void Standardised_responses_have_mean_0_and_SD_1_in_each_participant()
    {
        TrialTable trials = (AsRecorded with { Standardisation = Standardisation.ZScore }).Run(Study).Trials;

        Assert.StartsWith("z within participant of log ratio", trials.Measure, StringComparison.Ordinal);
        foreach (IGrouping<string, Trial> own in trials.GroupBy(trial => trial.Participant))
        {
            double[] values = [.. own.Select(trial => trial.Value)];
            Assert.Equal(0, values.Average(), 1e-12);
            Assert.Equal(1, values.Sum(value => value * value) / (values.Length - 1), 1e-12);
        }
    }

    [Fact]
    public void Trials_that_do_not_vary_have_no_z_and_are_told()
    {
        TrialTable table = AsRecorded.Run(Study).Trials;
        TrialTable flat = table with { Trials = [.. table.Select(trial => trial.Participant == "01" ? trial with { Value = 3 } : trial)] };

        TrialTable standardised = flat.Standardised();

        Assert.DoesNotContain(standardised, trial => trial.Participant == "01");
        Assert.Equal(12, standardised.Exclusions.Count(exclusion => exclusion is { Participant: "01", Kind: ExclusionKind.Uncountable }));
        Assert.Empty((table with { Trials = [] }).Standardised());
    }

    [Fact]
    public void Pipelines_are_equal_by_value_and_say_their_choices()
    {
        Assert.Equal(new EmgPipeline { Conditions = ["A", "B"] }, new EmgPipeline { Conditions = ["A", "B"] });
        Assert.NotEqual(new EmgPipeline(), new EmgPipeline { Rejection = null });
        Assert.Equal(
            ["zygomaticus", "Happy, Angry, Neutral", "20-450 Hz, RMS 50 ms", "-2 to 6 s", "100 ms", "missing samples, flat throughout, baseline beyond 3 SD", "log ratio, -2 to 0 s", "mean of 2 to 4 s", "none"],
            new EmgPipeline().ToTable().Rows.Select(row => row[1]));
    }

    [Fact]
    public void The_authors_window_of_a_real_study_is_reproduced()
    {
        RecordingSet recordings = Recording.LoadAll(SharedData.PathOf("data", "fmov"), AcqKnowledgeText.Fmov);

        PipelineRun run = (AsRecorded with { BinSeconds = null, Rejection = null, WindowFrom = 1.9 }).Run(recordings);

        TTestResult test = run.Trials.PairedT("Happy", "Neutral").Result;
        Assert.Equal(252, run.Found);
        Assert.Equal(20, test.DegreesOfFreedom);
        Assert.InRange(test.T, 2.9, 3.4);
        Assert.Null(run.Simulated);
    }
}
