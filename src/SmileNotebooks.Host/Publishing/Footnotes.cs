// Footnotes with numbers that go on through the page: each cell is a Markdown document of its own, whose notes begin at 1.
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SmileNotebooks.Host;

internal static class Footnotes
{
    /// <param name="renderer">What writes the cell.</param>
    /// <param name="before">How many notes the cells before have.</param>
    public static void Use(HtmlRenderer renderer, int before)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new Links(before));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new Notes(before));
    }

    private sealed class Links(int before) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            int number = before + link.Footnote.Order;
            renderer.Write(link.IsBackLink
                ? $"<a href=\"#note-{number}-{link.Index}\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a>"
                : $"<sup><a id=\"note-{number}-{link.Index}\" href=\"#note-{number}\" role=\"doc-noteref\" aria-label=\"Note {number}\">{number}</a></sup>");
        }
    }

    private sealed class Notes(int before) : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
        {
            renderer.EnsureLine();
            renderer.WriteLine($"<ol class=\"notes\" start=\"{before + 1}\">");
            foreach (Footnote note in group.OfType<Footnote>())
            {
                renderer.Write($"<li id=\"note-{before + note.Order}\">");
                renderer.WriteChildren(note);
                renderer.WriteLine("</li>");
            }

            renderer.WriteLine("</ol>");
        }
    }
}
