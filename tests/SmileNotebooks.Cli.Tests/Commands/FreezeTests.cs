// `smile publish` of what it has published before: what is run again, what is not, and what the report says of it.
using System.Text;
using System.Text.RegularExpressions;
using SmileNotebooks.Cli.Tests.Support;
using SmileNotebooks.Host;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed partial class FreezeTests : IDisposable
{
    // Each run leaves a line behind: how often the notebook ran.
    private const string Count = "System.IO.File.AppendAllText(\"ran\", \"x\");";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_unchanged_notebook_is_not_run_again_and_its_report_keeps_its_time()
    {
        _folder.Text("data/a.csv", "1");
        string notebook = Notebook(Count, "System.IO.File.ReadAllText(\"data/a.csv\")");
        Publish(notebook);
        string page = Page();

        Ended again = Publish(notebook);

        Assert.Equal(ExitCode.Success, again.ExitCode);
        Assert.Matches(@"^same   a\.ipynb, run \d{4}-\d\d-\d\d \d\d:\d\d:\d\d: code, parameters, 1 file are unchanged -> .*a\.html\nOpen .*\n1 notebook was not run again; --force runs what is unchanged, too\.\n$", again.Output);
        Assert.Equal(page, Page());
        Assert.Equal(1, Runs);

        Ended forced = Publish(notebook, "--force");
        Assert.StartsWith("ok     a.ipynb in ", forced.Output, StringComparison.Ordinal);
        Assert.Equal(2, Runs);
    }

    [Fact]
    public void What_changed_is_named_and_runs_the_notebook_again()
    {
        _folder.Text("data/a.csv", "1");
        string notebook = Notebook(Count, "System.IO.File.ReadAllText(\"data/a.csv\")");
        Publish(notebook);

        _folder.Text("data/a.csv", "2");
        Assert.Contains(" (changed: file data/a.csv) -> ", Publish(notebook).Output, StringComparison.Ordinal);
        Assert.Contains(" (changed: parameters) -> ", Publish(notebook, "-p", "number=2").Output, StringComparison.Ordinal);
        Assert.StartsWith("same ", Publish(notebook, "-p", "number=2").Output, StringComparison.Ordinal);
        Notebook(Count, "System.IO.File.ReadAllText(\"data/a.csv\") + 1");
        Assert.Contains(" (changed: code, parameters) -> ", Publish(notebook).Output, StringComparison.Ordinal);
        Assert.Equal(4, Runs);
    }

    [Fact]
    public void New_text_makes_a_new_page_of_the_old_run()
    {
        string notebook = Notebook(Count, "number + 41");
        Publish(notebook);

        _folder.Text("a.ipynb", File.ReadAllText(notebook).Replace("# A test", "# Another title", StringComparison.Ordinal));
        Ended again = Publish(notebook);

        Assert.StartsWith("same ", again.Output, StringComparison.Ordinal);
        Assert.Contains("<title>Another title</title>", Page(), StringComparison.Ordinal);
        Assert.Contains("42", SmallNotebook.OutputOf(_folder.File("out", "a.ipynb")), StringComparison.Ordinal);
        Assert.Equal(1, Runs);
    }

    [Fact]
    public void A_page_is_printed_again_only_where_its_PDF_is_of_another_one()
    {
        Assert.SkipWhen(BrowserFinder.Find() is null, "No browser prints here.");
        string notebook = Notebook(Count, "number + 41");
        string pdf = _folder.File("out", "a.pdf");
        Assert.Equal(ExitCode.Success, Publish(notebook, "--pdf").ExitCode);
        DateTime first = File.GetLastWriteTimeUtc(pdf);
        Assert.Equal(ExitCode.Success, Publish(notebook, "--pdf").ExitCode);
        Assert.Equal(first, File.GetLastWriteTimeUtc(pdf));

        // The new page is published without being printed: the PDF that is there is of the old one.
        _folder.Text("a.ipynb", File.ReadAllText(notebook).Replace("# A test", "# Another title", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Success, Publish(notebook).ExitCode);
        Assert.Equal(ExitCode.Success, Publish(notebook, "--pdf").ExitCode);

        Assert.Contains("/Title (Another title)", File.ReadAllText(pdf, Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_failed_is_run_again()
    {
        string notebook = Notebook(Count, "throw new Exception(\"no\");");

        Assert.Equal(ExitCode.Failure, Publish(notebook).ExitCode);
        Assert.Equal(ExitCode.Failure, Publish(notebook).ExitCode);
        Assert.Equal(2, Runs);
    }

    [Fact]
    public void A_crash_is_published_with_what_was_put_out_and_does_not_cost_the_others_their_reports()
    {
        string crash = _folder.Text("crash.ipynb", SmallNotebook.With("int n = 1;", "Console.WriteLine(\"so far\");", "Environment.Exit(3);"));
        string good = Notebook("number + 41");

        Ended ended = SmileProcess.RunIn(_folder.Path, [], "publish", crash, good, "--out", _folder.File("out"));

        Assert.Equal(ExitCode.Failure, ended.ExitCode);
        Assert.Matches(@"^failed crash\.ipynb in .*\nok     a\.ipynb in .*\nOpen .*\n$", ended.Output);
        string page = File.ReadAllText(_folder.File("out", "crash.html"));
        Assert.Contains("so far", page, StringComparison.Ordinal);
        Assert.Contains("The notebook&#39;s process ended with exit code 3 (Environment.Exit, or native code that exits) in cell 3.", page.Replace("&#x27;", "&#39;", StringComparison.Ordinal).Replace("notebook's", "notebook&#39;s", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_clock_that_stands_still_two_runs_give_the_same_bytes()
    {
        string notebook = Notebook("Console.WriteLine(1);", "display(new { A = 1 });", "#!time\nnew[] { 1, 2 }", "throw new Exception(\"no\");");
        foreach (string folder in (string[])["one", "two"])
        {
            SmileProcess.RunIn(_folder.Path, new() { ["SOURCE_DATE_EPOCH"] = "1700000000" }, "publish", notebook, "--out", folder);
            Thread.Sleep(20);
        }

        foreach (string file in (string[])["a.html", "a.ipynb"])
        {
            Assert.Equal(File.ReadAllBytes(_folder.File("one", file)), File.ReadAllBytes(_folder.File("two", file)));
        }

        Assert.Contains("2023-11-14", File.ReadAllText(_folder.File("one", "a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_is_none_is_refused()
    {
        Ended ended = SmileProcess.RunIn(_folder.Path, new() { ["SOURCE_DATE_EPOCH"] = "yesterday" }, "publish", Notebook("1"), "--out", _folder.File("out"));
        Assert.Equal((ExitCode.Usage, "smile: SOURCE_DATE_EPOCH is 'yesterday', expected whole seconds since 1970.\n"), (ended.ExitCode, ended.Error));
    }

    [Fact]
    public void A_site_shares_what_its_pages_have_in_common_and_links_to_the_notebook()
    {
        Ended ended = Publish(Notebook("number"), "--site");

        Assert.Equal((ExitCode.Success, ""), (ended.ExitCode, ended.Error));
        Assert.Matches(NotebookLink(), Page());
    }

    private int Runs => File.ReadAllText(_folder.File("ran")).Length;

    private string Page() => File.ReadAllText(_folder.File("out", "a.html"));

    private Ended Publish(string notebook, params string[] more) =>
        SmileProcess.RunIn(_folder.Path, new() { ["SMILE_ROOT"] = _folder.Path }, ["publish", notebook, "--out", _folder.File("out"), .. more]);

    private string Notebook(params string[] code) => _folder.Text("a.ipynb", SmallNotebook.With("int number = 1;", code));

    [GeneratedRegex("href=\"(\\./)?a\\.ipynb\"")]
    private static partial Regex NotebookLink();
}
