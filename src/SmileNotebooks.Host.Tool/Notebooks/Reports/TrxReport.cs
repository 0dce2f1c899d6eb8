// Visual Studio's .trx, laid out as `dotnet test` writes it.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

/// <summary>Code cells as unit tests of their notebook.</summary>
internal static class TrxReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // The kind of a unit test, and the list of results that are in no list, as Visual Studio knows them.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static string Write(IReadOnlyList<NotebookSuite> suites)
    {
        (NotebookSuite Suite, CellCase Cell, string Test, string Execution)[] cases =
        [
            .. suites.SelectMany(suite => suite.Cases.Select(cell => (suite, cell, Id($"test {suite.Notebook} {cell.Name}"), Id($"run {suite.Notebook} {cell.Name} {suite.StartedAt:O}")))),
        ];
        string start = Time(suites.Select(suite => suite.StartedAt).DefaultIfEmpty().Min());
        string finish = Time(suites.Select(suite => suite.StartedAt + suite.Duration).DefaultIfEmpty().Max());
        return XmlReport.ToText(new XElement(
            Trx + "TestRun",
            new XAttribute("id", Id($"{string.Join('|', suites.Select(suite => suite.Notebook))} {start}")),
            new XAttribute("name", $"smile run {start}"),
            new XElement(Trx + "Times", new XAttribute("creation", start), new XAttribute("queuing", start), new XAttribute("start", start), new XAttribute("finish", finish)),
            new XElement(Trx + "Results", cases.Select(one => Result(one.Suite, one.Cell, one.Test, one.Execution))),
            new XElement(Trx + "TestDefinitions", cases.Select(one => Definition(one.Suite, one.Cell, one.Test, one.Execution))),
            new XElement(Trx + "TestEntries", cases.Select(one => new XElement(
                Trx + "TestEntry", new XAttribute("testId", one.Test), new XAttribute("executionId", one.Execution), new XAttribute("testListId", NoList)))),
            new XElement(Trx + "TestLists", new XElement(Trx + "TestList", new XAttribute("name", "Results Not in a List"), new XAttribute("id", NoList))),
            Summary(suites)));
    }

    private static XElement Result(NotebookSuite suite, CellCase cell, string test, string execution) => new(
        Trx + "UnitTestResult",
        new XAttribute("executionId", execution),
        new XAttribute("testId", test),
        new XAttribute("testName", FullName(suite, cell)),
        new XAttribute("computerName", Environment.MachineName),
        new XAttribute("duration", cell.Duration.ToString("c", CultureInfo.InvariantCulture)),
        new XAttribute("startTime", Time(suite.StartedAt)),
        new XAttribute("endTime", Time(suite.StartedAt + cell.Duration)),
        new XAttribute("testType", UnitTestType),
        new XAttribute("outcome", cell.Outcome switch { CellOutcome.Passed => "Passed", CellOutcome.Failed => "Failed", _ => "NotExecuted" }),
        new XAttribute("testListId", NoList),
        new XAttribute("relativeResultsDirectory", execution),
        Output(cell));

    private static XElement? Output(CellCase cell) =>
        cell.Error is { } error ? Output(new XElement(Trx + "Message", XmlReport.Message(error)), new XElement(Trx + "StackTrace", XmlReport.Traceback(error)))
        : cell.Outcome == CellOutcome.Skipped ? Output(new XElement(Trx + "Message", cell.Reason))
        : null;

    private static XElement Output(params XElement[] information) => new(Trx + "Output", new XElement(Trx + "ErrorInfo", information));

    private static XElement Definition(NotebookSuite suite, CellCase cell, string test, string execution) => new(
        Trx + "UnitTest",
        new XAttribute("name", FullName(suite, cell)),
        new XAttribute("storage", XmlReport.Clean(suite.Notebook)),
        new XAttribute("id", test),
        new XElement(Trx + "Execution", new XAttribute("id", execution)),
        new XElement(
            Trx + "TestMethod",
            new XAttribute("codeBase", XmlReport.Clean(suite.Notebook)),
            new XAttribute("adapterTypeName", "executor://smilenotebooks/"),
            new XAttribute("className", XmlReport.Clean(Path.GetFileNameWithoutExtension(suite.Notebook))),
            new XAttribute("name", XmlReport.Clean(cell.Name))));

    private static XElement Summary(IReadOnlyList<NotebookSuite> suites)
    {
        int Of(CellOutcome outcome) => suites.Sum(suite => suite.Count(outcome));
        int total = suites.Sum(suite => suite.Cases.Count);
        return new XElement(
            Trx + "ResultSummary",
            new XAttribute("outcome", Of(CellOutcome.Failed) > 0 ? "Failed" : "Completed"),
            new XElement(
                Trx + "Counters",
                new XAttribute("total", total),
                new XAttribute("executed", total - Of(CellOutcome.Skipped)),
                new XAttribute("passed", Of(CellOutcome.Passed)),
                new XAttribute("failed", Of(CellOutcome.Failed)),
                new XAttribute("notExecuted", Of(CellOutcome.Skipped))));
    }

    private static string FullName(NotebookSuite suite, CellCase cell) => XmlReport.Clean($"{Path.GetFileNameWithoutExtension(suite.Notebook)}: {cell.Name}");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The same for the same test in every run, so that a server can follow it.</summary>
    private static string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
