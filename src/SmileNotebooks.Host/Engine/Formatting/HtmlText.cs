// Values with parts as HTML tables. Everything is escaped; how tables look is the page's affair.
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace SmileNotebooks.Host;

internal static class HtmlText
{
    private const int MostColumns = 50;

    /// <summary>From here on six digits would cut into the whole number.</summary>
    private const double GreatestShortened = 1e5;

    /// <summary>The value as an HTML table; null if plain text says all.</summary>
    public static string? Of(object? value)
    {
        if (value is SequencePreview preview)
        {
            return preview.Items.Any(item => !ValueMembers.IsScalar(item)) ? SequenceTable(preview) : null;
        }

        if (value is Exception || ValueMembers.IsScalar(value))
        {
            return null;
        }

        ImmutableArray<(string Name, object? Value)> parts = PartsOf(value!);
        return parts.IsEmpty ? null : ObjectTable(parts);
    }

    private static ImmutableArray<(string Name, object? Value)> PartsOf(object value) => value switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(item => ($"Item{item + 1}", tuple[item]))],
        System.Collections.IEnumerable sequence when SequencePreview.IsSequence(sequence) =>
            [.. SequencePreview.Of(sequence).Items.Select((item, at) => (PlainText.Scalar(at), item))],
        _ => [.. ValueMembers.Of(value.GetType()).Select(member => (member.Name, member.Get(value)))],
    };

    private static string ObjectTable(ImmutableArray<(string Name, object? Value)> parts)
    {
        StringBuilder html = new("<table class=\"sn-table\"><tbody>");
        foreach ((string name, object? value) in parts)
        {
            html.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(name)).Append("</th>");
            AppendCell(html, value).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string SequenceTable(SequencePreview preview)
    {
        ImmutableArray<Dictionary<string, object?>> rows = [.. preview.Items.Select(RowOf)];
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct().Take(MostColumns)];
        StringBuilder html = new("<table class=\"sn-table\">");
        if (preview.Rest is not null)
        {
            string of = preview.CountIsExact ? FormattableString.Invariant($"of {preview.Count:#,0}") : "of more";
            html.Append("<caption>first ").Append(preview.Items.Length).Append(' ').Append(of).Append(" rows</caption>");
        }

        html.Append("<thead><tr>");
        foreach (string column in columns)
        {
            bool isNumeric = rows.Any(row => row.TryGetValue(column, out object? value) && value is not null && IsNumber(value));
            html.Append(isNumeric ? "<th scope=\"col\" class=\"sn-number\">" : "<th scope=\"col\">").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (Dictionary<string, object?> row in rows)
        {
            html.Append("<tr>");
            foreach (string column in columns)
            {
                _ = row.TryGetValue(column, out object? value) ? AppendCell(html, value) : html.Append("<td></td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
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

        foreach ((string name, object? value) in PartsOf(item))
        {
            row[name] = value;
        }

        if (row.Count == 0)
        {
            row["value"] = item;
        }

        return row;
    }

    private static StringBuilder AppendCell(StringBuilder html, object? value)
    {
        string text = PlainText.InTable(value);
        string shown = Shortened(value) ?? text;
        string attributes = value is null ? " class=\"sn-null\""
            : !IsNumber(value) ? ""
            : shown == text ? " class=\"sn-number\""
            : $" class=\"sn-number\" title=\"{WebUtility.HtmlEncode(text)}\"";
        return html.Append("<td").Append(attributes).Append('>').Append(WebUtility.HtmlEncode(shown)).Append("</td>");
    }

    private static bool IsNumber(object value) =>
        Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal && value is not Enum;

    /// <summary>Six digits of a fraction are what a reader can use; the others stand beside the mouse. Null: show it whole.</summary>
    private static string? Shortened(object? value) => value switch
    {
        double number when Math.Abs(number) < GreatestShortened => number.ToString("G6", CultureInfo.InvariantCulture),
        float number when Math.Abs(number) < GreatestShortened => number.ToString("G6", CultureInfo.InvariantCulture),
        _ => null,
    };
}
