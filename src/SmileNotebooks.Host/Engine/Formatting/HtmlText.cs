// Values with parts as HTML tables. Everything is escaped; how tables look is the page's affair.
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace SmileNotebooks.Host;

internal static class HtmlText
{
    /// <summary>The value as an HTML table; null if plain text says all.</summary>
    public static string? Of(object? value)
    {
        if (value is SequencePreview preview)
        {
            return preview.Items.Any(item => !ValueMembers.IsScalar(item)) ? RecordTable.Html(preview) : null;
        }

        if (value is Exception exception)
        {
            return ExceptionHtml(exception);
        }

        if (ValueMembers.IsScalar(value))
        {
            return null;
        }

        ImmutableArray<(string Name, object? Value)> parts = ValueParts.Of(value!);
        return parts.IsEmpty ? null : ObjectTable(parts);
    }

    // The stack opens by hand: what an exception says is read first.
    private static string ExceptionHtml(Exception exception)
    {
        string[] lines = [.. ExceptionReport.Lines(exception)];
        string said = $"<strong>{WebUtility.HtmlEncode(ExceptionReport.NameOf(exception.GetType()))}</strong>{WebUtility.HtmlEncode(lines[0][ExceptionReport.NameOf(exception.GetType()).Length..])}";
        return lines.Length == 1 ? $"<div class=\"sn-exception\">{said}</div>"
            : $"<details class=\"sn-exception\"><summary>{said}</summary><pre>{WebUtility.HtmlEncode(string.Join('\n', lines.Skip(1)))}</pre></details>";
    }

    private static string ObjectTable(ImmutableArray<(string Name, object? Value)> parts)
    {
        StringBuilder html = new("<table class=\"sn-table\"><tbody>");
        foreach ((string name, object? value) in parts)
        {
            html.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(name)).Append("</th>");
            TableCell.AppendTo(html, value).Append("</tr>");
        }

        return html.Append("</tbody></table>").Append(TableScript.Style).ToString();
    }
}
