// Notebooks that need a file which is not there, on the command line.
using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class NeedsTests : IDisposable
{
    private const string Needed = """{"file": "../lib/part.txt", "how": "make part"}""";
    private const string ReadIt = "System.IO.File.ReadAllText(System.IO.Path.Combine(\"..\", \"lib\", \"part.txt\"))";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_is_published_without_being_run_until_its_file_is_there()
    {
        string notebook = Notebook("a.ipynb", Needed);

        Ended left = Publish(notebook);

        Assert.Equal((ExitCode.Success, ""), (left.ExitCode, left.Error));
        Assert.Matches(@"^left   a\.ipynb: not run, needs \.\./lib/part\.txt: make part -> .*a\.html\nOpen .*index\.html\n$", left.Output);
        Assert.Contains("This notebook was not run:", Page("a"), StringComparison.Ordinal);
        Assert.Contains("1 not run", Page("index"), StringComparison.Ordinal);
        Assert.Equal("", SmallNotebook.OutputOf(_folder.File("out", "a.ipynb")));
        Assert.StartsWith("left ", Publish(notebook, "--force").Output, StringComparison.Ordinal);

        _folder.Text("lib/part.txt", "first");
        Assert.Matches(@"^ok     a\.ipynb in \d+\.\d s -> ", Publish(notebook).Output);
        Assert.DoesNotContain("This notebook was not run", Page("a"), StringComparison.Ordinal);
        Assert.StartsWith("same ", Publish(notebook).Output, StringComparison.Ordinal);

        _folder.Text("lib/part.txt", "second");
        Assert.Contains(" (changed: file lib/part.txt) -> ", Publish(notebook).Output, StringComparison.Ordinal);
        Assert.Equal("second", SmallNotebook.OutputOf(_folder.File("out", "a.ipynb")));
    }

    [Fact]
    public void When_the_file_is_gone_the_results_of_an_earlier_run_go_too_and_the_line_says_so()
    {
        string part = _folder.Text("lib/part.txt", "x");
        string notebook = Notebook("a.ipynb", Needed);
        Assert.StartsWith("ok ", Publish(notebook).Output, StringComparison.Ordinal);

        File.Delete(part);
        Ended left = Publish(notebook);

        Assert.Equal(ExitCode.Success, left.ExitCode);
        Assert.Matches(@"^left   a\.ipynb: not run, needs \.\./lib/part\.txt: make part \(no longer with the results of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\) -> ", left.Output);
        Assert.Equal("", SmallNotebook.OutputOf(_folder.File("out", "a.ipynb")));
        Assert.DoesNotContain("no longer with", Publish(notebook).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_in_the_notebook_itself_are_not_published_and_others_are_run()
    {
        string notebook = Notebook("a.ipynb", $"[{Needed}, {{\"file\": \"b.bin\", \"how\": \"ask\"}}]");
        _folder.Text("notebooks/a.ipynb", File.ReadAllText(notebook).Replace("\"outputs\":[]", "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"stale\"}]", StringComparison.Ordinal));
        string other = _folder.Text("notebooks/b.ipynb", SmallNotebook.With("int number = 1;", "number + 41"));

        Ended ended = Publish(notebook, other);

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Matches(@"^left   a\.ipynb: not run, needs \.\./lib/part\.txt: make part; b\.bin: ask -> .*\nok     b\.ipynb in ", ended.Output);
        Assert.DoesNotContain("stale", Page("a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_says_what_is_missing_before_anything_runs()
    {
        string notebook = Notebook("a.ipynb", Needed, "System.IO.File.WriteAllText(\"ran\", \"\");");

        Ended ended = SmileProcess.Run("run", notebook, "-o", _folder.File("out.ipynb"));

        Assert.Equal((ExitCode.MissingSetup, $"smile: {notebook}: not run, needs ../lib/part.txt: make part\n", ""), (ended.ExitCode, ended.Error, ended.Output));
        Assert.False(File.Exists(_folder.File("out.ipynb")));
        Assert.False(File.Exists(_folder.File("notebooks", "ran")));
    }

    [Theory]
    [InlineData("publish", "7", "metadata.report.needs is 7, expected ")]
    [InlineData("publish", """{"file": "", "how": "b"}""", "metadata.report.needs.file is \"\", expected ")]
    [InlineData("run", """{"file": "/opt/x.dll", "how": "b"}""", "metadata.report.needs.file is \"/opt/x.dll\", expected ")]
    public void Metadata_that_cannot_be_understood_are_an_error(string command, string needs, string problem)
    {
        string notebook = Notebook("a.ipynb", needs);

        Ended ended = command == "run" ? SmileProcess.Run("run", notebook) : Publish(notebook);

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.StartsWith($"smile: {notebook}: {problem}", ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("out", "a.html")));
    }

    private string Notebook(string name, string needs, string code = ReadIt)
    {
        JsonObject notebook = JsonNode.Parse(SmallNotebook.With("int number = 1;", code))!.AsObject();
        notebook["metadata"]!["report"] = new JsonObject { ["needs"] = JsonNode.Parse(needs) };
        return _folder.Text($"notebooks/{name}", notebook.ToJsonString());
    }

    private string Page(string name) => File.ReadAllText(_folder.File("out", $"{name}.html"));

    private Ended Publish(params string[] arguments) =>
        SmileProcess.RunIn(_folder.Path, new() { ["SMILE_ROOT"] = _folder.Path }, ["publish", .. arguments, "--out", _folder.File("out")]);
}
