using System.Text.Json;
using System.Text.RegularExpressions;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class MeasureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void JSON_on_standard_output_is_alone_there_and_has_every_member_of_its_format()
    {
        Ended ended = SmileProcess.Run("measure", Photos.Astronaut, "--json", "-");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        using JsonDocument json = JsonDocument.Parse(ended.Output);
        JsonElement picture = json.RootElement;
        Assert.Equal(["file", "width", "height", "faces"], Names(picture));
        Assert.Equal((Photos.Astronaut, 512, 512), (picture.GetProperty("file").GetString(), picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
        JsonElement face = Assert.Single(picture.GetProperty("faces").EnumerateArray());
        Assert.Equal(["box", "confidence", "landmarks", "pose", "actionUnits", "actionUnitSides", "smile", "wrinkles", "blendshapes"], Names(face));
        Assert.Equal(4, face.GetProperty("box").GetArrayLength());
        Assert.Equal(478, face.GetProperty("landmarks").GetArrayLength());
        Assert.All(face.GetProperty("landmarks").EnumerateArray(), point => Assert.Equal(3, point.GetArrayLength()));
        Assert.Equal(["yaw", "pitch", "roll"], Names(face.GetProperty("pose")));
        Assert.Equal(
            ["AU01", "AU02", "AU04", "AU05", "AU06", "AU07", "AU09", "AU10", "AU12", "AU14", "AU15", "AU17", "AU20", "AU23", "AU25", "AU26", "AU27", "AU43"],
            Names(face.GetProperty("actionUnits")));
        Assert.Equal(["left", "right"], Names(face.GetProperty("actionUnitSides").GetProperty("AU12")));
        Assert.Equal(["score", "type", "eyeEngagement", "asymmetry", "mouthOpening", "note"], Names(face.GetProperty("smile")));
        Assert.Equal(JsonValueKind.Null, face.GetProperty("blendshapes").ValueKind);
    }

    [Fact]
    public void The_numbers_of_JSON_and_CSV_are_those_of_the_library()
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false, Steady = true });
        Face expected = Assert.Single(faces.Detect(Picture.Load(Photos.Astronaut)));
        Smile smile = Smile.Measure(expected);

        Ended ended = SmileProcess.Run("measure", Photos.Astronaut, "--json", "-", "--csv", _folder.File("out.csv"));

        JsonElement face = JsonDocument.Parse(ended.Output).RootElement.GetProperty("faces")[0];
        Assert.Equal(Math.Round((double)expected.Landmarks[1].X, 3), face.GetProperty("landmarks")[1][0].GetDouble());
        Assert.Equal(Math.Round(expected.Pose.Yaw, 3), face.GetProperty("pose").GetProperty("yaw").GetDouble());
        Assert.Equal(Math.Round(smile.Score, 2), face.GetProperty("smile").GetProperty("score").GetDouble());
        Assert.Equal("Duchenne", face.GetProperty("smile").GetProperty("type").GetString());
        Dictionary<string, string> row = Assert.Single(Rows(_folder.File("out.csv")));
        Assert.Equal(face.GetProperty("actionUnits").GetProperty("AU12").GetRawText(), row["AU12_r"]);
        Assert.Equal(face.GetProperty("smile").GetProperty("score").GetRawText(), row["smile_score"]);
        Assert.Equal(Math.Round(smile.Wrinkles!.CrowsFeetRight.Value!.Value, 2), double.Parse(row["crows_feet_right"]));
        Assert.Equal(face.GetProperty("wrinkles").GetProperty("nasolabial").GetProperty("left").GetRawText(), row["nasolabial_left"]);
        Assert.Equal(JsonValueKind.Null, face.GetProperty("wrinkles").GetProperty("lowerLid").GetProperty("rightReason").ValueKind);
        Assert.Equal(-double.DegreesToRadians(expected.Pose.Pitch), double.Parse(row["pose_Rx"]), 5);
        Assert.Equal(-double.DegreesToRadians(expected.Pose.Yaw), double.Parse(row["pose_Ry"]), 5);
        Assert.Equal(double.DegreesToRadians(expected.Pose.Roll), double.Parse(row["pose_Rz"]), 5);
    }

    [Fact]
    public void The_header_of_the_CSV_is_as_documented()
    {
        SmileProcess.Run("measure", _folder.Bytes("grey.png", Photos.Grey(9, 9)), "--csv", _folder.File("out.csv"));

        Assert.Equal(
            "file,face,confidence,box_x,box_y,box_width,box_height,pose_Rx,pose_Ry,pose_Rz,"
            + "AU01_r,AU02_r,AU04_r,AU05_r,AU06_r,AU07_r,AU09_r,AU10_r,AU12_r,AU14_r,AU15_r,AU17_r,AU20_r,AU23_r,AU25_r,AU26_r,AU27_r,AU43_r,"
            + "AU12_left,AU12_right,smile_score,smile_type,eye_engagement,smile_asymmetry,mouth_opening,"
            + "crows_feet_right,crows_feet_left,lower_lid_right,lower_lid_left,nasolabial_right,nasolabial_left\n",
            File.ReadAllText(_folder.File("out.csv")));
    }

    [Fact]
    public void Two_faces_in_a_picture_are_two_rows_and_two_objects()
    {
        string path = _folder.File("two.png");
        Photos.SideBySide(Photos.Portrait).Save(path);

        Ended ended = SmileProcess.Run("measure", path, "--json", _folder.File("out.json"), "--csv", _folder.File("out.csv"), "--overlay", _folder.File("overlays"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("│ 1 of 2 │", ended.Output, StringComparison.Ordinal);
        Assert.Contains("│ 2 of 2 │", ended.Output, StringComparison.Ordinal);
        JsonElement[] faces = [.. JsonDocument.Parse(File.ReadAllText(_folder.File("out.json"))).RootElement.GetProperty("faces").EnumerateArray()];
        List<Dictionary<string, string>> rows = Rows(_folder.File("out.csv"));
        Assert.Equal(["0", "1"], rows.Select(row => row["face"]));
        Assert.Equal(faces.Select(face => face.GetProperty("smile").GetProperty("score").GetRawText()), rows.Select(row => row["smile_score"]));
        double[] lefts = [.. faces.Select(face => face.GetProperty("box")[0].GetDouble()).Order()];
        Assert.InRange(lefts[1] - lefts[0], 250, 262);
    }

    [Fact]
    public void Max_faces_keeps_the_first()
    {
        string path = _folder.File("two.png");
        Photos.SideBySide(Photos.Portrait).Save(path);

        Ended ended = SmileProcess.Run("measure", path, "--json", "-", "--max-faces", "1");

        Assert.Equal(1, JsonDocument.Parse(ended.Output).RootElement.GetProperty("faces").GetArrayLength());
    }

    [Fact]
    public void Results_are_in_the_order_of_the_files_one_JSON_object_a_line()
    {
        string[] names = [.. Enumerable.Range(0, 24).Select(i => $"{i:00}.png")];
        foreach ((string name, int i) in names.Select((name, i) => (name, i)))
        {
            // Slow and quick ones by turns.
            _folder.Bytes(name, i % 3 == 0 ? Photos.Portrait.Encode(PictureFormat.Png) : Photos.Grey(10 + i, 10));
        }

        Ended ended = SmileProcess.Run("measure", _folder.Path, "--json", "-", "--csv", _folder.File("out.csv"));

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Equal("smile: no face found in 16 of 24 pictures.\n", ended.Error);
        Assert.Equal(names, ended.Output.TrimEnd().Split('\n').Select(line => Path.GetFileName(JsonDocument.Parse(line).RootElement.GetProperty("file").GetString())));
        Assert.Equal(names.Where((_, i) => i % 3 == 0), Rows(_folder.File("out.csv")).Select(row => Path.GetFileName(row["file"])));
    }

    [Fact]
    public void Names_with_commas_quotes_and_letters_of_all_scripts_survive()
    {
        string path = _folder.File("Äpfel, \"süß\" 笑.png");
        Photos.Portrait.Save(path);

        Ended ended = SmileProcess.RunIn(_folder.Path, new() { ["LC_ALL"] = "C" }, "measure", Path.GetFileName(path), "--json", "-", "--csv", "out.csv");

        Assert.Equal(Path.GetFileName(path), JsonDocument.Parse(ended.Output).RootElement.GetProperty("file").GetString());
        Assert.StartsWith("\"Äpfel, \"\"süß\"\" 笑.png\",0,", File.ReadAllLines(_folder.File("out.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Overlays_keep_subfolders_and_do_not_collide()
    {
        byte[] face = Photos.Portrait.Encode(PictureFormat.Png);
        _folder.Bytes("in/photo.png", face);
        _folder.Bytes("in/photo.jpg", Photos.Portrait.Encode(PictureFormat.Jpeg));
        _folder.Bytes("in/sub/photo.png", face);
        _folder.Bytes("other/photo.png", face);

        Ended ended = SmileProcess.Run("measure", _folder.File("in"), _folder.File("other"), "--overlay", _folder.File("out"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            ["out/photo.overlay.png", "out/photo.png.2.overlay.png", "out/photo.png.overlay.png", "out/sub/photo.overlay.png"],
            _folder.Files().Where(file => file.StartsWith("out", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(256, 128, 1024, 512)]
    [InlineData(1500, 1000, 1500, 1000)]
    [InlineData(1, 1, 1024, 1024)]
    public void Overlays_are_as_large_as_the_picture_and_never_too_small_to_read(int width, int height, int expectedWidth, int expectedHeight)
    {
        string path = _folder.Bytes("grey.png", Photos.Grey(width, height));

        SmileProcess.Run("measure", path, "--overlay", _folder.Path);

        Picture overlay = Picture.Load(_folder.File("grey.overlay.png"));
        Assert.Equal((expectedWidth, expectedHeight), (overlay.Width, overlay.Height));
    }

    [Fact]
    public void An_overlay_draws_on_the_face_and_leaves_the_corners()
    {
        Ended ended = SmileProcess.Run("measure", Photos.Astronaut, "--overlay", _folder.Path);

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Picture plain = Picture.Load(Photos.Astronaut).Resize(1024, 1024);
        Picture drawn = Picture.Load(_folder.File("astronaut.overlay.png"));
        Assert.Equal((1024, 1024), (drawn.Width, drawn.Height));
        Assert.True(Changed(plain.Crop(360, 150, 180, 200), drawn.Crop(360, 150, 180, 200)) > 0.05);
        Assert.Equal(0, Changed(plain.Crop(824, 824, 200, 200), drawn.Crop(824, 824, 200, 200)));
    }

    [Fact]
    public void The_table_says_what_the_numbers_are_not()
    {
        Ended ended = SmileProcess.Run("measure", Photos.Astronaut);

        Assert.Matches(@"astronaut\.png +│ 1 of 1 │ +\d+ │ Duchenne │", ended.Output);
        Assert.Contains("not what the person feels", Regex.Replace(ended.Output, @"\s+", " "), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Output + ended.Error);
    }

    [Fact]
    public void Blendshapes_come_with_a_bundle()
    {
        string models = Path.GetDirectoryName(SharedData.PathOf("models", "face_landmarker.task"))!;

        Ended ended = SmileProcess.RunIn(Repository.Root, new() { ["SMILENOTEBOOKS_MODELS"] = models }, "measure", Photos.Astronaut, "--json", "-");

        JsonElement shapes = JsonDocument.Parse(ended.Output).RootElement.GetProperty("faces")[0].GetProperty("blendshapes");
        Assert.Equal(52, Names(shapes).Length);
        Assert.InRange(shapes.GetProperty("mouthSmileLeft").GetDouble(), 0.5, 1);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    /// <summary>Rows of a CSV file whose fields hold no quotes.</summary>
    private static List<Dictionary<string, string>> Rows(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>The share of pixels that differ visibly.</summary>
    private static double Changed(Picture a, Picture b)
    {
        int changed = 0;
        for (int i = 0; i < a.Pixels.Length; i += 3)
        {
            changed += Math.Abs(a.Pixels.Span[i] - b.Pixels.Span[i]) > 16 ? 1 : 0;
        }

        return changed * 3.0 / a.Pixels.Length;
    }
}
