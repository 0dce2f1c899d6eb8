// What is known of a symbol, and how it reads as text, Markdown and HTML.
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>What is known of a symbol.</summary>
/// <param name="Signatures">Its declaration; of a method, the overload that is meant first.</param>
/// <param name="MoreOverloads">How many overloads are not among the signatures.</param>
/// <param name="Value">A variable's value now; null for what is none.</param>
/// <param name="Documentation">What its author says of it; null if nothing.</param>
/// <param name="Source">The text of what a cell declared; null if it is not shown.</param>
internal sealed record Inspection(
    ImmutableArray<string> Signatures, int MoreOverloads, string? Value, SymbolDocumentation? Documentation, string? Source)
{
    public MimeBundle ToBundle()
    {
        string plain = Write(new PlainStyle());
        return new MimeBundle(ImmutableSortedDictionary<string, string>.Empty
            .Add("text/plain", plain).Add("text/markdown", Write(new MarkdownStyle())).Add("text/html", Write(new HtmlStyle())));
    }

    private string Write(Style style)
    {
        StringBuilder text = new();
        string more = MoreOverloads == 0 ? "" : $"\n(+ {MoreOverloads} {(MoreOverloads == 1 ? "overload" : "overloads")})";
        text.Append(style.Code(string.Join('\n', Signatures) + more));
        text.Append(Value is null ? "" : style.Section("Value", style.Code(Value)));
        if (Documentation is { } about)
        {
            text.Append(about.Summary.Length == 0 ? "" : style.Paragraph(about.Summary));
            text.Append(style.List("Parameters", about.Parameters)).Append(style.List("Type parameters", about.TypeParameters));
            text.Append(about.Returns.Length == 0 ? "" : style.Section("Returns", style.Paragraph(about.Returns)));
            text.Append(style.List("Exceptions", about.Exceptions));
            text.Append(about.Remarks.Length == 0 ? "" : style.Section("Remarks", style.Paragraph(about.Remarks)));
        }

        text.Append(Source is null ? "" : style.Section("Source", style.Code(Source)));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private abstract class Style
    {
        public abstract string Code(string text);

        public abstract string Paragraph(string text);

        public abstract string Section(string title, string content);

        public string List(string title, ImmutableArray<(string Name, string Text)> items) =>
            items.IsEmpty ? "" : Section(title, Items(items));

        protected abstract string Items(ImmutableArray<(string Name, string Text)> items);
    }

    private sealed class PlainStyle : Style
    {
        public override string Code(string text) => text + "\n";

        public override string Paragraph(string text) => text + "\n";

        public override string Section(string title, string content) => $"{title}: {content}";

        protected override string Items(ImmutableArray<(string Name, string Text)> items) =>
            string.Concat(items.Select(item => $"\n  {item.Name}: {item.Text}")) + "\n";
    }

    private sealed class MarkdownStyle : Style
    {
        public override string Code(string text) => $"```csharp\n{text}\n```\n\n";

        public override string Paragraph(string text) => Escaped(text) + "\n\n";

        public override string Section(string title, string content) => $"**{title}**\n\n{content}";

        protected override string Items(ImmutableArray<(string Name, string Text)> items) =>
            string.Concat(items.Select(item => $"- `{item.Name}`: {Escaped(item.Text)}\n")) + "\n";

        private static string Escaped(string text)
        {
            StringBuilder escaped = new();
            foreach (char c in text)
            {
                escaped.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '#' or '|' or '~' or '&' or '!' ? "\\" : "").Append(c);
            }

            return escaped.ToString();
        }
    }

    private sealed class HtmlStyle : Style
    {
        public override string Code(string text) => $"<pre><code>{WebUtility.HtmlEncode(text)}</code></pre>\n";

        public override string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>\n";

        public override string Section(string title, string content) => $"<p><b>{title}</b></p>\n{content}";

        protected override string Items(ImmutableArray<(string Name, string Text)> items) =>
            $"<dl>{string.Concat(items.Select(item => $"<dt><code>{WebUtility.HtmlEncode(item.Name)}</code></dt><dd>{WebUtility.HtmlEncode(item.Text)}</dd>"))}</dl>\n";
    }
}
