// The page of a project's glossary: terms in their groups, each with the reports that use it.
using System.Text;

namespace SmileNotebooks.Host;

internal static class GlossaryPage
{
    public static string Render(Glossary glossary, IReadOnlyList<ListedReport> reports)
    {
        StringBuilder groups = new();
        string[] names = [.. glossary.Entries.Select(entry => entry.Group).Distinct()];
        foreach (string group in names)
        {
            string heading = group.Length == 0 ? "" : $"<h2 id=\"{Html.Escape(HeadingIds.IdOf(group))}\">{Html.Escape(group)}</h2>\n";
            groups.Append($"<section>\n{heading}<dl>\n{string.Concat(glossary.Entries.Where(entry => entry.Group == group).Select(entry => Entry(glossary, entry.Term, entry.Markdown, reports)))}</dl>\n</section>\n");
        }

        string introduction = glossary.Introduction.Length == 0 ? "" : Markdown(glossary.Introduction, new(null, null));
        string contents = string.Concat(names.Where(name => name.Length > 0).Select(name => $"<li><a href=\"#{Html.Escape(HeadingIds.IdOf(name))}\">{Html.Escape(name)}</a></li>"));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            {PageHead.Render(glossary.Title, PagePolicy.OfGlossary, PageAssets.GlossaryStyle)}
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header class="page-head">
            <nav class="site" aria-label="Reports"><a class="home" href="./{ReportIndex.FileName}">All reports</a></nav>
            <h1>{Html.Escape(glossary.Title)}</h1>
            <div class="page-line"><p>{glossary.Entries.Count} {(glossary.Entries.Count == 1 ? "term" : "terms")}</p>
            <div class="page-tools"><button type="button" id="theme-toggle">Dark</button></div></div>
            </header>
            <main id="content" tabindex="-1">
            {introduction}{(contents.Length == 0 ? "" : $"<nav class=\"groups\" aria-label=\"Groups of terms\"><ul>{contents}</ul></nav>")}
            {groups}</main>
            </body>
            </html>

            """;
    }

    private static string Entry(Glossary glossary, GlossaryTerm term, string markdown, IReadOnlyList<ListedReport> reports)
    {
        GlossaryTerms others = new(glossary, null);
        others.Skip(term);
        string also = term.Names.Length == 1 ? "" : $" <span class=\"also\">{Html.Escape(string.Join(", ", term.Names[1..]))}</span>";
        string used = string.Join(", ", reports.Where(report => report.Card.Terms.Contains(term.Id)).Select(report => $"<a href=\"{report.Link.Address}\">{report.Link.Named}</a>"));
        return $"""
            <div><dt id="{Html.Escape(term.Id)}"><dfn>{Html.Escape(term.Name)}</dfn>{also}</dt>
            <dd>{Markdown(markdown, others)}{(used.Length == 0 ? "" : $"<p class=\"used\">In: {used}</p>")}</dd></div>

            """;
    }

    // Links of a glossary lead out or to its own terms: a file beside it does not come with the page.
    private static string Markdown(string markdown, GlossaryTerms terms) =>
        new MarkdownRenderer(new LinkPolicy(null, null), terms).Cell(MarkdownRenderer.Parse(markdown), null, new SectionCollector());
}
