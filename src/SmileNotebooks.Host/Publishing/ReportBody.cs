// The cells of a notebook as HTML, and what the rest of the page needs to know of them.
using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;

namespace SmileNotebooks.Host;

internal sealed record ReportBody
{
    private const int MaxAbstract = 300;

    public required string Title { get; init; }

    public required string Abstract { get; init; }

    public required string Html { get; init; }

    public required IReadOnlyList<PageHeading> Headings { get; init; }

    public required int FailedCells { get; init; }

    public required int CodeCells { get; init; }

    public required bool UsesPlotly { get; init; }

    public required bool UsesAuthorScript { get; init; }

    /// <summary>The report in parts that can be searched.</summary>
    public required ImmutableArray<SearchSection> Sections { get; init; }

    public static ReportBody Render(NotebookDocument notebook, LinkPolicy links, GlossaryTerms terms, ReportOptions options)
    {
        MarkdownDocument?[] texts = [.. notebook.Cells.Select(cell => cell.Kind == CellKind.Markdown ? MarkdownRenderer.Parse(cell.Source) : null)];
        List<MarkdownDocument> documents = [.. texts.OfType<MarkdownDocument>()];
        string summary = FirstParagraph(documents);
        string title = TakeTitle(notebook, documents, options.FallbackTitle);
        MarkdownRenderer markdown = new(links, terms);
        OutputRenderer outputs = new(markdown);
        SectionCollector sections = new();
        StringBuilder html = new();
        foreach ((NotebookCell cell, MarkdownDocument? text) in notebook.Cells.Zip(texts))
        {
            html.Append(cell.Kind switch
            {
                CellKind.Markdown => Prose(markdown.Cell(text!, cell.Attachments, sections)),
                CellKind.Code => CodeCell.Render(cell, outputs, isOpen: !options.Missing.IsEmpty),
                _ => "",
            });
            sections.AddFigures(outputs.FigureNames);
        }

        return new()
        {
            Title = title,
            Abstract = summary,
            Html = html.ToString(),
            Headings = markdown.Headings,
            CodeCells = notebook.Cells.Count(cell => cell.Kind == CellKind.Code && cell.Source.Length > 0),
            FailedCells = notebook.Cells.Count(CellErrors.HasFailed),
            UsesPlotly = outputs.UsesPlotly,
            UsesAuthorScript = outputs.UsesAuthorScript,
            Sections = sections.All,
        };
    }

    private static string Prose(string html) => html.Length == 0 ? "" : $"<section class=\"cell prose\">\n{html}</section>\n";

    /// <summary>The title of the metadata or the first heading. A heading that opens the notebook moves to the page's head.</summary>
    private static string TakeTitle(NotebookDocument notebook, List<MarkdownDocument> texts, string fallback)
    {
        HeadingBlock? heading = texts.SelectMany(text => text.Descendants<HeadingBlock>()).FirstOrDefault(block => MarkdownText.Of(block).Length > 0);
        string? headingText = heading is null ? null : MarkdownText.Of(heading);
        string given = notebook.Metadata["title"]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? notebook.Metadata["title"]!.GetValue<string>().Trim() : "";
        string title = given.Length > 0 ? given : headingText ?? fallback;
        bool opens = heading?.Parent is MarkdownDocument document && document[0] == heading
            && notebook.Cells.FirstOrDefault(cell => cell.Source.Length > 0)?.Kind == CellKind.Markdown && document == texts[0];
        if (opens && title == headingText)
        {
            heading!.Parent!.Remove(heading);
        }

        return title;
    }

    private static string FirstParagraph(List<MarkdownDocument> texts)
    {
        string text = texts.SelectMany(document => document.OfType<ParagraphBlock>()).Select(MarkdownText.Of).FirstOrDefault(words => words.Length > 0) ?? "";
        if (text.Length <= MaxAbstract)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', MaxAbstract - 2);
        return text[..(end > 0 ? end : MaxAbstract - 2)].TrimEnd() + " …";
    }
}
