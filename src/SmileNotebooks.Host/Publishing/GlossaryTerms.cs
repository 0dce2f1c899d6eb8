// Explains the terms of a glossary where a page's running text uses them first: not in headings, links and code.
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SmileNotebooks.Host;

/// <param name="glossary">The terms; null for none.</param>
/// <param name="hints">The page's hints; null to link without.</param>
internal sealed class GlossaryTerms(Glossary? glossary, PageHints? hints)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The ids of the terms used so far, in order.</summary>
    public IEnumerable<string> Used => _used.Order(StringComparer.Ordinal);

    /// <summary>Takes a term for used already.</summary>
    public void Skip(GlossaryTerm term) => _used.Add(term.Id);

    public void Apply(MarkdownDocument document)
    {
        if (glossary is null)
        {
            return;
        }

        foreach (LeafBlock block in document.Descendants<LeafBlock>().Where(block => block is not HeadingBlock && block.Inline is not null).ToList())
        {
            foreach (LiteralInline literal in block.Inline!.Descendants<LiteralInline>().Where(literal => !IsInLink(literal)).ToList())
            {
                Apply(literal);
            }
        }
    }

    private void Apply(LiteralInline literal)
    {
        string text = literal.Content.ToString();
        int done = 0;
        Inline last = literal;
        foreach ((int start, int length, GlossaryTerm term) in glossary!.FindIn(text))
        {
            if (!_used.Add(term.Id))
            {
                continue;
            }

            HtmlInline marked = new(Mark(term, text.Substring(start, length)));
            last.InsertAfter(marked);
            if (done == 0)
            {
                literal.Content = new(text[..start]);
            }
            else
            {
                marked.InsertBefore(new LiteralInline(text[done..start]));
            }

            (last, done) = (marked, start + length);
        }

        if (done > 0 && done < text.Length)
        {
            last.InsertAfter(new LiteralInline(text[done..]));
        }
    }

    private string Mark(GlossaryTerm term, string words) => hints is null
        ? $"<a class=\"term\" href=\"#{term.Id}\">{Html.Escape(words)}</a>"
        : $"<a class=\"term\" href=\"./{Glossary.PageName}#{term.Id}\" aria-describedby=\"{hints.Add(term.Id, term.Text)}\">{Html.Escape(words)}</a>";

    private static bool IsInLink(Inline inline)
    {
        for (ContainerInline? parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }
}
