// JUnit's XML, as Jenkins (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd) and GitLab (docs.gitlab.com, "Unit test reports") read it.
using System.Globalization;
using System.Xml.Linq;

namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

/// <summary>Notebooks as suites, code cells as test cases.</summary>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<NotebookSuite> suites) => XmlReport.ToText(new XElement(
        "testsuites",
        new XAttribute("name", "smile"),
        Counts(suites),
        suites.Select(Suite)));

    private static XElement Suite(NotebookSuite suite) => new(
        "testsuite",
        new XAttribute("name", XmlReport.Clean(suite.Notebook)),
        Counts([suite]),
        new XAttribute("timestamp", suite.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        suite.Cases.Select(cell => Case(suite, cell)));

    private static XElement Case(NotebookSuite suite, CellCase cell) => new(
        "testcase",
        new XAttribute("classname", XmlReport.Clean(Path.GetFileNameWithoutExtension(suite.Notebook))),
        new XAttribute("name", XmlReport.Clean(cell.Name)),
        new XAttribute("file", XmlReport.Clean(suite.Notebook)),
        new XAttribute("time", Seconds(cell.Duration)),
        cell.Error is { } error
            ? new XElement("failure", new XAttribute("message", XmlReport.Message(error)), new XAttribute("type", XmlReport.Clean(error.Name)), XmlReport.Traceback(error))
            : null,
        cell.Outcome == CellOutcome.Skipped ? new XElement("skipped", new XAttribute("message", cell.Reason)) : null);

    private static IEnumerable<XAttribute> Counts(IReadOnlyList<NotebookSuite> suites) =>
    [
        new("tests", suites.Sum(suite => suite.Cases.Count)),
        new("failures", suites.Sum(suite => suite.Count(CellOutcome.Failed))),
        new("errors", 0),
        new("skipped", suites.Sum(suite => suite.Count(CellOutcome.Skipped))),
        new("time", Seconds(suites.Aggregate(TimeSpan.Zero, (sum, suite) => sum + suite.Duration))),
    ];

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
