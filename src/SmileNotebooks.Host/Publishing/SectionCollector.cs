// The text of a report in parts between headings, to be searched.
using System.Collections.Immutable;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SmileNotebooks.Host;

internal sealed class SectionCollector
{
    private readonly List<(string Id, string Heading, StringBuilder Text)> _sections = [("", "", new())];
    private int _figures;

    /// <summary>The parts that have a heading or a text.</summary>
    public ImmutableArray<SearchSection> All =>
        [.. _sections.Where(section => section.Id.Length + section.Text.Length > 0).Select(section => new SearchSection(section.Id, section.Heading, section.Text.ToString()))];

    /// <summary>Adds the text of a cell whose headings have their ids.</summary>
    public void Add(MarkdownDocument document)
    {
        foreach (LeafBlock block in document.Descendants<LeafBlock>())
        {
            string words = MarkdownText.Of(block);
            if (block is HeadingBlock heading)
            {
                _sections.Add((heading.TryGetAttributes()?.Id ?? "", words, new()));
            }
            else
            {
                Append(words);
            }
        }
    }

    /// <summary>Adds what the figures of a cell are called.</summary>
    /// <param name="names">The names of all figures so far.</param>
    public void AddFigures(IReadOnlyList<string> names)
    {
        for (; _figures < names.Count; _figures++)
        {
            Append($"Figure: {names[_figures]}");
        }
    }

    private void Append(string words)
    {
        StringBuilder text = _sections[^1].Text;
        if (words.Length > 0)
        {
            text.Append(text.Length > 0 ? " " : "").Append(words);
        }
    }
}
