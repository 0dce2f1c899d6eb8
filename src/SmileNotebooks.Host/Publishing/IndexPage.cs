// The front page of a folder of reports: a card for each, and a search over all of them that needs nothing but this page.
using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Host;

internal static class IndexPage
{
    public static string Render(IReadOnlyList<ListedReport> reports, IndexOptions options, string? glossary)
    {
        string cards = string.Concat(reports.Select(Card));
        string list = reports.Count == 0 ? "<p>There is no report in this folder yet.</p>" : $"<ol class=\"reports\">\n{cards}</ol>";
        string terms = glossary is null ? "" : $"<a class=\"tool\" href=\"./{Html.Escape(glossary)}\">Glossary</a>";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            {PageHead.Render(options.Title, PagePolicy.OfIndex, PageAssets.IndexStyle)}
            <body class="front">
            <a class="skip" href="#content">Skip to the reports</a>
            <header class="page-head">
            <h1>{Html.Escape(options.Title)}</h1>
            {(options.Lead.Length == 0 ? "" : $"<p class=\"lead\">{Html.Escape(options.Lead)}</p>")}
            <div class="page-line"><p>{Count(reports)}</p>
            {terms}<div class="page-tools"><button type="button" id="theme-toggle">Dark</button></div></div>
            </header>
            {(reports.Count == 0 ? "" : Search)}
            <main id="content" tabindex="-1">
            {list}
            </main>
            <script type="application/json" id="search-index">{Html.Json(JsonSerializer.Serialize(Searched(reports, glossary is null ? null : options.Glossary)))}</script>
            <script>{PageAssets.IndexScript}</script>
            </body>
            </html>

            """;
    }

    private const string Search = """
        <div class="search" role="search">
        <label for="query">Search all reports <kbd>/</kbd></label>
        <input type="search" id="query" autocomplete="off" spellcheck="false" aria-describedby="found" aria-controls="hits">
        <p id="found" role="status"></p>
        <ol id="hits" hidden></ol>
        </div>
        """;

    private static string Count(IReadOnlyList<ListedReport> reports)
    {
        int failed = reports.Count(report => report.Summary.FailedCells > 0);
        string count = reports.Count == 1 ? "1 report" : $"{reports.Count} reports";
        int left = reports.Count(report => !report.Card.Missing.IsEmpty);
        string notRun = left == 0 ? "" : $" · <strong class=\"not-run\">{left} not run</strong>";
        string kept = reports.Count > left && reports.All(report => report.Card.IsKept || !report.Card.Missing.IsEmpty) ? " · run again only when code or data change" : "";
        return failed == 0 ? count + notRun + kept : $"{count}{notRun} · <strong class=\"failure\">{failed} with a failed cell</strong>";
    }

    private static string Card(ListedReport report)
    {
        string sentence = report.Card.Sentence.Length == 0 ? "" : $"<p class=\"sentence\">{Html.Escape(report.Card.Sentence)}</p>\n";
        string number = report.Link.Number.Length == 0 ? "" : $"<span class=\"number\">{report.Link.Number}</span>";
        return $"""
            <li>{Picture(report)}
            <div class="words"><p class="badges">{number}{string.Concat(report.Card.Data.Select(Badge))}</p>
            <h2><a href="{report.Link.Address}">{Html.Escape(report.Summary.Title)}</a></h2>
            {sentence}<p class="facts">{Facts(report)}</p></div></li>

            """;
    }

    private static string Picture(ListedReport report)
    {
        if (report.Card.Picture is not { } picture)
        {
            return $"<div class=\"picture none\" aria-hidden=\"true\"><span>{(report.Link.Number is { Length: > 0 } number ? number : Html.Escape(FirstLetter(report.Summary.Title)))}</span></div>";
        }

        string words = Html.Escape(picture.Words);
        string light = $"<img src=\"{Html.Escape(picture.Light)}\" alt=\"{words}\" width=\"640\" height=\"400\"{(picture.Dark is null ? "" : " class=\"on-light\"")}>";
        string dark = picture.Dark is null ? "" : $"<img src=\"{Html.Escape(picture.Dark)}\" alt=\"{words}\" width=\"640\" height=\"400\" class=\"on-dark\">";
        return $"<div class=\"picture\">{light}{dark}</div>";
    }

    private static string FirstLetter(string title) => title.Length == 0 ? "" : System.Globalization.StringInfo.GetNextTextElement(title);

    private static string Badge(string kind) => kind switch
    {
        ReportMetadata.Real => "<span class=\"badge real\">Real data</span>",
        ReportMetadata.Simulated => "<span class=\"badge simulated\">Simulated data</span>",
        ReportMetadata.Published => "<span class=\"badge published\">Published results</span>",
        _ => $"<span class=\"badge\">{Html.Escape(kind)}</span>",
    };

    private static string Facts(ListedReport report)
    {
        ReportSummary summary = report.Summary;
        if (report.Card.Missing is [_, ..] missing)
        {
            return $"<strong class=\"not-run\">not run</strong> · needs {string.Join("; ", missing.Select(need => $"{Html.Escape(need.FileName)}: <code>{Html.Escape(need.How)}</code>"))}";
        }

        string status = summary.FailedCells == 0
            ? "<span class=\"success\">ok</span>"
            : $"<strong class=\"failure\">{summary.FailedCells} failed {(summary.FailedCells == 1 ? "cell" : "cells")}</strong>";
        string seeds = report.Card.Seeds is { } said ? $" · {(said.Any(char.IsWhiteSpace) ? "seeds" : "seed")} {Html.Escape(said)}" : "";
        return $"{status} · ran {Html.Duration(summary.Duration)}{seeds} · {Html.Time(summary.StartedAt)}";
    }

    /// <summary>What index.js searches: [file, title, [[id, heading, text], ...]] for each report, then the terms of the glossary.</summary>
    private static object[][] Searched(IReadOnlyList<ListedReport> reports, Glossary? glossary)
    {
        List<object[]> all =
        [
            .. reports.Select(report => new object[]
            {
                report.Link.FileName, report.Summary.Title, report.Card.Sections.Select(section => new[] { section.Id, section.Heading, section.Text }),
            }),
        ];
        if (glossary is not null)
        {
            all.Add([Glossary.PageName, glossary.Title, glossary.Entries.Select(entry => new[] { entry.Term.Id, string.Join(", ", entry.Term.Names), entry.Term.Text })]);
        }

        return [.. all];
    }
}
