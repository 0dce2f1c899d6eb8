using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class MeasureClipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clip_is_a_table_with_OpenFaces_columns_and_a_row_for_every_frame()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 12, frame => frame is 4 or 5);

        Ended ended = SmileProcess.Run("measure", clip, "--csv", _folder.File("out.csv"), "--json", _folder.File("out.jsonl"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("12", ended.Output, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(_folder.File("out.csv"));
        string[] header = lines[0].Split(',');
        Assert.Equal(["frame", "face_id", "timestamp", "confidence", "success", "pose_Rx", "pose_Ry", "pose_Rz", "x_0"], header[..9]);
        Assert.Equal(["x_67", "y_0", "y_67", "z_0", "z_67", "AU01_r"], new[] { 75, 76, 143, 144, 211, 212 }.Select(i => header[i]));
        Assert.Equal("smile_type", header[^1]);
        Assert.Equal(header.Length, header.Distinct().Count());
        Assert.Equal(13, lines.Length);
        string[][] rows = [.. lines[1..].Select(line => line.Split(','))];
        Assert.All(rows, row => Assert.Equal(header.Length, row.Length));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"{i}"), rows.Select(row => row[0]));
        Assert.Equal(["0", "0.04", "0.08"], rows[..3].Select(row => row[2]));
        Assert.Equal([4, 5], Enumerable.Range(0, 12).Where(i => rows[i][4] == "0"));
        Assert.All(rows[4][5..], Assert.Empty);
        Assert.Empty(rows[4][3]);
        Assert.All(rows[6].Where((_, i) => !IsOfWrinkles(header[i])), Assert.NotEmpty);

        JsonElement[] frames = [.. File.ReadLines(_folder.File("out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(12, frames.Length);
        Assert.Equal((7, 0.24), (frames[6].GetProperty("frame").GetInt32(), frames[6].GetProperty("timestamp").GetDouble()));
        JsonElement face = Assert.Single(frames[6].GetProperty("faces").EnumerateArray());
        Assert.Equal(0, frames[4].GetProperty("faces").GetArrayLength());
        Assert.False(face.TryGetProperty("landmarks", out _));
        Assert.Equal(
            double.Parse(rows[6][Array.IndexOf(header, "AU12_r")], CultureInfo.InvariantCulture), face.GetProperty("actionUnits").GetProperty("AU12").GetDouble(), 1e-4);
        Assert.False(File.Exists(_folder.File("out.csv.partial")));
    }

    [Fact]
    public void The_numbers_are_those_of_the_library_for_any_number_of_workers()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 10);
        string[] tables = [.. new[] { 1, 2, 4 }.Select(workers =>
        {
            string path = _folder.File($"{workers}.csv");
            SmileProcess.Run("measure", clip, "--csv", path, "--mesh", "--workers", $"{workers}");
            return File.ReadAllText(path);
        })];

        Assert.Equal(tables[0], tables[1]);
        Assert.Equal(tables[0], tables[2]);
        using FaceLandmarker faces = FaceLandmarker.Open(new() { Blendshapes = false });
        MeasuredFace expected = FaceVideo.Stream(VideoFile.Open(clip), faces, cancellation: TestContext.Current.CancellationToken).Last().Faces.Single();
        string[] lines = tables[0].Split('\n');
        Dictionary<string, string> row = lines[0].Split(',').Zip(lines[10].Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(expected.Smile.Score, double.Parse(row["smile_score"], CultureInfo.InvariantCulture), 1e-3);
        Assert.Equal(expected.Face.Landmarks[IbugLandmarks.Points[48]].X, double.Parse(row["x_48"], CultureInfo.InvariantCulture), 0.006);
        Assert.Equal(expected.Face.Landmarks[477].Z, double.Parse(row["mesh_z_477"], CultureInfo.InvariantCulture), 0.006);
        Assert.Equal(-double.DegreesToRadians(expected.Face.Pose.Yaw), double.Parse(row["pose_Ry"], CultureInfo.InvariantCulture), 1e-6);
    }

    [Fact]
    public void A_run_that_is_killed_is_gone_on_with_to_the_same_bytes()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 330, frame => frame is > 210 and < 216);
        string[] options = ["--smooth", "--rest", "0.5"];
        SmileProcess.Run(["measure", clip, "--csv", _folder.File("whole.csv"), "--json", _folder.File("whole.jsonl"), .. options]);

        string[] command = ["measure", clip, "--csv", _folder.File("out.csv"), "--json", _folder.File("out.jsonl"), .. options];
        using (Process process = SmileProcess.Start(Repository.Root, [], command))
        {
            while (!File.Exists(_folder.File("out.csv.partial.state")) && !process.HasExited)
            {
                Thread.Sleep(5);
            }

            process.Kill();
            process.WaitForExit();
        }

        Assert.SkipWhen(File.Exists(_folder.File("out.csv")), "The run was too quick to be killed.");
        Assert.True(File.Exists(_folder.File("out.csv.partial")));
        Ended ended = SmileProcess.Run(command);

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("went on after frame", ended.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(_folder.File("whole.csv")), File.ReadAllText(_folder.File("out.csv")));
        Assert.Equal(File.ReadAllText(_folder.File("whole.jsonl")), File.ReadAllText(_folder.File("out.jsonl")));
        Assert.Equal(["clip.mp4", "out.csv", "out.jsonl", "whole.csv", "whole.jsonl"], _folder.Files());
    }

    [Fact]
    public void What_a_killed_run_with_an_overlay_leaves_is_gone_after_the_next()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 200);
        string[] command = ["measure", clip, "--csv", _folder.File("out.csv"), "--overlay", _folder.File("drawn.mp4")];
        using (Process process = SmileProcess.Start(Repository.Root, [], command))
        {
            while (!File.Exists(_folder.File(".drawn.tmp.mp4")) && !process.HasExited)
            {
                Thread.Sleep(5);
            }

            process.Kill();
            process.WaitForExit();
        }

        Assert.SkipWhen(File.Exists(_folder.File("drawn.mp4")), "The run was too quick to be killed.");
        Assert.Equal([".drawn.tmp.mp4", "clip.mp4", "out.csv.partial"], _folder.Files());
        Ended ended = SmileProcess.Run(command);

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(["clip.mp4", "drawn.mp4", "out.csv"], _folder.Files());
        string frames = Clips.Run("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", _folder.File("drawn.mp4"));
        Assert.Equal("200", frames.Trim());
    }

    [Fact]
    public void Wrinkles_are_counted_from_the_face_at_rest_or_not_measured_where_that_is_asked_for()
    {
        using (VideoWriter writer = VideoWriter.Create(_folder.File("clip.mp4"), 384, 384, 25))
        {
            for (int i = 0; i < 8; i++)
            {
                writer.Add(Photos.Portrait.Resize(384, 384));
            }

            writer.Complete();
        }

        Dictionary<string, string[]> tables = [];
        foreach ((string name, string[] options, string said) in (ReadOnlySpan<(string, string[], string)>)
            [("skin", [], ""), ("rest", ["--rest", "0.2"], "Action units and wrinkles are counted from each person's own face in the first 0.2 s"), ("none", ["--no-wrinkles"], "Wrinkles were not measured (--no-wrinkles)")])
        {
            Ended ended = SmileProcess.Run(["measure", _folder.File("clip.mp4"), "--csv", _folder.File($"{name}.csv"), "--json", _folder.File($"{name}.jsonl"), .. options]);
            Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
            Assert.Contains(said, ended.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
            tables.Add(name, File.ReadAllLines(_folder.File($"{name}.csv")));
        }

        string[] header = tables["skin"][0].Split(',');
        double Left(string name) => tables[name][8].Split(',')[Array.IndexOf(header, "nasolabial_left")] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
        Assert.InRange(Left("skin"), 2, 25);
        Assert.InRange(Left("rest"), -0.5, 0.5);
        Assert.All(header.Index().Where(column => IsOfWrinkles(column.Item)), column => Assert.Equal("", tables["none"][8].Split(',')[column.Index]));
        Assert.Equal(
            tables["skin"].Select(line => string.Join(',', line.Split(',').Where((_, at) => !IsOfWrinkles(header[at])))),
            tables["none"].Select(line => string.Join(',', line.Split(',').Where((_, at) => !IsOfWrinkles(header[at])))));
        JsonElement Wrinkles(string name) => JsonDocument.Parse(File.ReadLines(_folder.File($"{name}.jsonl")).Last()).RootElement.GetProperty("faces")[0].GetProperty("wrinkles");
        Assert.Equal((false, true), (Wrinkles("skin").GetProperty("aboveRest").GetBoolean(), Wrinkles("rest").GetProperty("aboveRest").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, Wrinkles("none").ValueKind);
    }

    [Fact]
    public void Finished_clips_of_a_folder_are_not_measured_again_until_clip_or_options_change()
    {
        Clips.Write(_folder.File("clips", "a.mp4"), 6);
        Clips.Write(_folder.File("clips", "deeper", "b.mp4"), 6);
        File.Copy(Photos.Astronaut, _folder.File("clips", "photo.png"));
        string tables = Path.Combine(_folder.Path, "tables");
        string[] command = ["measure", Path.Combine(_folder.Path, "clips"), "--csv", tables];

        Ended first = SmileProcess.Run(command);
        Assert.Equal((ExitCode.Success, ""), (first.ExitCode, first.Error));
        string[] files = [.. Directory.EnumerateFiles(tables, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(tables, file)).Order(StringComparer.Ordinal)];
        Assert.Equal(["a.csv", "deeper/b.csv", "measured.json", "pictures.csv"], files);
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(tables, "a.csv"));

        Ended second = SmileProcess.Run(command);
        Assert.Equal(2, Count(second.Output, "done before"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(tables, "a.csv")));

        Clips.Write(_folder.File("clips", "a.mp4"), 7);
        Assert.Equal(1, Count(SmileProcess.Run(command).Output, "done before"));
        Assert.Equal(8, File.ReadLines(Path.Combine(tables, "a.csv")).Count());
        Assert.Equal(0, Count(SmileProcess.Run([.. command, "--smooth"]).Output, "done before"));
        Assert.Equal(0, Count(SmileProcess.Run([.. command, "--smooth", "--restart"]).Output, "done before"));
    }

    [Fact]
    public void Frames_before_damage_are_kept_and_the_exit_code_says_so()
    {
        string clip = Clips.Write(_folder.File("clip.mkv"), 60);
        byte[] bytes = File.ReadAllBytes(clip);
        string cut = _folder.Bytes("cut.mkv", bytes[..(bytes.Length * 2 / 3)]);

        Ended ended = SmileProcess.Run("measure", cut, "--csv", _folder.File("out.csv"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Contains("cut.mkv, after frame", ended.Error, StringComparison.Ordinal);
        int rows = File.ReadLines(_folder.File("out.csv")).Count() - 1;
        Assert.InRange(rows, 10, 59);
        Assert.Contains($"The {rows} frames before it are measured.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_clip_is_said_in_one_line_and_writes_nothing()
    {
        string sound = _folder.File("sound.m4a");
        Clips.Run("ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", "sine=d=0.3", sound);
        string text = _folder.Text("text.mp4", "no video");
        foreach (string path in (string[])[sound, text, _folder.File("missing.mp4")])
        {
            Ended ended = SmileProcess.Run("measure", path, "--csv", _folder.File("out.csv"));
            Assert.Equal(ExitCode.Failure, ended.ExitCode);
            Assert.StartsWith($"smile: {path}", ended.Error, StringComparison.Ordinal);
            Assert.Equal(1, Count(ended.Error, "\n"));
            Assert.False(File.Exists(_folder.File("out.csv")) || File.Exists(_folder.File("out.csv.partial")));
        }
    }

    [Fact]
    public void Without_ffmpeg_the_exit_code_is_that_of_set_up()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 2);

        Ended ended = SmileProcess.RunIn(Repository.Root, new() { ["SMILE_FFMPEG"] = "/nowhere" }, "measure", clip, "--csv", _folder.File("out.csv"));

        Assert.Equal(ExitCode.MissingSetup, ended.ExitCode);
        Assert.Contains("ffmpeg", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_has_as_many_frames_as_the_clip()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 9, frame => frame == 3);

        Ended ended = SmileProcess.Run("measure", clip, "--overlay", _folder.File("drawn.mp4"), "--csv", _folder.File("out.csv"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        string probed = Clips.Run("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames,width,height,avg_frame_rate", "-of", "csv=p=0", _folder.File("drawn.mp4"));
        Assert.Equal("192,192,25/1,9", probed.Trim());
    }

    [Fact]
    public void Tables_and_overlays_of_several_clips_may_share_a_folder()
    {
        string one = Clips.Write(_folder.File("ä one.mp4"), 3);
        string two = Clips.Write(_folder.File("two.mp4"), 3);

        Ended ended = SmileProcess.Run("measure", one, two, "--csv", _folder.File("out"), "--overlay", _folder.File("out"));

        Assert.True(ended.ExitCode == ExitCode.Success, ended.Error);
        Assert.Equal(
            ["measured.json", "two.csv", "two.overlay.mp4", "ä one.csv", "ä one.overlay.mp4"],
            Directory.EnumerateFiles(_folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_overlay_that_cannot_be_written_leaves_nothing_behind()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 3);

        Ended other = SmileProcess.Run("measure", clip, "--csv", _folder.File("out.csv"), "--overlay", _folder.File("out.avi"));
        Ended inFile = SmileProcess.Run("measure", clip, "--csv", _folder.File("out.csv"), "--overlay", Path.Combine(clip, "out.mp4"));

        Assert.Equal(ExitCode.Usage, other.ExitCode);
        Assert.Contains("the extension '.avi'; expected .mp4, .mov or .mkv", other.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, inFile.ExitCode);
        Assert.Contains("out.mp4: cannot be written", inFile.Error, StringComparison.Ordinal);
        Assert.Equal(["clip.mp4"], _folder.Files());
    }

    [Fact]
    public void A_folder_of_frames_is_a_clip_with_a_frame_rate()
    {
        for (int i = 0; i < 4; i++)
        {
            Clips.Frame(i).Save(_folder.File("frames", $"frame{i * 4}.png"));
        }

        Ended ended = SmileProcess.Run("measure", Path.Combine(_folder.Path, "frames"), "--frames-per-second", "50", "--csv", _folder.File("out.csv"));

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(["timestamp", "0", "0.02", "0.04", "0.06"], File.ReadLines(_folder.File("out.csv")).Select(line => line.Split(',')[2]));
    }

    [Fact]
    public void Two_people_have_a_number_and_rows_each()
    {
        using (VideoWriter writer = VideoWriter.Create(_folder.File("two.mp4"), 384, 192, 25))
        {
            for (int i = 0; i < 5; i++)
            {
                writer.Add(Picture.SideBySide(Clips.Frame(i), Clips.Frame(i + 3)));
            }

            writer.Complete();
        }

        SmileProcess.Run("measure", _folder.File("two.mp4"), "--max-faces", "2", "--csv", _folder.File("out.csv"));

        string[][] rows = [.. File.ReadLines(_folder.File("out.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["1:0", "1:1", "2:0", "2:1", "3:0", "3:1", "4:0", "4:1", "5:0", "5:1"], rows.Select(row => $"{row[0]}:{row[1]}"));
    }

    [Fact]
    public void Pandas_reads_the_table_as_scripts_for_OpenFace_do()
    {
        string clip = Clips.Write(_folder.File("clip.mp4"), 6, frame => frame == 2);
        SmileProcess.Run("measure", clip, "--csv", _folder.File("out.csv"));
        const string Script = """
            import sys, pandas
            t = pandas.read_csv(sys.argv[1])
            found = t[t.success == 1]
            au = [c for c in t.columns if c.startswith("AU") and c.endswith("_r")]
            xy = [f"{a}_{i}" for a in "xyz" for i in range(68)]
            print(len(t), len(found), len(au), found[au + xy + ["pose_Rx", "pose_Ry", "pose_Rz", "timestamp"]].dtypes.eq(float).all(), int(t[au].isna().all(axis=1).sum()))
            """;
        string python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python) && Process.Start(new ProcessStartInfo(python, ["-c", "import pandas"]) { RedirectStandardError = true }) is { } probe && Ended(probe), "Python has no pandas.");

        Assert.Equal("6 5 18 True 1", Clips.Run(python, "-c", Script, _folder.File("out.csv")).Trim());

        static bool Ended(Process process)
        {
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }

    [Fact]
    public void One_file_for_several_clips_and_a_folder_for_one_are_refused()
    {
        string a = Clips.Write(_folder.File("a.mp4"), 2);
        string b = Clips.Write(_folder.File("b.mp4"), 2);

        Ended several = SmileProcess.Run("measure", a, b, "--csv", _folder.File("out.csv"));
        Assert.Equal((ExitCode.Usage, $"smile: --csv {_folder.File("out.csv")}: several files are measured, each clip into a file of its own; name a folder.\n"), (several.ExitCode, several.Error));
        Assert.Equal(ExitCode.Usage, SmileProcess.Run("measure", a, "--csv", _folder.Path).ExitCode);
        Assert.Equal(ExitCode.Usage, SmileProcess.Run("measure", a, "--overlay", a).ExitCode);
    }

    /// <summary>Wrinkles of small faces cannot be measured.</summary>
    private static bool IsOfWrinkles(string column) =>
        column.StartsWith("crows_feet", StringComparison.Ordinal) || column.StartsWith("lower_lid", StringComparison.Ordinal) || column.StartsWith("nasolabial", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
