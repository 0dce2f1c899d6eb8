using SmileNotebooks.Cli.Testing;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Testing;

public sealed class TestSummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Outcomes_are_counted_and_reasons_of_skips_kept()
    {
        TestSummary summary = Read(
            Result("A.passes", "Passed"),
            Result("A.passes_too", "Passed"),
            Result("A.fails", "Failed", "<ErrorInfo><Message>boom</Message></ErrorInfo>"),
            Result("A.breaks", "Error"),
            Result("A.is_explicit", "NotRunnable"),
            Result("A.waits", "NotExecuted", "<ErrorInfo><Message> no GPU here </Message></ErrorInfo>"),
            Result("A.says", "NotExecuted", "<StdOut>chromium is absent</StdOut>"),
            Result("A.is_silent", "NotExecuted"));

        Assert.Equal((2, 2), (summary.Passed, summary.Failed));
        Assert.Equal([("A.waits", "no GPU here"), ("A.says", "chromium is absent"), ("A.is_silent", "no reason given")], summary.Skipped);
    }

    [Fact]
    public void Only_what_is_absent_in_CI_by_design_is_accepted_as_a_reason()
    {
        TestSummary summary = new(1, 0, [("a", "../shared is absent: data/x"), ("b", "no GPU"), ("c", "chromium is absent"), ("d", "because ../shared is absent"), ("e", "no reason given")]);

        Assert.Equal(["c", "d", "e"], summary.UnacceptedSkips.Select(skip => skip.Test));
    }

    [Fact]
    public void Summaries_add_up()
    {
        TestSummary sum = new TestSummary(1, 2, [("a", "x")]) + new TestSummary(10, 20, [("b", "y")]);

        Assert.Equal((11, 22), (sum.Passed, sum.Failed));
        Assert.Equal([("a", "x"), ("b", "y")], sum.Skipped);
    }

    [Fact]
    public void A_report_without_tests_counts_none() => Assert.Equal((0, 0, 0), Counts(Read()));

    [Theory]
    [InlineData("")]
    [InlineData("<TestRun><Results>")]
    public void A_report_that_is_cut_short_is_a_failure_and_no_crash(string text)
    {
        TestSummary summary = TestSummary.Read(_folder.Text("cut.trx", text));

        Assert.Equal((0, 1, 0), Counts(summary));
    }

    private static (int, int, int) Counts(TestSummary summary) => (summary.Passed, summary.Failed, summary.Skipped.Count);

    private static string Result(string name, string outcome, string output = "") =>
        $"<UnitTestResult testName=\"{name}\" outcome=\"{outcome}\"><Output>{output}</Output></UnitTestResult>";

    private TestSummary Read(params string[] results) => TestSummary.Read(_folder.Text(
        "report.trx",
        $"<?xml version=\"1.0\"?><TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{string.Concat(results)}</Results></TestRun>"));
}
