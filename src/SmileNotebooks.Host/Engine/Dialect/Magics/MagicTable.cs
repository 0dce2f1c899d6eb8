// The small tables that magic commands put out: as text with columns, and as HTML.
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace SmileNotebooks.Host;

internal static class MagicTable
{
    public static MimeBundle Of(string[] columns, string[][] rows) => new(ImmutableSortedDictionary<string, string>.Empty
        .Add(Formatting.PlainType, Plain(columns, rows))
        .Add(Formatting.HtmlType, Html(columns, rows)));

    private static string Plain(string[] columns, string[][] rows)
    {
        int[] widths = [.. columns.Select((column, at) => rows.Select(row => row[at].Length).Append(column.Length).Max())];
        return string.Join('\n', rows.Prepend(columns).Select(row => string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()));
    }

    private static string Html(string[] columns, string[][] rows)
    {
        StringBuilder html = new("<table class=\"sn-table\"><thead><tr>");
        html.AppendJoin("", columns.Select(column => $"<th scope=\"col\">{WebUtility.HtmlEncode(column)}</th>")).Append("</tr></thead><tbody>");
        foreach (string[] row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").Append(TableScript.Style).ToString();
    }
}
