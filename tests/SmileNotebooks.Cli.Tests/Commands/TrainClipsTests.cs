// smile train from a list of real video files, as a user runs it. The smiles in them are painted: what is tested is the way from files to a model, not what accuracy people allow.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class TrainClipsTests(PaintedClips clips) : IClassFixture<PaintedClips>, IDisposable
{
    private static readonly string[] s_columns = ["--label", "label", "--positive", "slow", "--person", "person", "--clip", "clip", "--permutations", "0"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Clips_become_a_model_and_a_report_that_names_clips_and_people_and_what_was_left_out()
    {
        string list = Written("list.csv", PaintedClips.List("nobody.mp4,painted 6,slow,", "broken.mp4,painted 7,fast,"));
        string json = _folder.File("validation.json");

        Ended ended = Train(list, "m", "--json", json);

        Assert.True(ended.ExitCode == 0, ended.Error);
        JsonNode validation = JsonNode.Parse(File.ReadAllText(json))!;
        foreach (string field in (string[])["auc", "aucInterval", "accuracy", "baseRate", "people", "clips", "features", "warnings"])
        {
            Assert.True(validation.AsObject().ContainsKey(field), field);
        }

        Assert.Equal((PaintedClips.People, 2 * PaintedClips.People), (validation["people"]!.GetValue<int>(), validation["clips"]!.GetValue<int>()));
        Assert.Equal(("slow", 0.5), (validation["label"]!.GetValue<string>(), validation["baseRate"]!.GetValue<double>()));
        string[] features = [.. validation["features"]!.AsArray().Select(name => name!.GetValue<string>())];
        Assert.Equal(SmileFeatures.OfClip, features);

        // The labels differ in the duration of the onset, which the painter made: that is learned, and said to be suspicious.
        Assert.InRange(validation["auc"]!.GetValue<double>(), 0.9, 1);
        Assert.InRange(validation["accuracy"]!.GetValue<double>(), 0.8, 1);
        string[] warnings = [.. validation["warnings"]!.AsArray().Select(warning => warning!.GetValue<string>())];
        Assert.Contains(warnings, warning => warning.Contains("onset_duration_s", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.StartsWith("2 of 14 clips gave no smile and were left out (1 of 7 slow, 1 of 7 others): nobody.mp4: no face; broken.mp4: ", StringComparison.Ordinal));
        Assert.Equal(["nobody.mp4", "broken.mp4"], validation["leftOut"]!.AsArray().Select(clip => clip!["clip"]!.GetValue<string>()));
        Assert.Equal("painted into one photo", validation["simulated"]!.GetValue<string>());

        Assert.Contains("smile: nobody.mp4: left out: no face", ended.Error, StringComparison.Ordinal);
        Assert.Contains("smile: broken.mp4: left out: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("measuring clips: 14 of 14 done.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("simulated", ended.Output, StringComparison.OrdinalIgnoreCase);
        string page = File.ReadAllText(_folder.File("m.html"));
        foreach (string words in (string[])["12 of 14 listed clips gave a smile", "3slow.mp4", "painted 5", "left out: no face", "0fast."])
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }

        using SmileClassifier classifier = SmileClassifier.Load(_folder.File("m"));
        Assert.Equal((SmileModelKind.Clip, "slow", 12), (classifier.Kind, classifier.Card.Label, classifier.Card.Clips));
        Assert.Contains("nobody.mp4", File.ReadAllText(_folder.File("m.md")), StringComparison.Ordinal);

        // The model serves: a slow smile is more probably slow than a fast one is.
        Ended classified = SmileProcess.Run("classify", InClips("2slow.mp4"), InClips("2fast.mp4"), "--model", _folder.File("m"), "--json", "-");
        double[] probabilities = [.. JsonNode.Parse(classified.Output)!["smiles"]!.AsArray().Select(smile => smile!["probability"]!.GetValue<double>())];
        Assert.True(probabilities is [var slow, var fast] && slow > 0.5 && fast < 0.5, classified.Output);
    }

    [Fact]
    public void A_training_that_was_killed_goes_on_to_the_same_bytes_and_measures_no_clip_twice()
    {
        string list = Written("list.csv", PaintedClips.List("nobody.mp4,painted 6,slow,"));
        string measures = _folder.File("measures", "x")[..^2];
        Assert.Equal(0, SmileProcess.Run(["train", list, .. s_columns, "--out", _folder.File("whole", "m"), "--json", _folder.File("whole", "validation.json"), "--measures", _folder.File("all", "x")[..^2]]).ExitCode);

        string[] command = ["train", list, .. s_columns, "--out", _folder.File("m"), "--json", _folder.File("validation.json"), "--measures", measures];
        using (Process process = SmileProcess.Start(_folder.Path, [], command))
        {
            while (Kept(measures).Count < 3 && !process.HasExited)
            {
                Thread.Sleep(5);
            }

            process.Kill();
            process.WaitForExit();
        }

        Dictionary<string, DateTime> kept = Kept(measures);
        Assert.InRange(kept.Count, 3, 12);
        Assert.False(File.Exists(_folder.File("m.onnx")));
        Ended ended = SmileProcess.Run(command);

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Contains($"{kept.Count} of 13 clips had been measured before", ended.Error, StringComparison.Ordinal);
        Dictionary<string, DateTime> after = Kept(measures);
        Assert.Equal(13, after.Count);
        Assert.All(kept, file => Assert.Equal(file.Value, after[file.Key]));
        foreach (string file in (string[])["m.onnx", "m.json", "m.md", "validation.json"])
        {
            Assert.Equal(File.ReadAllText(_folder.File("whole", file)), File.ReadAllText(_folder.File(file)));
        }
    }

    [Fact]
    public void A_clip_is_measured_anew_where_it_changed_and_its_measures_outlive_it()
    {
        // All of one person: refused after the measuring, which is what is looked at here.
        string list = _folder.Text("list.csv", "clip,person,label\n0slow.mp4,1,slow\n0fast.mp4,1,fast\nnobody.mp4,1,fast\n");
        foreach (string name in (string[])["0slow.mp4", "0fast.mp4", "nobody.mp4"])
        {
            File.Copy(InClips(name), _folder.File(name));
        }

        string[] command = ["train", list, .. s_columns, "--out", _folder.File("m")];
        string measures = Path.Combine(_folder.Path, "list.measures");
        Assert.DoesNotContain("measured before", SmileProcess.Run(command).Error, StringComparison.Ordinal);
        Dictionary<string, DateTime> first = Kept(measures);
        Assert.Equal(3, first.Count);
        Assert.Contains($"3 of 3 clips had been measured before; their measures are kept in {measures}.", SmileProcess.Run(command).Error, StringComparison.Ordinal);
        Assert.Equal(first, Kept(measures));

        File.SetLastWriteTimeUtc(_folder.File("0slow.mp4"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Assert.Contains("2 of 3 clips had been measured before", SmileProcess.Run(command).Error, StringComparison.Ordinal);
        Assert.Equal((3, 2), (Kept(measures).Count, Kept(measures).Count(first.Contains)));

        File.Delete(_folder.File("0slow.mp4"));
        Assert.Contains("3 of 3 clips had been measured before", SmileProcess.Run(command).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_says_how_far_it_was_and_that_the_same_command_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of Unix.");
        string list = Written("list.csv", PaintedClips.List());
        string measures = _folder.File("measures", "x")[..^2];
        using Process process = SmileProcess.Start(_folder.Path, [], ["train", list, .. s_columns, "--out", _folder.File("m"), "--measures", measures]);
        while (Kept(measures).Count < 1 && !process.HasExited)
        {
            Thread.Sleep(5);
        }

        Assert.Equal(0, Kill(process.Id, 2));
        Ended ended = SmileProcess.End(process);

        Assert.Equal(ExitCode.Interrupted, ended.ExitCode);
        Assert.Matches(@"^smile: [1-9]\d? of 12 clips are measured; the same command goes on from there.\nsmile: stopped.\n$", ended.Error);
        Assert.False(File.Exists(_folder.File("m.onnx")));
    }

    [Theory]
    [InlineData("", "an empty file; expected a header and rows")]
    [InlineData("clip,person,label\n", "a header without rows")]
    [InlineData("clip;person;label\n0slow.mp4;1;slow\n", "line 1: semicolons between fields; expected commas between fields")]
    [InlineData("clip\tperson\tlabel\n0slow.mp4\t1\tslow\n", "line 1: tabs between fields; expected commas between fields")]
    [InlineData("film,person,label\n0slow.mp4,1,slow\n", "no column 'clip' (clip); expected one of the columns there are (film, person, label)")]
    [InlineData("clip,who,label\n0slow.mp4,1,slow\n", "no column 'person' (person)")]
    [InlineData("clip,person,kind\n0slow.mp4,1,slow\n", "no column 'label' (label)")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\n,2,fast\n", "line 3, column clip: nothing; expected the name of a clip")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\n0fast.mp4,2,slow\n", "the value 'slow' alone")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\n0fast.mp4,1,fast\n./0slow.mp4,1,fast\n", "line 4, column clip: the clip './0slow.mp4' again, as in line 2, with label 'slow' there and 'fast' here; expected each clip once")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\n0fast.mp4,1,fast\n0slow.mp4,1,slow\n", "line 4, column clip: the clip '0slow.mp4' again, as in line 2; expected each clip once")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\nabsent.mp4,2,fast\n", "1 of 2 clips that are not there (absent.mp4 in row 2); expected files whose paths count from the folder of the list")]
    [InlineData("clip,person,label\nnobody.mp4,1,slow\nbroken.mp4,2,fast\n", "no smile in 2 clips (nobody.mp4: no face); expected clips of smiles")]
    [InlineData("clip,person,label\n0slow.mp4,1,slow\n0fast.mp4,1,fast\n", "only one person with a smile of one of the classes, among 1")]
    public void A_bad_list_is_refused_in_one_sentence_that_says_where(string text, string words)
    {
        string list = Path.Combine(clips.Path, $"bad-{Guid.NewGuid():N}.csv");
        File.WriteAllText(list, text);
        try
        {
            Ended ended = SmileProcess.Run(["train", list, .. s_columns, "--out", _folder.File("m"), "--measures", _folder.File("measures", "x")[..^2]]);

            Assert.Equal(1, ended.ExitCode);
            string error = ended.Error.Split('\n')[^2];
            Assert.StartsWith($"smile: {list}", error, StringComparison.Ordinal);
            Assert.Contains(words, error, StringComparison.Ordinal);
            Assert.False(File.Exists(_folder.File("m.onnx")));
        }
        finally
        {
            File.Delete(list);
        }
    }

    [Fact]
    public void Of_a_damaged_clip_it_is_not_said_that_nobody_is_in_it()
    {
        byte[] whole = File.ReadAllBytes(Support.Clips.Write(_folder.File("whole.mkv"), 60, _ => true));
        _folder.Bytes("cut.mkv", whole[..(whole.Length * 2 / 3)]);
        string list = _folder.Text("list.csv", "clip,person,label\ncut.mkv,1,slow\nwhole.mkv,2,fast\n");

        Ended ended = Train(list, "m");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("no smile in 2 clips (cut.mkv: no face, and it ended early (", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["whole"], Kept(Path.Combine(_folder.Path, "list.measures")).Keys.Select(file => Path.GetFileName(file).Split('.')[0]));
    }

    [Fact]
    public void A_list_that_is_missing_and_a_place_that_cannot_keep_measures_are_said()
    {
        string list = Written("list.csv", PaintedClips.List());
        string file = _folder.Text("file", "");

        Ended missing = SmileProcess.Run(["train", _folder.File("none.csv"), .. s_columns, "--out", _folder.File("m")]);
        Ended noPlace = SmileProcess.Run(["train", list, .. s_columns, "--out", _folder.File("m"), "--measures", file]);

        Assert.Equal((1, $"smile: {_folder.File("none.csv")}: no such file; expected a table of features (CSV).\n"), (missing.ExitCode, missing.Error));
        Assert.Equal(1, noPlace.ExitCode);
        Assert.StartsWith($"smile: {file}: measures of clips cannot be kept there (", noPlace.Error, StringComparison.Ordinal);
        Assert.Single(noPlace.Error.TrimEnd().Split('\n'));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static Dictionary<string, DateTime> Kept(string measures) => Directory.Exists(measures)
        ? Directory.EnumerateFiles(measures).Where(file => Path.GetExtension(file) is ".csv" or ".no-face").ToDictionary(file => file, File.GetLastWriteTimeUtc)
        : [];

    private Ended Train(string list, string name, params string[] more) => SmileProcess.Run(["train", list, .. s_columns, "--out", _folder.File(name), .. more]);

    private string InClips(string name) => Path.Combine(clips.Path, name);

    // A list lies beside its clips.
    private string Written(string name, string text)
    {
        string path = InClips($"{Path.GetFileName(_folder.Path)}-{name}");
        File.WriteAllText(path, text);
        return path;
    }
}
