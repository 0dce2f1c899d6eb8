using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class ModelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_says_what_is_there_and_where_more_would_lie()
    {
        Ended ended = Models("list");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Matches("face_landmark_with_attention +│ 478 landmarks +│ present", ended.Output);
        Assert.Matches(@"face_landmarker\.task +│ 52 blendshapes.*│ absent", ended.Output);
        Assert.Contains($"Folder for added models: {_folder.Path}", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_finds_the_models_of_the_program_sound()
    {
        Ended ended = Models("verify");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("sound    face_detection_short_range\nsound    face_landmark_with_attention\n", ended.Output);
    }

    [Fact]
    public void Verify_names_a_damaged_model_and_fails()
    {
        string bundle = _folder.Text("face_landmarker.task", "damaged");

        Ended ended = Models("verify");

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Contains("sound    face_landmark_with_attention\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains($"damaged  {bundle}: not a Face Landmarker bundle", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_checks_a_bundle_and_puts_it_where_it_is_found()
    {
        string bundle = SharedData.PathOf("models", "face_landmarker.task");

        Ended added = Models("add", bundle);
        Ended listed = Models("list");
        Ended verified = Models("verify");

        Assert.Equal((ExitCode.Success, ""), (added.ExitCode, added.Error));
        Assert.Equal($"Added {_folder.File("face_landmarker.task")}: faces now come with 52 blendshapes.\n", added.Output);
        Assert.Matches(@"face_landmarker\.task +│ 52 blendshapes.*│ present", listed.Output);
        Assert.EndsWith("sound    face_landmarker.task\n", verified.Output, StringComparison.Ordinal);
        Assert.Equal(["face_landmarker.task"], _folder.Files());
    }

    [Fact]
    public void Add_refuses_a_bundle_whose_model_is_damaged_and_changes_nothing()
    {
        byte[] bytes = File.ReadAllBytes(SharedData.PathOf("models", "face_landmarker.task"));
        Array.Fill(bytes, (byte)0xFF, 200_000, 400);
        using TemporaryFolder elsewhere = new();
        string damaged = elsewhere.Bytes("damaged.task", bytes);

        Ended ended = Models("add", damaged);

        Assert.Equal((ExitCode.Failure, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"smile: {damaged}: ", ended.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void Add_refuses_what_is_no_bundle()
    {
        string text = _folder.Text("notes.txt", "dear diary");

        AssertRefused($"{text}: not a Face Landmarker bundle: expected a zip of TFLite models, found 10 bytes", text);
        AssertRefused($"{_folder.Path}: expected a face_landmarker.task file, found a folder.", _folder.Path);
        AssertRefused($"{_folder.File("absent")}: no such file. Download face_landmarker.task", _folder.File("absent"));
        Assert.Equal(["notes.txt"], _folder.Files());
    }

    [Fact]
    public void Add_says_where_it_cannot_write()
    {
        string bundle = SharedData.PathOf("models", "face_landmarker.task");
        string file = _folder.Text("file", "");

        Ended ended = SmileProcess.RunIn(Repository.Root, new() { ["SMILENOTEBOOKS_MODELS"] = file }, "models", "add", bundle);

        Assert.StartsWith($"smile: {file}: the model cannot be put there: ", ended.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Failure, ""), (ended.ExitCode, ended.Output));
    }

    private void AssertRefused(string message, string path)
    {
        Ended ended = Models("add", path);

        Assert.StartsWith($"smile: {message}", ended.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Failure, ""), (ended.ExitCode, ended.Output));
    }

    private Ended Models(params string[] arguments) =>
        SmileProcess.RunIn(Repository.Root, new() { ["SMILENOTEBOOKS_MODELS"] = _folder.Path }, ["models", .. arguments]);
}
