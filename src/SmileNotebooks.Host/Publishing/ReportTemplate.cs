// The page around the cells: head, title, table of contents, provenance.
using System.Text;

namespace SmileNotebooks.Host;

internal static class ReportTemplate
{
    public static string Render(ReportPage page)
    {
        ReportBody body = page.Body;
        return $"""
            <!DOCTYPE html>
            <html lang="{Html.Escape(page.Language)}"{(page.Plotly is null ? "" : " data-figures=\"waiting\"")}>
            {PageHead.Render(body.Title, PagePolicy.Of(page), PageAssets.ReportStyle, $"{page.Summary.ToHtml()}\n<meta name=\"description\" content=\"{Html.Escape(body.Abstract)}\">\n")}
            <body{(HasContents(body) ? " class=\"with-contents\"" : "")}>
            <a class="skip" href="#content">Skip to the content</a>
            <header class="page-head">
            {PageNeighbours.Place}
            <h1>{Html.Escape(body.Title)}</h1>
            <div class="page-line"><p>{Facts(page)}</p>
            <div class="page-tools">{(body.CodeCells > 0 ? "<button type=\"button\" id=\"code-toggle\" aria-pressed=\"false\">Show all code</button>" : "")}<button type="button" id="theme-toggle">Dark</button></div></div>
            {MissingNote.Render(page.Missing)}</header>
            {Contents(body)}<main id="content" tabindex="-1">
            {body.Html}</main>
            {PageFoot.Render(page)}
            {page.Hints.ToHtml()}{page.Card.ToHtml()}
            <script>{PageAssets.ReportScript}</script>
            {Figures(page)}</body>
            </html>

            """;
    }

    private static string Facts(ReportPage page)
    {
        ReportBody body = page.Body;
        ReportProvenance provenance = page.Provenance;
        string count = body.CodeCells == 0 ? "" : $" · {body.CodeCells} code {(body.CodeCells == 1 ? "cell" : "cells")}";
        if (!page.Missing.IsEmpty)
        {
            return $"<strong class=\"not-run\">Not run</strong>{count} · <a href=\"#provenance\">Run it</a> · <a href=\"#citation\">Cite it</a>";
        }

        string cells = count.Length == 0 ? "" : $"{count} in {Html.Duration(provenance.Duration)}";
        string failed = body.FailedCells == 0 ? "" : $" · <strong class=\"failure\">{body.FailedCells} failed</strong>";
        return $"{Html.Time(provenance.StartedAt)}{cells}{failed} · <a href=\"#provenance\">Run it again</a> · <a href=\"#citation\">Cite it</a>";
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

    private static string Figures(ReportPage page) => page.Plotly is null ? "" : $"""
        {(page.SharesPlotly ? $"<script type=\"text/plain\" id=\"plotly-file\" data-src=\"{SharedAssets.AddressOf(page.Plotly)}\"></script>" : page.Plotly.Packed.ToHtml("plotly-library"))}
        <script>{PageAssets.FigureScript}</script>

        """;
}
