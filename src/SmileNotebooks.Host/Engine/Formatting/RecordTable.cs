// A sequence of records as a table: its first rows as HTML, which any page shows, and further ones for the table's script.
using System.Diagnostics;
using System.Net;
using System.Text;

namespace SmileNotebooks.Host;

internal static class RecordTable
{
    /// <summary>Rows beyond this many are counted, not held.</summary>
    public const int MostRows = 5_000;

    private const int MostColumns = 50;

    /// <summary>The rows that wait take at most so many characters; a notebook file holds them.</summary>
    private const int LongestData = 1_000_000;

    // Properties may compute; the rows that wait should not make the cell wait.
    private static readonly TimeSpan s_longestReading = TimeSpan.FromSeconds(1);

    public static string Html(SequencePreview preview)
    {
        int shown = Math.Min(preview.Items.Length, SequencePreview.MostItems);
        List<Dictionary<string, object?>> rows = Rows(preview, shown);
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct().Take(MostColumns)];
        bool sorts = rows.Count > 1;
        StringBuilder html = new("<table class=\"sn-table\"");
        if (sorts)
        {
            html.Append(" data-sn-count=\"").Append(preview.CountIsExact ? preview.Count : "").Append('"');
            AppendData(html, rows.Skip(shown), columns);
        }

        html.Append('>');
        if (preview.Head(shown).Rest is not null)
        {
            string of = preview.CountIsExact ? FormattableString.Invariant($"of {preview.Count:#,0}") : "of more";
            html.Append("<caption>first ").Append(shown).Append(' ').Append(of).Append(" rows</caption>");
        }

        AppendHead(html, rows, columns);
        foreach (Dictionary<string, object?> row in rows.Take(shown))
        {
            html.Append("<tr>");
            foreach (string column in columns)
            {
                _ = row.TryGetValue(column, out object? value) ? TableCell.AppendTo(html, value) : html.Append("<td></td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").Append(sorts ? TableScript.StyleAndScript : TableScript.Style).ToString();
    }

    private static List<Dictionary<string, object?>> Rows(SequencePreview preview, int atLeast)
    {
        long start = Stopwatch.GetTimestamp();
        return [.. preview.Items.TakeWhile((_, at) => at < atLeast || Stopwatch.GetElapsedTime(start) < s_longestReading).Select(RowOf)];
    }

    private static void AppendHead(StringBuilder html, List<Dictionary<string, object?>> rows, string[] columns)
    {
        html.Append("<thead><tr>");
        foreach (string column in columns)
        {
            bool isNumeric = rows.Any(row => row.TryGetValue(column, out object? value) && value is not null && TableCell.IsNumber(value));
            html.Append(isNumeric ? "<th scope=\"col\" class=\"sn-number\">" : "<th scope=\"col\">").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
    }

    // Single quotes around JSON: its own double quotes stay as they are.
    private static void AppendData(StringBuilder html, IEnumerable<Dictionary<string, object?>> rows, string[] columns)
    {
        StringBuilder json = new();
        foreach (Dictionary<string, object?> row in rows)
        {
            int start = json.Length;
            json.Append(start == 0 ? "[" : ",[");
            for (int column = 0; column < columns.Length; column++)
            {
                json.Append(column == 0 ? "" : ",");
                _ = row.TryGetValue(columns[column], out object? value) ? TableCell.AppendJson(json, value) : json.Append('0');
            }

            json.Append(']');
            if (json.Length > LongestData)
            {
                json.Length = start;
                break;
            }
        }

        if (json.Length > 0)
        {
            html.Append(" data-sn-rows='[").Append(json.Replace("&", "&amp;").Replace("'", "&#39;").Replace("<", "&lt;")).Append("]'");
        }
    }

    private static Dictionary<string, object?> RowOf(object? item)
    {
        Dictionary<string, object?> row = [];
        if (item is null)
        {
            return row;
        }

        if (ValueMembers.IsScalar(item))
        {
            row["value"] = item;
            return row;
        }

        foreach ((string name, object? value) in ValueParts.Of(item))
        {
            row[name] = value;
        }

        if (row.Count == 0)
        {
            row["value"] = item;
        }

        return row;
    }
}
