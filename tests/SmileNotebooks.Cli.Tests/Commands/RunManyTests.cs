// Several notebooks in one call, test reports, and notebooks that take their process with them.
using System.Collections.Immutable;
using System.Xml.Linq;
using SmileNotebooks.Cli.Testing;
using SmileNotebooks.Cli.Tests.Support;
using SmileNotebooks.Host;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class RunManyTests : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Notebooks_run_side_by_side_and_are_told_in_their_order_whatever_one_of_them_does()
    {
        string slow = Notebook("slow", "System.Threading.Thread.Sleep(1500); System.IO.Directory.SetCurrentDirectory(\"/\"); 1", "2");
        string crash = Notebook("crash", "Console.WriteLine(\"so far\");", "Environment.FailFast(\"on purpose\");", "3");
        string fail = Notebook("fail", "throw new Exception(\"bad \\u001b[31m\\u0001 <x>\");", "4");
        string absent = _folder.File("absent.ipynb");
        string junit = _folder.File("cells.xml");
        string trx = _folder.File("cells.trx");

        Ended ended = SmileProcess.Run("run", slow, crash, absent, fail, "--output-dir", _folder.File("out"), "--junit", junit, "--trx", trx, "--jobs", "3");

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Matches(
            @"^slow\.ipynb: ok: 3 cells in .* -> .*slow\.ipynb\ncrash\.ipynb: failed: 3 cells in .* -> .*crash\.ipynb\nfail\.ipynb: failed: 2 cells in .* -> .*fail\.ipynb\n$", ended.Output);
        Assert.Contains($"smile: {crash}: cell 3 failed: ProcessEnded: The notebook's process ended with exit code 134 (abort: a stack overflow, Environment.FailFast or native code) in cell 3.\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains("crash.ipynb: on purpose\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains($"smile: There is no notebook {absent}.\n", ended.Error, StringComparison.Ordinal);
        Assert.StartsWith("so far\n", SmallNotebook.OutputOf(_folder.File("out", "crash.ipynb")), StringComparison.Ordinal);
        Assert.Contains("The notebook's process ended with exit code 134", SmallNotebook.OutputOf(_folder.File("out", "crash.ipynb")), StringComparison.Ordinal);
        AssertJUnit(XDocument.Load(junit).Root!, crash);
        AssertTrx(trx);
    }

    [Fact]
    public void Files_that_would_overwrite_each_other_are_refused()
    {
        string one = _folder.Text("one/a.ipynb", SmallNotebook.With("int n = 0;"));
        string two = _folder.Text("two/a.ipynb", SmallNotebook.With("int n = 0;"));
        string file = _folder.Text("file", "");

        AssertRefused(ExitCode.Usage, $"{one} and {two} would both become a.ipynb: write them into different folders.", one, two, "--output-dir", _folder.File("out"));
        AssertRefused(ExitCode.Usage, "-o takes one notebook; name a folder for several with --output-dir.", one, two, "-o", _folder.File("out.ipynb"));
        AssertRefused(ExitCode.Usage, "-o and --output-dir: give one of them.", one, "--output-dir", _folder.Path, "-o", _folder.File("out.ipynb"));
        AssertRefused(ExitCode.Usage, $"{_folder.File("out.dib")}: only a file whose name ends in .ipynb holds outputs.", one, "-o", _folder.File("out.dib"));
        AssertRefused(ExitCode.Failure, $"{file}: cannot be made: ", one, "--output-dir", file);
        AssertRefused(ExitCode.Failure, $"{_folder.Path}/absent/x.xml: cannot be written: there is no folder {_folder.Path}/absent.", one, "--junit", $"{_folder.Path}/absent/x.xml");
        AssertRefused(ExitCode.Failure, $"{_folder.Path}: cannot be written: there is a folder of that name.", one, "--trx", _folder.Path);
        Assert.Equal(["file", "one/a.ipynb", "two/a.ipynb"], _folder.Files());
    }

    [Theory]
    [InlineData("run", "--output-dir")]
    [InlineData("publish", "--out")]
    public void A_notebook_is_never_replaced_by_its_executed_copy(string command, string option)
    {
        string text = SmallNotebook.With("int n = 0;");
        string notebook = _folder.Text("a.ipynb", text);

        Ended ended = SmileProcess.Run(command, notebook, option, _folder.Path);

        Assert.Equal((ExitCode.Usage, $"smile: {notebook} would be replaced by its executed copy: give another folder than its own with {option}.\n"), (ended.ExitCode, ended.Error));
        Assert.Equal(text, File.ReadAllText(notebook));
        Assert.Equal(["a.ipynb"], _folder.Files());
    }

    [Fact]
    public async Task An_unforeseen_error_with_one_notebook_does_not_cost_the_others_their_run()
    {
        using StringWriter lines = new() { NewLine = "\n" };

        IReadOnlyList<NotebookOutcome> outcomes = await NotebookQueue.RunAsync(
            ["bad.ipynb", "good.ipynb"],
            SideBySide(2),
            (begun, _) => begun.Notebook == "bad.ipynb" ? throw new InvalidOperationException("on purpose") : Task.FromResult(begun with { Line = "done" }),
            lines,
            TestContext.Current.CancellationToken);

        Assert.Matches("^bad.ipynb: an error that should not happen; .*\nSystem.InvalidOperationException: on purpose\n", outcomes[0].Problem!.Message);
        Assert.Equal("done\n", lines.ToString());
        Assert.Equal(ExitCode.Failure, NotebookOutcome.ExitCodeOf(outcomes));
    }

    [Fact]
    public async Task Notebooks_begin_in_the_order_in_which_they_were_named()
    {
        string[] named = [.. Enumerable.Range(0, 200).Select(number => $"{number:000}.ipynb")];
        List<string> begun = [];
        using StringWriter lines = new() { NewLine = "\n" };

        await NotebookQueue.RunAsync(
            named,
            SideBySide(1),
            (notebook, _) =>
            {
                begun.Add(notebook.Notebook); // one at a time
                return Task.FromResult(notebook);
            },
            lines,
            TestContext.Current.CancellationToken);

        Assert.Equal(named, begun);
    }

    private static NotebookSettings SideBySide(int jobs) => new()
    {
        Parameters = ImmutableSortedDictionary<string, ParameterValue>.Empty,
        CellTimeOut = Timeout.InfiniteTimeSpan,
        AllowErrors = false,
        MemoryLimit = null,
        Jobs = jobs,
        Clock = TimeProvider.System,
    };

    private static void AssertJUnit(XElement suites, string crash)
    {
        Assert.Equal(["11", "3", "0", "2"], Attributes(suites, "tests", "failures", "errors", "skipped"));
        XElement suite = suites.Elements("testsuite").Single(suite => (string?)suite.Attribute("name") == crash);
        Assert.Equal(["4", "1", "1"], Attributes(suite, "tests", "failures", "skipped"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", (string)suite.Attribute("timestamp")!);
        XElement[] cases = [.. suite.Elements("testcase")];
        Assert.Equal(["crash", "A test > cell 2: Console.WriteLine(\"so far\");", crash], Attributes(cases[1], "classname", "name", "file"));
        Assert.All(cases, one => Assert.Matches(@"^\d+\.\d{3}$", (string)one.Attribute("time")!));
        Assert.StartsWith("ProcessEnded: The notebook's process ended", (string)cases[2].Element("failure")!.Attribute("message")!, StringComparison.Ordinal);
        Assert.Contains("\non purpose\n", cases[2].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Equal("not reached: cell 3 failed", (string)cases[3].Element("skipped")!.Attribute("message")!);
        XElement failure = suites.Descendants("failure").Single(failure => failure.Value.Contains("<x>", StringComparison.Ordinal));
        Assert.Equal("System.Exception: bad \\u0001 <x>", (string)failure.Attribute("message")!);
        Assert.Single(suites.Descendants("testcase"), one => (string?)one.Attribute("name") == "the notebook can be run");
    }

    private static void AssertTrx(string path)
    {
        TestSummary summary = TestSummary.Read(path);
        Assert.Equal((6, 3), (summary.Passed, summary.Failed));
        Assert.Equal(["not reached: cell 3 failed", "not reached: cell 2 failed"], summary.Skipped.Select(skip => skip.Reason));
        XElement run = XDocument.Load(path).Root!;
        Assert.Equal(["11", "9", "6", "3", "2"], Attributes(run.Descendants(Trx + "Counters").Single(), "total", "executed", "passed", "failed", "notExecuted"));
        string[] tests = [.. run.Descendants(Trx + "UnitTest").Select(test => (string)test.Attribute("id")!)];
        Assert.Equal(tests.Order(), run.Descendants(Trx + "UnitTestResult").Select(result => (string)result.Attribute("testId")!).Order());
        Assert.Equal(11, tests.Distinct().Count());
        Assert.All(tests, id => Assert.True(Guid.TryParse(id, out _)));
    }

    private static string[] Attributes(XElement element, params string[] names) => [.. names.Select(name => (string)element.Attribute(name)!)];

    private static void AssertRefused(int exitCode, string message, params string[] arguments)
    {
        Ended ended = SmileProcess.Run(["run", .. arguments]);

        Assert.StartsWith($"smile: {message}", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal(("", exitCode), (ended.Output, ended.ExitCode));
    }

    private string Notebook(string name, params string[] code) => _folder.Text($"{name}.ipynb", SmallNotebook.With("int n = 0;", code));
}
