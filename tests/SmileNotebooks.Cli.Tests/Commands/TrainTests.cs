// smile train, as a user runs it.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class TrainTests : IDisposable
{
    private static readonly string[] s_short = ["--permutations", "5"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_becomes_a_model_a_card_and_a_report()
    {
        string table = _folder.Text("smiles.csv", Smiles());
        string model = Path.Combine(_folder.Path, "models", "mine");
        string json = Path.Combine(_folder.Path, "validation.json");

        Ended ended = SmileProcess.Run(["train", table, "--label", "genuine", "--person", "subject", "--clip", "clip", "--out", model, "--json", json, .. s_short]);

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Equal(
            [Path.Combine("models", "mine.html"), Path.Combine("models", "mine.json"), Path.Combine("models", "mine.md"), Path.Combine("models", "mine.onnx"), "smiles.csv", "validation.json"],
            _folder.Files());
        JsonNode validation = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.InRange(validation["auc"]!.GetValue<double>(), 0.6, 0.95);
        Assert.InRange(validation["auc"]!.GetValue<double>(), validation["aucInterval"]![0]!.GetValue<double>(), validation["aucInterval"]![1]!.GetValue<double>());
        Assert.Equal(0.5, validation["baseRate"]!.GetValue<double>());
        Assert.InRange(validation["accuracy"]!.GetValue<double>(), 0.5, 0.95);
        Assert.Equal((30, 120), (validation["people"]!.GetValue<int>(), validation["clips"]!.GetValue<int>()));
        Assert.Equal(["onset", "noise"], validation["features"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Empty(validation["warnings"]!.AsArray());
        Assert.Contains("AUC = ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("cross-validation: 5 of 5 done.", ended.Error, StringComparison.Ordinal);
        string page = File.ReadAllText($"{model}.html");
        Assert.Contains("people not seen before", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        using SmileClassifier classifier = SmileClassifier.Load(model);
        Assert.Equal("genuine", classifier.Card.Label);
        Assert.Equal(validation["auc"]!.GetValue<double>(), classifier.Card.Validation[0].Value, 1e-12);
    }

    [Theory]
    [InlineData("models/mine.json")]
    [InlineData("models/../models/mine.html")]
    [InlineData("smiles.csv")]
    public void The_validation_does_not_take_the_place_of_the_card_the_report_or_the_table(string json)
    {
        string table = _folder.Text("smiles.csv", Smiles());
        string before = File.ReadAllText(table);

        Ended ended = SmileProcess.RunIn(
            _folder.Path, [], ["train", "smiles.csv", "--label", "genuine", "--person", "subject", "--out", "models/mine", "--json", json, .. s_short]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"--json {json}: that file is the table, or the card, model or report", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(table));
        Assert.Equal(["smiles.csv"], _folder.Files());
    }

    [Fact]
    public void A_model_that_has_no_place_is_refused_before_the_work()
    {
        string table = _folder.Text("smiles.csv", Smiles());
        string file = _folder.Text("file", "");

        Ended ended = SmileProcess.Run("train", table, "--label", "genuine", "--person", "subject", "--out", Path.Combine(file, "mine"));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"{file} cannot be written to", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cross-validation", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["file", "smiles.csv"], _folder.Files());
    }

    [Fact]
    public void The_same_table_and_seed_give_the_same_bytes()
    {
        string table = _folder.Text("smiles.csv", Smiles());
        void Train(string folder) =>
            Assert.Equal(0, SmileProcess.Run("train", table, "--label", "genuine", "--person", "subject", "--out", Path.Combine(_folder.Path, folder, "m"), "--permutations", "0").ExitCode);

        Train("one");
        Train("two");

        foreach (string file in new[] { "m.onnx", "m.json", "m.md" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.Path, "one", file)), File.ReadAllBytes(Path.Combine(_folder.Path, "two", file)));
        }
    }

    [Fact]
    public void Without_people_it_is_refused_unless_that_is_said_and_then_it_warns()
    {
        string table = _folder.Text("smiles.csv", Smiles());
        string model = Path.Combine(_folder.Path, "m");

        Ended refused = SmileProcess.Run("train", table, "--label", "genuine", "--ignore", "subject", "--out", model);
        Ended warned = SmileProcess.Run("train", table, "--label", "genuine", "--no-person", "--clip", "clip", "--out", model, "--json", "-", "--permutations", "0");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--no-person", refused.Error, StringComparison.Ordinal);
        Assert.True(warned.ExitCode == 0, warned.Error);
        Assert.Contains(JsonNode.Parse(warned.Output)!["warnings"]!.AsArray(), warning => warning!.GetValue<string>().Contains("nobody says who smiled", StringComparison.Ordinal));
        Assert.Contains("nobody says who smiled", File.ReadAllText($"{model}.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Clips_that_are_tables_of_measures_are_imported_and_those_without_a_smile_counted()
    {
        StringBuilder list = new("clip,subject,genuine\n");
        for (int clip = 0; clip < 48; clip++)
        {
            string name = $"clip{clip}.csv";
            Series(clip, frames: clip == 47 ? 0 : 15 + (clip % 2 == 0 ? 12 : 0) + (clip * 7 % 13)).SaveCsv(_folder.File("clips", name));
            list.Append(CultureInfo.InvariantCulture, $"clips/{name},{clip / 4},{(clip % 2 == 0 ? 1 : 0)}\n");
        }

        string table = _folder.Text("list.csv", list.ToString());
        string model = Path.Combine(_folder.Path, "m");

        Ended ended = SmileProcess.Run("train", table, "--label", "genuine", "--person", "subject", "--clip", "clip", "--out", model, "--json", "-", "--permutations", "0");

        Assert.True(ended.ExitCode == 0, ended.Error);
        JsonNode validation = JsonNode.Parse(ended.Output)!;
        Assert.Equal((12, 47), (validation["people"]!.GetValue<int>(), validation["clips"]!.GetValue<int>()));
        Assert.Contains("onset_duration_s", validation["features"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.InRange(validation["auc"]!.GetValue<double>(), 0.7, 1);
        Assert.Contains("1 of 48 clips give no smile", ended.Error, StringComparison.Ordinal);
        using SmileClassifier classifier = SmileClassifier.Load(model);
        Assert.Equal(SmileModelKind.Clip, classifier.Kind);
    }

    [Fact]
    public void Errors_are_one_sentence()
    {
        string table = _folder.Text("smiles.csv", Smiles());
        void Fails(int exitCode, string words, params string[] arguments)
        {
            Ended ended = SmileProcess.Run(["train", .. arguments]);
            Assert.Equal(exitCode, ended.ExitCode);
            Assert.StartsWith("smile: ", ended.Error, StringComparison.Ordinal);
            Assert.Contains(words, ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        }

        Fails(1, "did you mean 'genuine'?", table, "--label", "genuin", "--person", "subject");
        Fails(1, "no such file", Path.Combine(_folder.Path, "none.csv"), "--label", "genuine", "--person", "subject");
        Fails(2, "found 'forest'", table, "--label", "genuine", "--person", "subject", "--trainer", "forest");
        Fails(2, "contradict", table, "--label", "genuine", "--person", "subject", "--no-person");
        Fails(2, "--folds is a whole number from 2, found '1'.", table, "--label", "genuine", "--person", "subject", "--folds", "1");
        Fails(2, "--label", table);
    }

    /// <summary>120 smiles of 30 people; the first feature tells something, the second nothing.</summary>
    private static string Smiles()
    {
        RandomStream random = new(7);
        StringBuilder text = new("subject,clip,genuine,onset,noise\n");
        for (int smile = 0; smile < 120; smile++)
        {
            double onset = random.NextGaussian() + (smile % 2 == 0 ? 1 : 0);
            text.Append(CultureInfo.InvariantCulture, $"{smile / 4},{smile}.mp4,{(smile % 2 == 0 ? 1 : 0)},{onset:0.0000},{random.NextGaussian():0.0000}\n");
        }

        return text.ToString();
    }

    /// <summary>AU12 at 25 frames a second that rises in so many frames to a height of its own, stays a second and falls again.</summary>
    private static FaceSeries Series(int clip, int frames)
    {
        RandomStream random = new((ulong)clip);
        double height = frames == 0 ? 0 : 2.5 + (0.5 * random.NextDouble());
        double[] values =
        [
            .. new double[50], .. Enumerable.Range(1, Math.Max(1, frames)).Select(at => height * (1 - Math.Cos(Math.PI * at / Math.Max(1, frames))) / 2), .. Enumerable.Repeat(height, 25),
            .. Enumerable.Range(1, 30).Select(at => height * (1 + Math.Cos(Math.PI * at / 30)) / 2), .. new double[75],
        ];
        return new FaceSeries
        {
            Clip = $"clip{clip}.mp4",
            Face = 0,
            Source = FaceSeriesSource.SmileNotebooks,
            IntensityMaximum = 5,
            Times = [.. values.Select((_, at) => at / 25.0)],
            Frames = [.. Enumerable.Range(0, values.Length)],
            Columns = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty.Add("AU12_r", [.. values]),
        };
    }
}
