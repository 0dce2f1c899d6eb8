// What an analysis writes, read again; and what it must not overwrite.
using System.Text.Json;

namespace SmileNotebooks.Tests.Experiments.Derivatives;

public sealed class StudyDerivativesTests : IDisposable
{
    private static readonly EmgPipeline Pipeline = new() { Processing = EmgProcessing.AsRecorded, Rejection = new() { BaselineDeviations = 2 } };

    private static readonly RecordingSet Recordings = (MimicryExperiment.VisibleFaces with { Participants = 4 }).Recordings();

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-derivatives-").FullName;

    private string Target => Path.Combine(_folder, "derivatives");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Trials_are_read_again_to_the_last_digit_with_all_that_was_left_out()
    {
        PipelineRun run = Pipeline.Run(Recordings);
        Assert.NotEmpty(run.Trials.Exclusions);

        StudyDerivatives.Save(Target, run);

        Assert.Equal(run.Trials, StudyDerivatives.LoadTrials(Target));
    }

    [Fact]
    public void All_files_of_BIDS_and_ours_are_there()
    {
        PipelineRun run = Pipeline.Run(Recordings);
        MultiverseResult multiverse = new Multiverse(Pipeline, Choice.Windows((1, 3), (2, 4))).Run(Recordings, "Happy", "Neutral", new() { Permutations = 9 });

        StudyDerivatives saved = StudyDerivatives.Save(Target, run, multiverse);

        Assert.Equal(
        [
            ".bidsignore", "README.md", "dataset_description.json", "desc-responses_emg.json", "methods.md", "multiverse.json", "multiverse.tsv", "participants.json", "participants.tsv", "provenance.json",
            "sub-01/emg/sub-01_desc-responses_emg.tsv", "sub-02/emg/sub-02_desc-responses_emg.tsv", "sub-03/emg/sub-03_desc-responses_emg.tsv", "sub-04/emg/sub-04_desc-responses_emg.tsv", "trials.json", "trials.tsv",
        ], saved.Files);
        JsonElement description = Json("dataset_description.json");
        Assert.Equal("derivative", description.GetProperty("DatasetType").GetString());
        Assert.Equal("SmileNotebooks", description.GetProperty("GeneratedBy")[0].GetProperty("Name").GetString());
        Assert.Equal("simulated from published parameters, seed 1", description.GetProperty("Simulated").GetString());
        Assert.Contains("No person was recorded", File.ReadAllText(Path.Combine(Target, "README.md")), StringComparison.Ordinal);
        Assert.Contains("repeated in all 2 combinations", File.ReadAllText(Path.Combine(Target, "methods.md")), StringComparison.Ordinal);
        Assert.Equal(14 + 1, Json("provenance.json").GetProperty("Files").GetArrayLength());
        Assert.DoesNotContain(_folder, string.Concat(saved.Files.Select(file => File.ReadAllText(Path.Combine(Target, file)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trials.tsv", "trials.json")]
    [InlineData("participants.tsv", "participants.json")]
    [InlineData("multiverse.tsv", "multiverse.json")]
    [InlineData("sub-02/emg/sub-02_desc-responses_emg.tsv", "desc-responses_emg.json")]
    public void Every_column_of_a_table_is_described_beside_it(string table, string sidecar)
    {
        MultiverseResult multiverse = new Multiverse(Pipeline, Choice.Windows((1, 3), (2, 9)), Choice.Rejections(null, new())).Run(Recordings, "Happy", "Neutral", new() { Permutations = 9 });
        StudyDerivatives.Save(Target, Pipeline.Run(Recordings), multiverse);

        string[] lines = File.ReadAllLines(Path.Combine(Target, table));
        string[] columns = lines[0].Split('\t');
        Assert.Equal(columns.Order(), Json(sidecar).EnumerateObject().Select(column => column.Name).Order());
        Assert.All(Json(sidecar).EnumerateObject(), column => Assert.NotEmpty(column.Value.GetProperty("Description").GetString()!));
        Assert.All(lines, line => Assert.Equal(columns.Length, line.Split('\t').Length));
        Assert.All(lines, line => Assert.DoesNotContain("", line.Split('\t')));
    }

    [Fact]
    public void The_multiverse_is_written_with_its_numbers()
    {
        MultiverseResult multiverse = new Multiverse(Pipeline, Choice.Windows((1, 3), (2, 4))).Run(Recordings, "Happy", "Neutral", new() { Permutations = 9 });
        StudyDerivatives.Save(Target, Pipeline.Run(Recordings), multiverse);

        string[][] rows = [.. File.ReadAllLines(Path.Combine(Target, "multiverse.tsv")).Select(line => line.Split('\t'))];
        int p = Array.IndexOf(rows[0], "p");
        Assert.Equal(multiverse.Specifications.Select(one => one.P), rows.Skip(1).Select(row => double.Parse(row[p], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_same_analysis_gives_the_same_bytes_and_another_replaces_its_own_files()
    {
        StudyDerivatives.Save(Target, Pipeline.Run(Recordings));
        byte[] before = File.ReadAllBytes(Path.Combine(Target, "provenance.json"));
        StudyDerivatives.Save(Target, Pipeline.Run(Recordings));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Target, "provenance.json")));

        PipelineRun other = (Pipeline with { WindowTo = 3 }).Run(Recordings);
        StudyDerivatives.Save(Target, other);

        Assert.Equal(other.Trials, StudyDerivatives.LoadTrials(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("trials.tsv")]
    [InlineData("sub-01/emg/own.tsv")]
    public void A_file_of_somebody_else_or_a_changed_one_is_not_overwritten(string file)
    {
        StudyDerivatives.Save(Target, Pipeline.Run(Recordings));
        File.AppendAllText(Path.Combine(Target, file), "mine");
        string[] before = Contents();

        RecordingException refused = Assert.Throws<RecordingException>(() => StudyDerivatives.Save(Target, (Pipeline with { WindowTo = 3 }).Run(Recordings)));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains("was changed since", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"Files\": 3}")]
    [InlineData("[]")]
    [InlineData("{\"Files\": []}")]
    public void A_folder_without_sound_provenance_is_somebody_elses(string provenance)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "provenance.json"), provenance);

        Assert.Throws<RecordingException>(() => StudyDerivatives.Save(Target, Pipeline.Run(Recordings)));
        Assert.Equal([Path.Combine(Target, "provenance.json")], Directory.GetFiles(Target));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Target, "mine");

        Assert.Contains("a file", Assert.Throws<RecordingException>(() => StudyDerivatives.Save(Target, Pipeline.Run(Recordings))).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Fact]
    public void Participants_who_would_share_a_folder_are_an_error_and_nothing_is_left()
    {
        PipelineRun run = Pipeline.Run(Recordings);
        PipelineRun Named(string first, string second) => run with
        {
            Trials = run.Trials with { Trials = [.. run.Trials.Select(trial => trial with { Participant = trial.Participant == "01" ? first : second })], Exclusions = [] },
        };

        Assert.Contains("A-1 and a1", Assert.Throws<ArgumentException>(() => StudyDerivatives.Save(Target, Named("A-1", "a1"))).Message, StringComparison.Ordinal);
        Assert.Contains("no letter or digit", Assert.Throws<ArgumentException>(() => StudyDerivatives.Save(Target, Named("01", "-"))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_tab_in_a_reason_is_an_error_that_shows_it()
    {
        PipelineRun run = Pipeline.Run(Recordings);
        PipelineRun torn = run with { Trials = run.Trials with { Exclusions = [new("01", "Happy", 9, "one\ttwo")] } };

        Assert.Contains("one\\ttwo", Assert.Throws<RecordingException>(() => StudyDerivatives.Save(Target, torn)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Where_there_are_no_derivatives_the_error_names_the_file() =>
        Assert.Contains("trials.tsv", Assert.Throws<RecordingException>(() => StudyDerivatives.LoadTrials(_folder)).Message, StringComparison.Ordinal);

    private string[] Contents() => [.. Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Target, file))).RootElement;
}
