// One way in for recordings and for epochs.
using SmileNotebooks.Tests.Charts;

namespace SmileNotebooks.Tests.Experiments.Pipelines;

public sealed class StudyDataTests
{
    private static readonly EmgPipeline Pipeline = new() { Processing = EmgProcessing.AsRecorded };

    private static readonly RecordingSet Recordings = (MimicryExperiment.VisibleFaces with { Participants = 3 }).Recordings();

    private static readonly Epochs Cut = (MimicryExperiment.VisibleFaces with { Participants = 3 }).BinnedEpochs("zygomaticus");

    [Fact]
    public void Recordings_and_epochs_run_as_they_do_by_themselves()
    {
        StudyData recorded = StudyData.Of(Recordings), cut = StudyData.Of(Cut);

        Assert.Equal(Pipeline.Run(Recordings).Trials, Pipeline.Run(recorded).Trials);
        Assert.Equal(Pipeline.Run(Cut).Trials, Pipeline.Run(cut).Trials);
        Assert.False(recorded.IsCut);
        Assert.True(cut.IsCut);
        Assert.Equal(EmgProcessing.AsRecorded, cut.ProcessingFor("anything"));
        Assert.Equal(new EmgProcessing(), recorded.ProcessingFor("zygomaticus raw"));
        Assert.Contains("levator", Signals.Message<ArgumentException>(() => recorded.ProcessingFor("levator")), StringComparison.Ordinal);
        Assert.Contains("no recording", Signals.Message<ArgumentException>(() => StudyData.Of(new RecordingSet()).ProcessingFor("zygomaticus")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mains_frequency_that_a_recording_says_is_taken_out()
    {
        Recording recording = new(new Channel("zygomaticus", "mV", 1000, new double[10]) { Kind = ChannelKind.Emg }) { PowerLineFrequency = 60 };

        Assert.Equal(new EmgProcessing { Notch = 60 }, StudyData.Of(new RecordingSet(recording)).ProcessingFor("zygomaticus"));
    }

    [Fact]
    public void Quality_has_a_row_for_each_recording_and_marks_what_stands_out()
    {
        RecordingSet recordings = new(Recordings[0], PhysiologySamples.Study(1)[0] with { Participant = "02" }, Flat());

        StudyQuality quality = StudyData.Of(recordings).Quality("zygomaticus");

        Assert.Equal(3, quality.Count);
        Assert.InRange(quality.Remarked, 1, 2);
        Assert.Equal("✗ unusable", quality.ToTable().Rows[2][1]);
        Assert.Contains("simulated from published parameters, seed 1", quality.ToString(), StringComparison.Ordinal);
        Assert.Contains("no standard", quality.ToTable().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_of_epochs_counts_what_is_missing()
    {
        Epochs torn = Cut with
        {
            Items = [.. Cut.Items.Select((epoch, at) => at == 0 ? epoch with { Samples = Enumerable.Repeat(double.NaN, Cut.Samples).ToArray() } : epoch)],
            Exclusions = [new Exclusion("09", "Happy", 1, "there is no measure of the clip x")],
        };

        StudyQuality quality = StudyData.Of(torn).Quality("zygomaticus");

        Assert.Equal(4, quality.Count);
        Assert.Equal(2, quality.Remarked);
        Assert.Equal(["01", "12", "8.33 %", "0", ""], quality.ToTable().Rows[0]);
        Assert.Equal(["09", "0", "-", "1", "there is no measure of the clip x"], quality.ToTable().Rows[3]);
    }

    [Fact]
    public void Everything_of_a_study_shows_itself_and_says_that_it_is_simulated()
    {
        PipelineRun run = Pipeline.Run(Cut);
        MultiverseResult multiverse = new Multiverse(Pipeline, Choice.Windows((1, 3), (2, 4), (2, 9))).Run(Cut, "Happy", "Neutral", new() { Permutations = 9 });
        object[] values = [StudyData.Of(Recordings), StudyData.Of(Cut), StudyData.Of(Recordings).Quality("zygomaticus"), StudyData.Of(Cut).Quality("zygomaticus"), run, multiverse, MethodsParagraph.Of(run).With(multiverse)];

        Assert.All(values, value => Assert.Contains("simulated", Shown(value, MimeTypes.Html), StringComparison.Ordinal));
        Assert.All(values, value => Assert.Contains("simulated", Shown(value, MimeTypes.Plain), StringComparison.Ordinal));
        Assert.Contains("<table", Shown(Pipeline, MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("log ratio, -2 to 0 s", Shown(Pipeline, MimeTypes.Plain), StringComparison.Ordinal);
        Assert.Contains("All 3 specifications", Shown(multiverse, MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://doi.org/10.1177/1745691616658637\">", Shown(values[^1], MimeTypes.Html), StringComparison.Ordinal);
    }

    private static Recording Flat() => new(new Channel("zygomaticus", "mV", 100, new double[3000]) { Kind = ChannelKind.EmgAmplitude }) { Participant = "03" };

    private static string Shown(object value, string mimeType)
    {
        using StringWriter writer = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, writer), $"{value.GetType().Name} as {mimeType}");
        return writer.ToString();
    }
}
