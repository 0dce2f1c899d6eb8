// The links of a page to the other reports of its folder. Which they are is known once all are written, so that each page holds two places for them.
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>A report as others link to it.</summary>
/// <param name="FileName">Its page.</param>
/// <param name="Title">Its title, plain text.</param>
internal sealed record ReportLink(string FileName, string Title)
{
    public string Address => Html.Escape("./" + Uri.EscapeDataString(FileName));

    /// <summary>The number that the file's name begins with, as it is written there; empty if it begins with none.</summary>
    public string Number => new([.. FileName.TakeWhile(char.IsAsciiDigit)]);

    public string Named => Html.Escape(Number.Length == 0 ? Title : $"{Number} {Title}");
}

internal static class PageNeighbours
{
    private const string Before = "<!--reports-->";
    private const string After = "<!--/reports-->";

    /// <summary>A place that is still empty.</summary>
    public const string Place = Before + After;

    /// <summary>The page with its links. The first place is at its head, the last at its foot; what cells put out stands between them.</summary>
    public static string Fill(string html, ReportLink? previous, ReportLink? next, string? glossary)
    {
        html = Replace(html, html.IndexOf(Before, StringComparison.Ordinal), Head(previous, next, glossary));
        return Replace(html, html.LastIndexOf(Before, StringComparison.Ordinal), Foot(previous, next));
    }

    private static string Replace(string html, int begin, string links)
    {
        int end = begin < 0 ? -1 : html.IndexOf(After, begin, StringComparison.Ordinal);
        return end < 0 ? html : string.Concat(html.AsSpan(0, begin + Before.Length), links, html.AsSpan(end));
    }

    private static string Head(ReportLink? previous, ReportLink? next, string? glossary)
    {
        StringBuilder links = new();
        Link(links, previous, "prev", "Previous report", "← {0}");
        Link(links, next, "next", "Next report", "{0} →");
        string terms = glossary is null ? "" : $"<a href=\"./{Html.Escape(glossary)}\">Glossary</a>";
        return $"<nav class=\"site\" aria-label=\"Reports\"><a class=\"home\" href=\"./{ReportIndex.FileName}\">All reports</a>{terms}<span class=\"beside\">{links}</span></nav>";
    }

    private static string Foot(ReportLink? previous, ReportLink? next)
    {
        StringBuilder links = new();
        Card(links, previous, "prev", "← Previous");
        Card(links, next, "next", "Next →");
        return links.Length == 0 ? "" : $"<nav class=\"onward\" aria-label=\"Previous and next report\">{links}</nav>";
    }

    // At the head only a number or an arrow, so that a phone has room for it; the whole title for those who listen and at the foot.
    private static void Link(StringBuilder links, ReportLink? report, string relation, string words, string shown)
    {
        if (report is not null)
        {
            links.Append($"<a rel=\"{relation}\" href=\"{report.Address}\" aria-label=\"{words}: {report.Named}\">{string.Format(null, shown, Html.Escape(report.Number)).Trim()}</a>");
        }
    }

    private static void Card(StringBuilder links, ReportLink? report, string relation, string words)
    {
        if (report is not null)
        {
            links.Append($"<a rel=\"{relation}\" href=\"{report.Address}\"><span>{words}</span><strong>{report.Named}</strong></a>");
        }
    }
}
