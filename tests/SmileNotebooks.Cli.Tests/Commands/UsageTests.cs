using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public class UsageTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "", "which command? The commands are measure, classify, train, models, run, publish, kernel, lab, strip, convert and test.", "smile" },
        { "mesure", "there is no command 'mesure'. Did you mean 'measure'?", "smile" },
        { "Publsih x.ipynb", "there is no command 'Publsih'. Did you mean 'publish'?", "smile" },
        { "zebra", "there is no command 'zebra'. The commands are measure, classify, train, models, run, publish, kernel, lab, strip, convert and test.", "smile" },
        { "--frown", "there is no option '--frown'. The commands are measure, classify, train, models, run, publish, kernel, lab, strip, convert and test.", "smile" },
        { "models", "models: which command? The commands are list, add and verify.", "smile models" },
        { "models lst", "models: there is no command 'lst'. Did you mean 'list'?", "smile models" },
        { "models add", "add needs <path>: the downloaded face_landmarker.task.", "smile models add" },
        { "measure", "measure needs <path>: pictures (JPEG, PNG, WebP, GIF, TIFF), clips (what ffmpeg reads) and folders of them.", "smile measure" },
        { "measure a.jpg --jsn -", "there is no option '--jsn'.", "smile measure" },
        { "measure a.jpg --max-faces 0", "--max-faces is a whole number from 1, found '0'.", "smile measure" },
        { "measure a.jpg --max-faces many", "--max-faces is a whole number from 1, found 'many'.", "smile measure" },
        { "measure a.jpg --model best", "--model is FaceMesh or TaskBundle, found 'best'.", "smile measure" },
        { "measure a.jpg --model 1", "--model is FaceMesh or TaskBundle, found '1'.", "smile measure" },
        { "run", "run needs <notebook>: the notebook files; none is changed unless -o names it.", "smile run" },
        { "run a.ipynb --cell-timeout 0", "--cell-timeout is a number of seconds above 0, found '0'.", "smile run" },
        { "run a.ipynb --jobs 0", "--jobs is a whole number from 1, found '0'.", "smile run" },
        { "publish --memory 1g", "--memory is a whole number from 64, found '1g'.", "smile publish" },
        { "kernel", "kernel: which command? The commands are install, uninstall, list and run.", "smile kernel" },
        { "kernel run", "Option '--connection-file' is required.", "smile kernel run" },
        { "run --fast", "there is no option '--fast'.", "smile run" },
        { "publish --fast", "there is no option '--fast'.", "smile publish" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_line_and_where_to_read_more(string line, string message, string help)
    {
        Ended ended = SmileProcess.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal($"smile: {message}\nSee: {help} --help\n", ended.Error);
        Assert.Equal("", ended.Output);
        Assert.Equal(ExitCode.Usage, ended.ExitCode);
    }

    [Theory]
    [InlineData("", "Start here:")]
    [InlineData("", "Exit codes: 0 done;")]
    [InlineData("measure", "smile measure photo.jpg --json - | jq")]
    [InlineData("models", "verify")]
    [InlineData("models add", "Download face_landmarker.task")]
    [InlineData("run", "smile run notebooks/01-measure-a-smile.ipynb -p photo=")]
    [InlineData("publish", "smile publish my-study.ipynb --out my-reports")]
    [InlineData("kernel install", "smile kernel install --prefix .venv")]
    [InlineData("kernel run", "Ctrl+C interrupts the cell that runs")]
    [InlineData("lab", "smile lab notebooks/ -- --no-browser")]
    [InlineData("test", "--filter")]
    public void Help_teaches(string command, string content)
    {
        Ended ended = SmileProcess.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(content, ended.Output, StringComparison.Ordinal);
        Assert.Contains($"smile {command}".Trim(), ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_that_of_the_library()
    {
        Ended ended = SmileProcess.Run("--version");

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", ended.Output);
    }
}
