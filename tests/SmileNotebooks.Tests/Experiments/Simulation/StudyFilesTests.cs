// A simulated study as files: the layout, the labels, and the study that ships.
using System.Text.Json;

namespace SmileNotebooks.Tests.Experiments.Simulation;

public sealed class StudyFilesTests : IDisposable
{
    private static readonly MimicryExperiment s_small = new() { Participants = 2, TrialsPerCondition = 1, Interval = 9, Lead = 2, Tail = 6 };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-study-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_have_the_layout_of_the_real_study()
    {
        string text = File.ReadAllText(Path.Combine(Written(s_small), "raw", "01_simulated.txt"));
        string[] lines = text.Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.All(lines[..^1], line => Assert.Matches(@"^(-?[0-9]+(\.[0-9]+)?(E-[0-9]{2})?\t){5}([05]\t){3}$", line));
        Assert.Equal(s_small.Recordings()[0].Channels[0].SampleCount, lines.Length - 1);
    }

    [Fact]
    public void Files_read_back_what_the_recordings_hold()
    {
        RecordingSet read = Recording.LoadAll(Written(s_small), AcqKnowledgeText.Fmov);
        RecordingSet made = s_small.Recordings();
        Assert.Equal(made.Count, read.Count);
        foreach ((Recording one, Recording other) in made.Zip(read))
        {
            Assert.Equal(one.Participant, other.Participant);
            Assert.Equal(one.Simulated, other.Simulated);
            Assert.Equal(one.Events.Select(face => (face.Onset, face.Label)), other.Events.Select(face => (face.Onset, face.Label)));
            foreach ((Channel channel, Channel same) in one.Channels.Zip(other.Channels))
            {
                Assert.Equal((channel.Name, channel.Unit, channel.Kind, channel.SamplingRate), (same.Name, same.Unit, same.Kind, same.SamplingRate));

                // Six significant digits.
                Assert.All(channel.Read().Zip(same.Read()), pair => Assert.Equal(pair.First, pair.Second, 5.1e-6 * Math.Abs(pair.First)));
            }
        }
    }

    [Fact]
    public void The_description_says_that_the_data_are_simulated_and_how()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Written(s_small), "dataset_description.json")));
        JsonElement simulated = json.RootElement.GetProperty("Simulated");
        Assert.Equal("simulated from published parameters, seed 1", simulated.GetProperty("Phrase").GetString());
        Assert.Equal(.3, simulated.GetProperty("Parameters").GetProperty("Latency").GetDouble());
        Assert.Equal("raw", json.RootElement.GetProperty("DatasetType").GetString());
        Assert.Equal(.167, simulated.GetProperty("Parameters").GetProperty("Muscles")[0].GetProperty("MeanLogRatios").GetProperty("Happy").GetDouble());
    }

    [Fact]
    public void Participants_and_truth_stand_beside_the_recordings()
    {
        string folder = Written(MimicryExperiment.MaskedFaces(.5) with { Participants = 3, TrialsPerCondition = 1 });
        Assert.Equal(["participant_id\tgroup", "01\tHappy", "02\tNeutral", "03\tAngry"], File.ReadAllLines(Path.Combine(folder, "participants.tsv")));
        Assert.Equal(1 + (3 * 2), File.ReadAllLines(Path.Combine(folder, "truth_simulated.tsv")).Length);
        Epochs epochs = Recording.LoadAll(folder, AcqKnowledgeText.Fmov).Emg("corrugator").Epochs("Happy Neutral Angry", -2, 4).Grouped(Path.Combine(folder, "participants.tsv"), "group");
        Assert.All(epochs.Items, epoch => Assert.Equal(epoch.Condition, epoch.Group));
        Assert.Contains("Amplitude = 0.5", File.ReadAllText(Path.Combine(folder, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_the_same_study_again_changes_nothing()
    {
        string folder = Written(s_small);
        DateTime before = File.GetLastWriteTimeUtc(Path.Combine(folder, "raw", "02_simulated.txt"));
        s_small.WriteStudy(folder);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(folder, "raw", "02_simulated.txt")));
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        s_small.WriteStudy(_folder + Path.DirectorySeparatorChar);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "raw")).Length);
    }

    [Fact]
    public void Other_content_is_never_overwritten()
    {
        string folder = Written(s_small);
        string note = Path.Combine(folder, "raw", "notes.txt");
        File.WriteAllText(note, "mine");
        RecordingException refused = Assert.Throws<RecordingException>(() => s_small.WriteStudy(folder));
        Assert.Equal(Path.Combine("raw", "notes.txt"), refused.Place);
        File.Delete(note);
        Assert.Equal("README.md", Assert.Throws<RecordingException>(() => (s_small with { Seed = 2 }).WriteStudy(folder)).Place);
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(_folder));
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "mine");
        Assert.Contains("a file", Assert.Throws<RecordingException>(() => s_small.WriteStudy(file)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void An_experiment_that_the_layout_has_no_place_for_is_refused()
    {
        Assert.Contains("1000 Hz", Assert.Throws<ArgumentException>(() => (s_small with { SamplingRate = 1000 }).WriteStudy(Path.Combine(_folder, "study"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => (s_small with { Muscles = [MimicryMuscle.Zygomaticus] }).WriteStudy(Path.Combine(_folder, "study")));
        Assert.Throws<ArgumentException>(() => s_small.WriteStudy(Path.Combine(_folder, "study"), significantDigits: 0));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    // The lines in data-samples/emg/README.md.
    [Fact]
    public void The_study_that_ships_is_made_again_byte_for_byte()
    {
        MimicryExperiment experiment = new() { Participants = 20, StimulusDuration = 5, Interval = 8.2, IntervalJitter = 0.5, Lead = 2.5, Tail = 6.5, Seed = 1 };
        string made = Path.Combine(_folder, "emg");
        experiment.WriteStudy(made, significantDigits: 3);
        string shipped = TestSupport.Repository.PathOf("data-samples", "emg");
        string[] files = FilesOf(made);
        Assert.Equal(files, FilesOf(shipped));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(Path.Combine(made, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(shipped, file))), file));
        Assert.Contains(
            "new MimicryExperiment { Participants = 20, StimulusDuration = 5, Interval = 8.2, IntervalJitter = 0.5, Lead = 2.5, Tail = 6.5, Seed = 1 }.WriteStudy(folder, significantDigits: 3);",
            File.ReadAllText(Path.Combine(shipped, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_study_that_ships_gives_the_sentence_for_a_paper()
    {
        StudyResult<TTestResult> test = Recording.LoadAll(TestSupport.Repository.PathOf("data-samples", "emg"), AcqKnowledgeText.Fmov)
            .Emg("zygomaticus").Epochs("Happy Angry Neutral", -2, 6).LogRatioTo(-2, 0).Window(2, 4).PairedT("Happy", "Neutral");
        Assert.Equal("simulated from published parameters, seed 1", test.Simulated);
        Assert.Equal(20, test.Result.First.Length);
        Assert.Empty(test.Exclusions);
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private string Written(MimicryExperiment experiment)
    {
        string folder = Path.Combine(_folder, "study");
        experiment.WriteStudy(folder);
        return folder;
    }
}
