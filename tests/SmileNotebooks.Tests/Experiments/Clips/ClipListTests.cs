// Clips as trials of the same table.
namespace SmileNotebooks.Tests.Experiments.Clips;

public sealed class ClipListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-clips-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Frames_become_bins_around_the_onset_of_the_stimulus()
    {
        ClipList list = Listed("clip,person,condition,onset", "videos/a.mp4,P1,Happy,1", "b,P1,Neutral,");

        Epochs epochs = list.Epochs("AU12", [Clip("out/a.csv", 25, 4, time => time < 1 ? 1 : 3), Clip("b", 25, 4, time => time)], from: 0, to: 2, binSeconds: 0.5);

        Assert.Equal(4, epochs.Samples);
        Assert.Equal("Happy 1, Neutral 1", string.Join(", ", epochs.Items.Select(epoch => $"{epoch.Condition} {epoch.Trial}")));
        Assert.Equal([3, 3, 3, 3], epochs.Items[0].Samples.ToArray());
        Assert.Equal(0.24, epochs.Items[1].Samples.Span[0], 1e-12); // Frames at 0 to .48 s, of which there are 13.
        Assert.Equal([1, 2], epochs.Items.Select(epoch => epoch.Position));
        Assert.Equal("P1", Assert.Single(epochs.Participants));
    }

    [Fact]
    public void Tables_of_measures_run_through_the_same_pipeline_as_electromyograms()
    {
        string[] people = ["P1", "P2", "P3", "P4", "P5"];
        string[] conditions = ["Happy", "Neutral"];
        List<string> lines = ["clip,person,condition,onset"];
        foreach ((int at, string person) in people.Index())
        {
            foreach (string condition in conditions)
            {
                lines.Add($"{person}{condition},{person},{condition},1");
                double rise = (condition == "Happy" ? 0.4 : 0) + (0.05 * (at + 1));
                Save(FaceTable($"{person}{condition}", time => 0.5 + (time > 1.5 ? rise : 0)), $"{person}{condition}.csv");
            }
        }

        ClipList list = Listed([.. lines]);
        IEnumerable<ClipMeasure> au12 = FaceSeries.LoadAll(Path.Combine(_folder, "tables")).Select(face => new ClipMeasure(face.Clip, face.Times, face["AU12_r"]));
        PipelineRun run = new EmgPipeline { Baseline = new(BaselineMethod.Difference, -1, 0), WindowFrom = 1, WindowTo = 2 }.Run(list.Epochs("AU12", au12, from: -1, to: 2));

        Assert.Equal(PipelineSourceKind.Clips, run.Source.Kind);
        Assert.Equal(10, run.Trials.Count);
        Assert.Equal(0.4, run.Trials.Where(trial => trial.Condition == "Happy").Average(trial => trial.Value) - run.Trials.Where(trial => trial.Condition == "Neutral").Average(trial => trial.Value), 1e-6);
        Assert.StartsWith("AU12 was measured in 10 clips of 5 participants (means of the frames of bins of 0.1 s). Epochs reached from -1 to 2 s around 10 events", MethodsParagraph.Of(run).Text, StringComparison.Ordinal);
        Assert.Contains("was the mean value from 1 to 2 s after the event, less the mean value of the trial's baseline (-1 to 0 s).", MethodsParagraph.Of(run).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("amplitude", MethodsParagraph.Of(run).Text, StringComparison.Ordinal);
        StudyDerivatives saved = StudyDerivatives.Save(Path.Combine(_folder, "out"), run);
        Assert.Contains("sub-P3/beh/sub-P3_desc-responses_beh.tsv", saved.Files);
        Assert.Equal(run.Trials, StudyDerivatives.LoadTrials(saved.Folder));
    }

    [Fact]
    public void Clips_that_are_too_short_or_not_measured_are_left_out_with_their_reason()
    {
        ClipList list = Listed("clip,person,condition,onset", "a,P1,Happy,1", "b,P1,Happy,1", "c,P2,Happy,1", "d,P2,Happy,0");

        Epochs epochs = list.Epochs("AU12", [Clip("a", 30, 5, _ => 1), Clip("b", 30, 2, _ => 1), Clip("d", 30, 5, _ => 1)], -1, 3);

        Assert.Single(epochs.Items);
        Assert.Contains("ends at 4 s of the clip, whose last frame is at 1.967 s", epochs.Exclusions[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no measure of the clip c", epochs.Exclusions[1].Reason, StringComparison.Ordinal);
        Assert.Contains("begins at -1 s of the clip", epochs.Exclusions[2].Reason, StringComparison.Ordinal);
        Assert.Equal([2, 1, 2], epochs.Exclusions.Select(exclusion => exclusion.Trial!.Value));
    }

    [Fact]
    public void A_face_that_was_not_found_is_a_gap()
    {
        ClipList list = Listed("clip,person,condition", "a,P1,Happy");
        ClipMeasure clip = Clip("a", 10, 2, time => time is > 0.95 and < 1.05 ? double.NaN : 1);

        TrialTable trials = new EmgPipeline { Rejection = null, Baseline = Baseline.None, WindowFrom = 0, WindowTo = 2 }.Run(list.Epochs("AU12", [clip], 0, 2)).Trials;

        Assert.Equal(ExclusionKind.Gap, Assert.Single(trials.Exclusions).Kind);
    }

    [Theory]
    [InlineData("clip,person\na,P1", "line 1", "clip, person, condition")]
    [InlineData("clip,person,condition\na,P1", "line 2", "3, as many as the header has")]
    [InlineData("clip,person,condition\na,,Happy", "line 2", "no person")]
    [InlineData("clip,person,condition\na,P1,Happy\na.mp4,P2,Happy", "line 3", "the clip a again")]
    [InlineData("clip,person,condition,onset\na,P1,Happy,soon", "line 2", "the onset \"soon\"")]
    [InlineData("clip,person,condition,clip\na,P1,Happy,b", "line 1", "the column clip twice")]
    [InlineData("clip,person,condition", "clips.csv", "no clip")]
    [InlineData("clip,person,condition,onset\na,P1,Happy,NA", "line 2", "the onset \"NA\"")]
    [InlineData("clip;person;condition\na;P1;Happy", "line 1", "semicolons between fields")]
    [InlineData("", "clips.csv", "an empty file")]
    public void A_list_that_cannot_be_read_says_where(string text, string place, string expected)
    {
        string path = Path.Combine(_folder, "clips.csv");
        File.WriteAllText(path, text);

        string message = Assert.Throws<TableException>(() => ClipList.Load(path)).Message;

        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measures_that_do_not_fit_the_list_are_named()
    {
        ClipList list = Listed("clip,person,condition", "a,P1,Happy");
        ClipMeasure clip = Clip("a", 10, 2, _ => 1);

        Assert.Contains("b is measured, but", Message(() => list.Epochs("AU12", [clip, clip with { Clip = "b" }], 0, 1)), StringComparison.Ordinal);
        Assert.Contains("measured twice", Message(() => list.Epochs("AU12", [clip, clip], 0, 1)), StringComparison.Ordinal);
        Assert.Contains("times that ascend", Message(() => list.Epochs("AU12", [clip with { Times = [.. clip.Times.Reverse()] }], 0, 1)), StringComparison.Ordinal);
        Assert.Contains("2 times and 1 values", Message(() => list.Epochs("AU12", [new ClipMeasure("a", [0, 1], [1])], 0, 1)), StringComparison.Ordinal);
        Assert.Contains("do not fill an epoch", Message(() => list.Epochs("AU12", [clip], 0, 1, 0.3)), StringComparison.Ordinal);
        Assert.Contains("No clip of", Message(() => list.Epochs("AU12", [clip], 0, 9)), StringComparison.Ordinal);
        Assert.Contains("No clip of", Message(() => list.Epochs("AU12", [], 0, 1)), StringComparison.Ordinal);
        Assert.Contains("has no frame", Message(() => list.Epochs("AU12", [new ClipMeasure("a", [], [])], 0, 1)), StringComparison.Ordinal);
    }

    private static string Message(Func<object?> act) => Signals.Message<ArgumentException>(act);

    private static ClipMeasure Clip(string name, double rate, double seconds, Func<double, double> value)
    {
        double[] times = [.. Enumerable.Range(0, (int)(rate * seconds)).Select(frame => frame / rate)];
        return new(name, [.. times], [.. times.Select(value)]);
    }

    private static string FaceTable(string clip, Func<double, double> au12) => string.Concat(
        Enumerable.Range(0, 90).Select(frame => FormattableString.Invariant($"{frame + 1},{frame / 30.0:0.####},0.98,1,{au12(frame / 30.0):0.######}\n")).Prepend("frame,timestamp,confidence,success,AU12_r\n"));

    private void Save(string text, string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tables"));
        File.WriteAllText(Path.Combine(_folder, "tables", name), text);
    }

    private ClipList Listed(params string[] lines)
    {
        string path = Path.Combine(_folder, "clips.csv");
        File.WriteAllLines(path, lines);
        return ClipList.Load(path);
    }
}
