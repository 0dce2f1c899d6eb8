// Markdown as HTML. Markdown is not trusted to be harmless: raw HTML is shown as text, and links and images pass LinkPolicy.
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SmileNotebooks.Host;

/// <summary>A heading of the page, for its table of contents.</summary>
internal sealed record PageHeading(int Level, string Text, string Id);

internal sealed class MarkdownRenderer(LinkPolicy links, GlossaryTerms terms)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseTaskLists().UseDefinitionLists().UseEmphasisExtras().UseAutoLinks().UseFootnotes().DisableHtml().Build();

    private readonly HeadingIds _ids = new();
    private readonly List<PageHeading> _headings = [];
    private int _footnotes;

    /// <summary>The headings of the cells rendered so far, in order.</summary>
    public IReadOnlyList<PageHeading> Headings => _headings;

    public static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig gives up on what is nested some hundred levels deep, which nobody writes: it is shown as it stands.
            return [new CodeBlock(null!) { Lines = new StringLineGroup(markdown) }];
        }
    }

    /// <summary>Renders a Markdown cell; its headings join the table of contents.</summary>
    /// <param name="document">The text of the cell.</param>
    /// <param name="attachments">The pictures that the cell holds; null if none.</param>
    /// <param name="sections">Takes the text, to be searched.</param>
    public string Cell(MarkdownDocument document, JsonObject? attachments, SectionCollector sections)
    {
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            string text = MarkdownText.Of(heading);
            string id = _ids.Next(text);
            heading.GetAttributes().Id = id;
            _headings.Add(new PageHeading(heading.Level, text, id));
        }

        // Before links and terms are changed into HTML, which has no words any more.
        sections.Add(document);
        return Render(document, attachments, terms);
    }

    /// <summary>Renders what a cell put out; its headings are no part of the page's structure.</summary>
    public string Output(string markdown) => Render(Parse(markdown), attachments: null, explained: null);

    private string Render(MarkdownDocument document, JsonObject? attachments, GlossaryTerms? explained)
    {
        links.Apply(document, attachments);
        explained?.Apply(document);
        foreach (TaskList box in document.Descendants<TaskList>())
        {
            box.GetAttributes().AddProperty("aria-label", box.Checked ? "done" : "to do");
        }

        using StringWriter writer = new() { NewLine = "\n" };
        HtmlRenderer renderer = new(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new BoxedTable());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ColouredCode());
        Footnotes.Use(renderer, _footnotes);
        renderer.Render(document);
        _footnotes += document.Descendants<Footnote>().Count();
        return writer.ToString();
    }

    /// <summary>A table that scrolls inside a box of its own, so that the page never scrolls sideways.</summary>
    private sealed class BoxedTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"scroll\">");
            base.Write(renderer, table);
            renderer.Write("</div>");
        }
    }

    private sealed class ColouredCode : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            string code = block.Lines.ToString();
            string language = (block as FencedCodeBlock)?.Info?.ToLowerInvariant() ?? "";
            renderer.EnsureLine();
            renderer.Write($"<pre class=\"code\"><code>{(language is "csharp" or "cs" or "c#" ? CSharpHighlighter.ToHtml(code) : Html.Escape(code))}</code></pre>");
            renderer.EnsureLine();
        }
    }
}
