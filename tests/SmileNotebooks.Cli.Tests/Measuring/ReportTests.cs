using System.Text.Json;
using SmileNotebooks.Cli.Measuring;
using SmileNotebooks.Cli.Tests.Support;
using PictureFile = SmileNotebooks.Cli.Measuring.PictureFile;

namespace SmileNotebooks.Cli.Tests.Measuring;

/// <summary>What the files hold in cases that no photo shows.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MeasuredPicture _measured;

    public ReportTests()
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
        Face face = faces.Detect(Photos.Portrait)[0];
        MeasuredFace sound = MeasuredFace.Measure(face);
        MeasuredFace untold = sound with
        {
            Face = face with { Pose = face.Pose with { Yaw = double.NaN, Roll = double.PositiveInfinity } },
            Smile = sound.Smile with { Asymmetry = double.NaN },
        };
        _measured = new MeasuredPicture(new PictureFile("a\nb.png", "a\nb.png"), Photos.Portrait, [untold, sound]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_number_that_cannot_be_told_is_null_in_JSON()
    {
        string text = Written("out.json", path => new JsonReport(path));

        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal("a\nb.png", json.RootElement.GetProperty("file").GetString());
        JsonElement pose = json.RootElement.GetProperty("faces")[0].GetProperty("pose");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Number, JsonValueKind.Null), (pose.GetProperty("yaw").ValueKind, pose.GetProperty("pitch").ValueKind, pose.GetProperty("roll").ValueKind));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("faces")[0].GetProperty("smile").GetProperty("asymmetry").ValueKind);
        Assert.Single(text.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_number_that_cannot_be_told_is_empty_in_CSV()
    {
        string[] records = Written("out.csv", path => new CsvReport(path)).Replace("\"a\nb.png\"", "ab.png", StringComparison.Ordinal).TrimEnd().Split('\n');

        Assert.Equal(3, records.Length);
        string[] names = records[0].Split(',');
        Dictionary<string, string> row = names.Zip(records[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal(names.Length, records[2].Split(',').Length);
        Assert.Equal(["", "", ""], [row["pose_Ry"], row["pose_Rz"], row["smile_asymmetry"]]);
        Assert.NotEqual("", row["pose_Rx"]);
        Assert.Equal(["0", "1"], records.Skip(1).Select(record => record.Split(',')[1]));
    }

    [Fact]
    public void Each_type_of_smile_has_a_label()
    {
        Assert.Equal(["none", "non-Duchenne", "Duchenne"], Enum.GetValues<SmileType>().Select(type => type.ToLabel()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((SmileType)99).ToLabel());
    }

    [Fact]
    public void A_report_that_is_given_up_leaves_no_file()
    {
        foreach (Func<string, IMeasureReport> make in (Func<string, IMeasureReport>[])[path => new JsonReport(path), path => new CsvReport(path)])
        {
            using IMeasureReport report = make(_folder.File("out"));
            report.Add(_measured);
        }

        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void Where_one_output_cannot_be_opened_no_other_is_left_behind()
    {
        MeasureOutputs outputs = new(_folder.File("out.json"), Path.Combine(_folder.Path, "absent", "out.csv"), null);

        Assert.Throws<CommandException>(() => new MeasureReports(outputs));
        Assert.Empty(_folder.Files());
    }

    private string Written(string name, Func<string, IMeasureReport> make)
    {
        using (IMeasureReport report = make(_folder.File(name)))
        {
            report.Add(_measured);
            report.Complete();
        }

        return File.ReadAllText(_folder.File(name));
    }
}
