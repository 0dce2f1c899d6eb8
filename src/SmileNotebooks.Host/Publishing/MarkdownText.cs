using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SmileNotebooks.Host;

internal static class MarkdownText
{
    /// <summary>The words of a heading or paragraph, without their markup.</summary>
    public static string Of(LeafBlock block) => block.Inline is null ? "" : Of(block.Inline);

    public static string Of(ContainerInline container)
    {
        StringBuilder text = new();
        Append(text, container);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        foreach (Inline inline in container)
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                AutolinkInline link => text.Append(link.Url),
                LineBreakInline => text.Append(' '),
                _ => text,
            };
            if (inline is ContainerInline children)
            {
                Append(text, children);
            }
        }
    }
}
