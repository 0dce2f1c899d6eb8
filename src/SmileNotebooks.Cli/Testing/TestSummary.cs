// What the test runners report, added up.
using System.Xml;
using System.Xml.Linq;

namespace SmileNotebooks.Cli.Testing;

/// <summary>Counts of tests, and the reasons of those that were skipped.</summary>
internal sealed record TestSummary(int Passed, int Failed, IReadOnlyList<(string Test, string Reason)> Skipped)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Skips that CI accepts: what is absent there by design.</summary>
    private static readonly string[] AcceptedReasons = ["../shared is absent", "no GPU"];

    public static TestSummary operator +(TestSummary a, TestSummary b) =>
        new(a.Passed + b.Passed, a.Failed + b.Failed, [.. a.Skipped, .. b.Skipped]);

    /// <summary>Skipped tests whose reason CI does not accept.</summary>
    public IEnumerable<(string Test, string Reason)> UnacceptedSkips =>
        Skipped.Where(skip => !AcceptedReasons.Any(reason => skip.Reason.StartsWith(reason, StringComparison.Ordinal)));

    /// <summary>Reads a .trx file; one that is cut short counts as a failure.</summary>
    public static TestSummary Read(string path)
    {
        int passed = 0, failed = 0;
        List<(string, string)> skipped = [];
        XDocument report;
        try
        {
            report = XDocument.Load(path);
        }
        catch (XmlException)
        {
            return new TestSummary(0, 1, []);
        }

        foreach (XElement result in report.Descendants(Trx + "UnitTestResult"))
        {
            string name = (string?)result.Attribute("testName") ?? "?";
            switch ((string?)result.Attribute("outcome"))
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped.Add((name, Reason(result)));
                    break;
                case "NotRunnable":
                    // An explicit test: a program that fills a table of docs/ when it is called by name, and no check.
                    break;
                default:
                    failed++;
                    break;
            }
        }

        return new TestSummary(passed, failed, skipped);
    }

    private static string Reason(XElement result) =>
        (result.Descendants(Trx + "Message").FirstOrDefault()?.Value ?? result.Descendants(Trx + "StdOut").FirstOrDefault()?.Value ?? "no reason given").Trim();
}
