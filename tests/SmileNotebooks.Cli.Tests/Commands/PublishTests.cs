using System.Diagnostics;
using System.Security.Cryptography;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class PublishTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        foreach (string file in _folder.Files())
        {
            File.SetAttributes(_folder.File(file), FileAttributes.Normal); // git's objects are read-only
        }

        _folder.Dispose();
    }

    [Fact]
    public void A_notebook_that_fails_is_published_beside_one_that_does_not()
    {
        string good = _folder.Text("good.ipynb", SmallNotebook.With("int number = 1;", "number + 41"));
        string bad = _folder.Text("bad.ipynb", SmallNotebook.With("int number = 1;", "throw new InvalidOperationException(\"too sad\");"));

        Ended ended = SmileProcess.Run("publish", bad, good, "--out", _folder.File("out"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Contains($"smile: {bad}: cell 2 failed: System.InvalidOperationException: too sad\n", ended.Error, StringComparison.Ordinal);
        Assert.Matches(@"failed bad\.ipynb in .* -> .*bad\.html\nok     good\.ipynb in .* -> .*good\.html\nOpen .*index\.html\n$", ended.Output);
        Assert.Equal(["bad.html", "bad.ipynb", "good.html", "good.ipynb", "index.html"], Directory.GetFiles(_folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("too sad", Page("bad"), StringComparison.Ordinal);
        Assert.Contains("42", SmallNotebook.OutputOf(_folder.File("out", "good.ipynb")), StringComparison.Ordinal);
        Assert.Contains("bad.html", Page("index"), StringComparison.Ordinal);
        Assert.Contains("good.html", Page("index"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_cannot_be_read_does_not_cost_the_others_their_reports()
    {
        string good = _folder.Text("good.ipynb", SmallNotebook.With("int number = 1;", "number"));

        Ended ended = SmileProcess.Run("publish", _folder.File("absent.ipynb"), good, "--out", _folder.File("out"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Equal($"smile: There is no notebook {_folder.File("absent.ipynb")}.\n", ended.Error);
        Assert.True(File.Exists(_folder.File("out", "good.html")));
        Assert.True(File.Exists(_folder.File("out", "index.html")));
    }

    [Fact]
    public void Without_arguments_all_of_notebooks_goes_into_reports_with_its_provenance()
    {
        _folder.Text("data/a.csv", "1,2");
        _folder.Text("notebooks/02-second.ipynb", SmallNotebook.With("string words = \"none\";", "System.IO.File.ReadAllText(\"../data/a.csv\")"));
        _folder.Text("notebooks/01-first.ipynb", SmallNotebook.With("string words = \"none\";", "words"));
        _folder.Text(".gitignore", "reports/\n");
        string commit = Commit();

        Ended ended = SmileProcess.RunIn(_folder.Path, new() { ["SMILE_ROOT"] = _folder.Path }, "publish", "-p", "words=it's two");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Matches(@"^ok     01-first\.ipynb in .* -> reports/01-first\.html\nok     02-second\.ipynb in .* -> reports/02-second\.html\nOpen reports/index\.html\n$", ended.Output);
        string page = File.ReadAllText(_folder.File("reports", "02-second.html"));
        Assert.Contains(commit, page, StringComparison.Ordinal);
        Assert.Contains("data/a.csv", page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData("1,2"u8)), page, StringComparison.Ordinal);
        Assert.Contains("./smile publish notebooks/02-second.ipynb -p ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, page, StringComparison.Ordinal);
        Assert.Contains("it's two", SmallNotebook.OutputOf(_folder.File("reports", "01-first.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_replaces_the_first()
    {
        string notebook = _folder.Text("a.ipynb", SmallNotebook.With("string words = \"first-words\";", "words"));
        SmileProcess.Run("publish", notebook, "--out", _folder.File("out"));
        Assert.Contains("first-words", Page("a"), StringComparison.Ordinal);

        _folder.Text("a.ipynb", SmallNotebook.With("string words = \"second-words\";", "words"));
        Ended ended = SmileProcess.Run("publish", notebook, "--out", _folder.File("out"));

        Assert.Equal(ExitCode.Success, ended.ExitCode);
        Assert.Contains("second-words", Page("a"), StringComparison.Ordinal);
        Assert.DoesNotContain("first-words", Page("a"), StringComparison.Ordinal);
        Assert.Equal(["a.html", "a.ipynb", "index.html"], Directory.GetFiles(_folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_cannot_be_published_is_refused_in_one_line()
    {
        string one = _folder.Text("one/a.ipynb", SmallNotebook.With("int number = 1;"));
        string two = _folder.Text("two/a.ipynb", SmallNotebook.With("int number = 1;"));
        string file = _folder.Text("file", "");
        string index = _folder.Text("index.ipynb", SmallNotebook.With("int number = 1;"));

        AssertRefused(ExitCode.Usage, $"{index} would become index.html, the list of all reports: give it another name.", index, "--out", _folder.File("out"));
        AssertRefused(ExitCode.Usage, $"{one} and {two} would both become a.html: write them into different folders.", one, two, "--out", _folder.File("out"));
        AssertRefused(ExitCode.Failure, $"{file}: cannot be made: ", one, "--out", file);
        AssertRefused(ExitCode.Failure, $"{_folder.File("notebooks")}: no notebook here.");
    }

    private void AssertRefused(int exitCode, string message, params string[] arguments)
    {
        Ended ended = SmileProcess.RunIn(_folder.Path, new() { ["SMILE_ROOT"] = _folder.Path }, ["publish", .. arguments]);

        Assert.StartsWith($"smile: {message}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal(("", exitCode), (ended.Output, ended.ExitCode));
    }

    private string Page(string name) => File.ReadAllText(_folder.File("out", $"{name}.html"));

    /// <summary>Makes the folder a repository with one commit.</summary>
    private string Commit()
    {
        Git("init", "-q");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "a");
        return Git("rev-parse", "HEAD").Trim();
    }

    private string Git(params string[] arguments)
    {
        using Process git = SmileProcess.Start("git", _folder.Path, [], arguments);
        Ended ended = SmileProcess.End(git);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended.Output;
    }
}
