// smile classify, as a user runs it.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class ClassifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_gets_probabilities_reasons_and_the_caveat_in_every_output()
    {
        string model = Model("tabular", ["onset", "speed"]);
        string table = _folder.Text("new.csv", "person,clip,note,speed,onset\nAnn,a.mp4,x,0.5,1.5\nBob,\"b,2.mp4\",y,,1\nCem,c.mp4,z,0.5,900\n");
        string csv = Path.Combine(_folder.Path, "out.csv");

        Ended ended = SmileProcess.Run("classify", table, "--model", model, "--csv", csv, "--json", "-");

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Contains("not enough evidence for 2 of 3 smiles", ended.Error, StringComparison.Ordinal);
        JsonNode json = JsonNode.Parse(ended.Output)!;
        JsonArray smiles = json["smiles"]!.AsArray();
        Assert.Contains("SIMULATED", json["caveat"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, json["withoutEvidence"]!.GetValue<int>());
        Assert.Equal(("Ann", "a.mp4"), (smiles[0]!["person"]!.GetValue<string>(), smiles[0]!["clip"]!.GetValue<string>()));
        Assert.InRange(smiles[0]!["probability"]!.GetValue<double>(), 0.001, 0.999);
        JsonNode contributions = smiles[0]!["contributions"]!;
        Assert.Equal(
            smiles[0]!["logOdds"]!.GetValue<double>(),
            contributions["base"]!.GetValue<double>() + contributions["features"]!.AsObject().Sum(pair => pair.Value!.GetValue<double>()), 1e-9);
        Assert.Equal("speed is missing", smiles[1]!["reasons"]![0]!.GetValue<string>());
        Assert.Null(smiles[1]!["probability"]);
        Assert.Contains("onset is 900", smiles[2]!["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(csv);
        Assert.Equal("source,place,person,clip,probability,log_odds,reasons,contribution_onset,contribution_speed,model,caveat", lines[0]);
        Assert.Contains(",\"b,2.mp4\",,,speed is missing,,,tabular,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_files_a_table_is_shown()
    {
        string model = Model("tabular", ["onset", "speed"]);
        string table = _folder.Text("new.csv", "onset,speed\n1.5,0.5\n");

        Ended ended = SmileProcess.Run("classify", table, "--model", model);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("P(genuine)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("SIMULATED", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_one_sentence()
    {
        string model = Model("tabular", ["onset", "speed"]);
        string table = _folder.Text("other.csv", "onset,height\n1,2\n");
        string noModel = _folder.Text("none.onnx", "text");

        Ended missing = SmileProcess.Run("classify", table, "--model", model);
        Ended foreign = SmileProcess.Run("classify", table, "--model", noModel);
        Ended absent = SmileProcess.Run("classify", table, "--model", Path.Combine(_folder.Path, "absent"));
        Ended photo = SmileProcess.Run("classify", Photos.Astronaut, "--model", model);
        Ended same = SmileProcess.Run("classify", table, "--model", model, "--csv", table);

        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("no feature speed; tabular does not know height; expected all features of tabular: onset, speed.", missing.Error, StringComparison.Ordinal);
        Assert.Contains("what ONNX Runtime does not load", foreign.Error, StringComparison.Ordinal);
        Assert.Contains("absent.onnx: no such file", absent.Error, StringComparison.Ordinal);
        Assert.Contains("tabular is a model of tables", photo.Error, StringComparison.Ordinal);
        Assert.Equal(2, same.ExitCode);
        Assert.All(new[] { missing, foreign, absent, photo, same }, ended => Assert.Equal("", ended.Output));
    }

    [Fact]
    public void A_photo_is_classified_by_a_model_of_pictures()
    {
        string model = Model("pictures", ["au12", "au06"]);

        Ended ended = SmileProcess.Run("classify", Photos.Astronaut, "--model", model, "--json", "-");

        JsonNode smile = JsonNode.Parse(ended.Output)!["smiles"]!.AsArray().Single()!;
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(Photos.Astronaut, smile["clip"]!.GetValue<string>());
        Assert.InRange(smile["probability"]!.GetValue<double>(), 0, 1);
    }

    [Fact]
    public void A_table_that_cannot_be_read_does_not_stop_the_others()
    {
        string model = Model("tabular", ["onset", "speed"]);
        string wide = _folder.Text("frames.csv", $"{string.Join(',', Enumerable.Range(0, 200).Select(i => $"x_{i}"))}\n{string.Join(',', Enumerable.Range(0, 200))}\n");
        string good = _folder.Text("good.csv", "onset,speed\n1.5,0.5\n");
        string csv = _folder.File("out.csv");

        Ended some = SmileProcess.Run("classify", wide, good, "--model", model, "--csv", csv);
        string before = File.ReadAllText(csv);
        Ended none = SmileProcess.Run("classify", wide, "--model", model, "--csv", csv);

        Assert.Equal((1, 1), (some.ExitCode, none.ExitCode));
        Assert.Contains("does not know x_0, x_1, x_2, x_3, x_4, x_5, x_6, x_7, x_8, x_9, x_10, x_11 and 188 more;", some.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files could not be measured", some.Error, StringComparison.Ordinal);
        Assert.Equal(2, before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(before, File.ReadAllText(csv));
    }

    [Fact]
    public void Frames_without_times_are_classified_at_the_rate_that_is_given()
    {
        string model = Model("clips", ["onset_duration_s", "onset_amplitude"]);
        IEnumerable<double> smile = Enumerable.Range(0, 150).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * Math.Clamp((i - 40) / 70.0, 0, 1))));
        string table = _folder.Text(
            "pyfeat.csv",
            "frame,FaceScore,FaceRectX,FaceRectY,FaceRectWidth,FaceRectHeight,AU12\n" + string.Concat(smile.Select((height, i) => FormattableString.Invariant($"{i},0.99,10,10,200,200,{height:0.0000}\n"))));

        Ended without = SmileProcess.Run("classify", table, "--model", model);
        Ended with = SmileProcess.Run("classify", table, "--model", model, "--frames-per-second", "25", "--json", "-");

        Assert.Equal(1, without.ExitCode);
        Assert.Contains("--frames-per-second", without.Error, StringComparison.Ordinal);
        Assert.True(with.ExitCode == 0, with.Error);
        Assert.Single(JsonNode.Parse(with.Output)!["smiles"]!.AsArray());
    }

    [Theory]
    [InlineData("clips", "onset_duration_s;onset_amplitude\n0,5;0,1\n")]
    [InlineData("clips", "frame;timestamp;success;AU12_r\n1;0,04;1;2\n")]
    [InlineData("tabular", "onset;speed\n0,5;0,1\n")]
    public void A_table_with_semicolons_is_said_to_be_one(string name, string text)
    {
        string model = Model(name, name == "clips" ? ["onset_duration_s", "onset_amplitude"] : ["onset", "speed"]);
        string table = _folder.Text("table.csv", text);

        Ended ended = SmileProcess.Run("classify", table, "--model", model);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"smile: {table}, line 1: semicolons between fields; expected commas between fields and points in numbers.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_no_smile_says_why()
    {
        string model = Model("clips", ["onset_duration_s", "onset_amplitude"]);
        string still = _folder.Text("still.csv", "frame,timestamp,success,AU12_r\n" + string.Concat(Enumerable.Range(1, 100).Select(i => FormattableString.Invariant($"{i},{i / 25.0},1,2\n"))));
        string mouthless = _folder.Text("mouthless.csv", "frame,timestamp,success,AU45_r\n" + string.Concat(Enumerable.Range(1, 100).Select(i => FormattableString.Invariant($"{i},{i / 25.0},1,2\n"))));

        Ended none = SmileProcess.Run("classify", still, "--model", model);
        Ended unable = SmileProcess.Run("classify", mouthless, "--model", model);

        Assert.Equal(0, none.ExitCode);
        Assert.Contains("the mouth does not rise and fall enough", none.Error, StringComparison.Ordinal);
        Assert.Equal(1, unable.ExitCode);
        Assert.Contains("mouthless.csv: ", unable.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", unable.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_is_refused_by_a_model_of_pictures()
    {
        string model = Model("pictures", ["au12", "au06"]);
        string clip = _folder.Text("clip.mp4", "any");

        Ended ended = SmileProcess.Run("classify", clip, "--model", model);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("clip.mp4: a clip, and pictures is a model of still pictures; expected photos, or a model of clips.", ended.Error, StringComparison.Ordinal);
    }

    // Two features between 0 and 5, the first of which matters.
    private string Model(string name, ImmutableArray<string> features)
    {
        RandomStream random = new(1);
        double[,] values = new double[80, 2];
        bool[] labels = new bool[80];
        for (int row = 0; row < 80; row++)
        {
            values[row, 0] = 5 * random.NextDouble();
            values[row, 1] = 5 * random.NextDouble();
            labels[row] = values[row, 0] + random.NextGaussian() > 2.5;
        }

        TrainingSet training = new(features, values, labels, [.. Enumerable.Range(0, 80)]);
        ISmileModel model = new ElasticNetTrainer().Fit(training, [TrainerSettings.Of(("penalty", 0.01), ("mixing", 0.5))], 1).Single();
        using SmileClassifier classifier = SmileClassifier.Of(model, ModelCard.Of(name, "genuine", model, training, "this test") with { Simulated = "uniform numbers, seed 1" });
        string path = Path.Combine(_folder.Path, $"{name}.onnx");
        classifier.Save(path);
        return path;
    }
}
