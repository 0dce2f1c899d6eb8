// Bad input, as a user meets it: one sentence on standard error, an exit code, no stack trace.
using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class MeasureErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file() => AssertFails(_folder.File("absent.jpg"), "no such file; expected a picture file.");

    [Fact]
    public void An_empty_file() =>
        AssertFails(_folder.Bytes("empty.jpg", []), "no bytes: it is empty; expected a JPEG, PNG, WebP, GIF or TIFF picture.");

    [Fact]
    public void A_truncated_JPEG()
    {
        byte[] jpeg = Photos.Portrait.Encode(PictureFormat.Jpeg);

        AssertFails(_folder.Bytes("cut.jpg", jpeg[..(jpeg.Length / 2)]), "JPEG data that is cut short or damaged; expected a complete JPEG file.");
    }

    [Fact]
    public void Text_named_jpg() =>
        AssertFails(_folder.Text("notes.jpg", "Dear diary"), "text that begins with \"Dear diary\"; expected a JPEG, PNG, WebP, GIF or TIFF picture.");

    [Fact]
    public void A_picture_of_30000_x_30000_pixels()
    {
        byte[] bomb = Photos.PngHeader(30000, 30000);

        Assert.InRange(bomb.Length, 1, 100);
        AssertFails(_folder.Bytes("bomb.png", bomb), "a picture of 30000 x 30000 pixels; expected at most 16384 pixels a side and 120000000 pixels in all (see PictureLimits).");
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void An_unreadable_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "File modes and setpriv are of Linux.");
        string path = _folder.Bytes("locked.png", Photos.Grey(8, 8));
        File.SetUnixFileMode(path, UnixFileMode.None);

        Ended ended = AsUserWithoutRights("measure", path);

        Assert.Equal($"smile: {path}: a file that this user may not read; expected permission to read it.\n", ended.Error);
        Assert.Equal(ExitCode.Failure, ended.ExitCode);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void An_unreadable_subfolder_is_named_and_the_rest_is_measured()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "File modes and setpriv are of Linux.");
        _folder.Bytes("grey.png", Photos.Grey(8, 8));
        string locked = Directory.CreateDirectory(_folder.File("locked")).FullName;
        File.SetUnixFileMode(locked, UnixFileMode.None);

        Ended ended = AsUserWithoutRights("measure", _folder.Path, "--json", "-");
        File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Contains($"smile: {locked}: the folder cannot be read: ", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Output.TrimEnd().Split('\n'));
        Assert.Equal(ExitCode.Failure, ended.ExitCode);
    }

    [Fact]
    public void A_picture_of_one_pixel_has_no_face_and_is_no_error()
    {
        string path = _folder.Bytes("dot.png", Photos.Grey(1, 1));

        Ended ended = SmileProcess.Run("measure", path, "--json", "-");

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Equal($"smile: {path}: no face found.\n", ended.Error);
        using JsonDocument json = JsonDocument.Parse(ended.Output);
        Assert.Equal(1, json.RootElement.GetProperty("width").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("faces").GetArrayLength());
    }

    [Fact]
    public void A_picture_without_a_face_is_shown_as_such_and_is_no_error()
    {
        string path = _folder.Bytes("grey.png", Photos.Grey(64, 48));

        Ended ended = SmileProcess.Run("measure", path, "--csv", _folder.File("out.csv"));

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Equal($"smile: {path}: no face found.\n", ended.Error);
        Assert.Matches(@"grey\.png +│ none ", ended.Output);
        Assert.Single(File.ReadAllLines(_folder.File("out.csv")));
    }

    [Fact]
    public void A_folder_without_pictures_writes_nothing()
    {
        string empty = Directory.CreateDirectory(_folder.File("empty")).FullName;

        Ended ended = SmileProcess.Run("measure", empty, "--json", _folder.File("out.json"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.StartsWith($"smile: {empty}: no picture in this folder (looked for .jpg, ", ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void Bad_files_among_good_ones_are_named_and_the_good_ones_measured()
    {
        _folder.Bytes("a.png", Photos.Grey(16, 16));
        _folder.Text("b.jpg", "no picture");
        _folder.Bytes("c.png", Photos.Grey(16, 16));
        _folder.Bytes("d.png", []);

        Ended ended = SmileProcess.Run("measure", _folder.Path, "--json", "-");

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal(
            ["a.png", "c.png"],
            ended.Output.TrimEnd().Split('\n').Select(line => Path.GetFileName(JsonDocument.Parse(line).RootElement.GetProperty("file").GetString())));
        string[] errors = ended.Error.TrimEnd().Split('\n');
        Assert.Equal(4, errors.Length);
        Assert.StartsWith($"smile: {_folder.File("b.jpg")}: text that begins with", errors[0], StringComparison.Ordinal);
        Assert.StartsWith($"smile: {_folder.File("d.png")}: no bytes", errors[1], StringComparison.Ordinal);
        Assert.Equal("smile: no face found in 2 of 2 pictures.", errors[2]);
        Assert.Equal("smile: 2 of 4 files could not be measured; the others were.", errors[3]);
    }

    [Fact]
    public void Where_no_file_can_be_measured_that_is_said_and_no_table_shown()
    {
        Ended ended = SmileProcess.Run("measure", _folder.File("a.jpg"), _folder.File("b.jpg"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.EndsWith("smile: none of the 2 files could be measured.\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_is_named_with_what_to_do()
    {
        string bundle = _folder.Text("face_landmarker.task", "not a bundle");

        Ended ended = SmileProcess.RunIn(Repository.Root, new() { ["SMILENOTEBOOKS_MODELS"] = _folder.Path }, "measure", Photos.Astronaut, "--csv", _folder.File("out.csv"));

        Assert.Equal(ExitCode.MissingSetup, ended.ExitCode);
        Assert.StartsWith($"smile: {bundle}: not a Face Landmarker bundle: expected a zip of TFLite models, found 12 bytes", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Replace the bundle (smile models add PATH) or remove it", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["face_landmarker.task"], _folder.Files());
    }

    [Fact]
    public void The_models_of_a_bundle_that_is_not_there_are_an_error_that_says_how_to_add_it()
    {
        Ended ended = SmileProcess.RunIn(Repository.Root, new() { ["SMILENOTEBOOKS_MODELS"] = _folder.Path }, "measure", Photos.Astronaut, "--model", "taskbundle");

        Assert.Equal(ExitCode.MissingSetup, ended.ExitCode);
        Assert.Equal(
            $"smile: {_folder.File("face_landmarker.task")}: no such file. Download face_landmarker.task from Google's MediaPipe page, then: smile models add PATH.\n",
            ended.Error);
    }

    [Fact]
    public void Outputs_that_cannot_be_written_are_named_before_anything_is_measured()
    {
        string file = _folder.Text("file", "");

        AssertRefused(ExitCode.Failure, $"{_folder.Path}: cannot be written: there is a folder of that name.", "--csv", _folder.Path);
        AssertRefused(ExitCode.Failure, $"{_folder.Path}/no/out.json: cannot be written: there is no folder {_folder.Path}/no.", "--json", $"{_folder.Path}/no/out.json");
        AssertRefused(ExitCode.Failure, $"{file}: cannot be made: ", "--overlay", file);
    }

    [Fact]
    public void Outputs_that_would_overwrite_a_picture_or_each_other_are_refused()
    {
        string photo = _folder.Bytes("photo.png", Photos.Grey(4, 4));
        string output = _folder.File("out");

        Ended overPhoto = SmileProcess.Run("measure", photo, "--csv", photo);
        Ended overOutput = SmileProcess.Run("measure", photo, "--csv", output, "--json", output);

        Assert.Equal($"smile: --csv {photo}: that file is a picture to measure or another output; give each its own name.\n", overPhoto.Error);
        Assert.Equal($"smile: --csv {output}: that file is a picture to measure or another output; give each its own name.\n", overOutput.Error);
        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (overPhoto.ExitCode, overOutput.ExitCode));
        Assert.Equal(["photo.png"], _folder.Files());
    }

    [Fact]
    public void A_full_disk_is_said_in_one_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is of Linux.");

        AssertRefused(ExitCode.Failure, "/dev/full: cannot be written: No space left", "--csv", "/dev/full");
    }

    private static void AssertRefused(int exitCode, string message, params string[] output)
    {
        Ended ended = SmileProcess.Run(["measure", Photos.Astronaut, .. output]);

        Assert.StartsWith($"smile: {message}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal(exitCode, ended.ExitCode);
    }

    private static void AssertFails(string path, string message)
    {
        Ended ended = SmileProcess.Run("measure", path);

        Assert.Equal($"smile: {path}: {message}\n", ended.Error);
        Assert.Equal("", ended.Output);
        Assert.Equal(ExitCode.Failure, ended.ExitCode);
    }

    /// <summary>Root may read everything: then the command runs as root without the rights that make it so.</summary>
    private static Ended AsUserWithoutRights(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return SmileProcess.Run(arguments);
        }

        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "setpriv is absent: apt-get install util-linux");
        string[] without = ["--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all"];
        using Process process = SmileProcess.Start("setpriv", Repository.Root, [], [.. without, "dotnet", "exec", SmileProcess.Dll, .. arguments]);
        return SmileProcess.End(process);
    }
}
