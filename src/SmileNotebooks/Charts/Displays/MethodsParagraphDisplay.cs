// A paragraph on methods as a page shows it: ready to be copied, its references linked.
using System.Net;

namespace SmileNotebooks.Charts;

/// <summary>Shows the paragraph and its references.</summary>
internal sealed class MethodsParagraphDisplay : ValueDisplay<MethodsParagraph>
{
    protected override string? Render(MethodsParagraph value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => $"""
            <div class="smile-result">
            <blockquote style="margin-left:0;padding-left:1em;border-left:3px solid #7f8791"><p>{WebUtility.HtmlEncode(value.Text)}</p></blockquote>
            {(value.References.IsEmpty ? "" : $"<ul>{string.Concat(value.References.Select(Item))}</ul>")}
            </div>
            """,
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };

    private static string Item(MethodsReference reference) =>
        $"<li>{WebUtility.HtmlEncode(reference.Full)}{(reference.Url is { } url ? $" <a href=\"{url}\">{url}</a>" : "")}</li>";
}
