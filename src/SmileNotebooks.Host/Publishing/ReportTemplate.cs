// The page around the cells: head, title, table of contents, provenance.
using System.Text;

namespace SmileNotebooks.Host;

internal static class ReportTemplate
{
    public static string Render(ReportBody body, ReportSummary summary, ReportProvenance provenance, PlotlyLibrary? plotly, string language) => $"""
        <!DOCTYPE html>
        <html lang="{Html.Escape(language)}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy(body, plotly)}">
        <title>{Html.Escape(body.Title)}</title>
        {summary.ToHtml()}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="description" content="{Html.Escape(body.Abstract)}">
        <meta name="generator" content="SmileNotebooks">
        <style>{PageAssets.PageStyle}{PageAssets.ReportStyle}</style>
        <script>{PageAssets.ThemeScript}</script>
        </head>
        <body{(HasContents(body) ? " class=\"with-contents\"" : "")}>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="page-head">
        <h1>{Html.Escape(body.Title)}</h1>
        <div class="page-line"><p>{Facts(body, provenance)}</p>
        <div class="page-tools">{(body.CodeCells > 0 ? "<button type=\"button\" id=\"code-toggle\" aria-pressed=\"false\">Show all code</button>" : "")}<button type="button" id="theme-toggle">Dark</button></div></div>
        </header>
        {Contents(body)}<main id="content" tabindex="-1">
        {body.Html}</main>
        {ProvenanceFooter.Render(provenance)}
        <script>{PageAssets.ReportScript}</script>
        {Figures(plotly)}</body>
        </html>

        """;

    /// <summary>
    /// No source may be fetched from a network. Without a script in the outputs only the page's scripts may run, told by their hashes.
    /// plotly.js compiles code of its own with new Function for some traces, hence 'unsafe-eval'.
    /// </summary>
    private static string Policy(ReportBody body, PlotlyLibrary? plotly)
    {
        string scripts = body.UsesAuthorScript
            ? "'unsafe-inline'"
            : $"{PageAssets.HashSource(PageAssets.ThemeScript)} {PageAssets.HashSource(PageAssets.ReportScript)}"
                + (plotly is null ? "" : $" {PageAssets.HashSource(PageAssets.FigureScript)} {plotly.HashSource}");
        string eval = body.UsesAuthorScript || plotly is not null ? " 'unsafe-eval'" : "";
        return $"default-src 'none'; script-src {scripts}{eval}; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; font-src data:; "
            + "connect-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'";
    }

    private static string Facts(ReportBody body, ReportProvenance provenance)
    {
        string cells = body.CodeCells == 0 ? "" : $" · {body.CodeCells} code {(body.CodeCells == 1 ? "cell" : "cells")} in {Html.Duration(provenance.Duration)}";
        string failed = body.FailedCells == 0 ? "" : $" · <strong class=\"failure\">{body.FailedCells} failed</strong>";
        return $"{Html.Time(provenance.StartedAt)}{cells}{failed} · <a href=\"#provenance\">Run it again</a>";
    }

    private static bool HasContents(ReportBody body) => body.Headings.Count > 1;

    private static string Contents(ReportBody body)
    {
        if (!HasContents(body))
        {
            return "";
        }

        int top = body.Headings.Min(heading => heading.Level);
        StringBuilder items = new();
        foreach (PageHeading heading in body.Headings.Where(heading => heading.Level < top + 3))
        {
            items.Append($"<li class=\"level-{heading.Level - top}\"><a href=\"#{Html.Escape(heading.Id)}\">{Html.Escape(heading.Text)}</a></li>\n");
        }

        return $"""
            <nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>
            <ol>
            {items}</ol></details></nav>

            """;
    }

    private static string Figures(PlotlyLibrary? plotly) => plotly is null ? "" : $"""
        <script type="application/gzip" id="plotly-library">{plotly.Gzip}</script>
        <script>{PageAssets.FigureScript}</script>

        """;
}
