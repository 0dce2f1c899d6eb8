// Data frames in our host, by this assembly's own formatters, from when a notebook has loaded it: a table of the first rows, and how many there are.
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Analysis;
using SmileNotebooks;
using SmileNotebooks.DataFrames;

[assembly: TypeFormatterSource(typeof(FrameFormatters))]

namespace SmileNotebooks.DataFrames;

/// <summary>Makes the formatters of data frames.</summary>
internal sealed class FrameFormatters
{
    private readonly FrameFormatter[] _formatters = [new(MimeTypes.Html), new(MimeTypes.Plain)];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}

/// <summary>Writes the first rows of data frames.</summary>
internal sealed class FrameFormatter(string mimeType)
{
    private const int MostRows = 50;

    public string MimeType { get; } = mimeType;

    public Type Type { get; } = typeof(DataFrame);

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not DataFrame frame)
        {
            return false;
        }

        int rows = (int)Math.Min(frame.Rows.Count, MostRows);
        string count = FormattableString.Invariant($"{frame.Rows.Count:#,0} row{(frame.Rows.Count == 1 ? "" : "s")} of {frame.Columns.Count} column{(frame.Columns.Count == 1 ? "" : "s")}")
            + (rows < frame.Rows.Count ? $", the first {rows} shown" : "");
        writer.Write(MimeType == MimeTypes.Html ? Html(frame, rows, count) : Text(frame, rows, count));
        return true;
    }

    private static string Html(DataFrame frame, int rows, string count)
    {
        // A wide table scrolls by itself, for the keyboard too, and not the page.
        StringBuilder html = new($"<div role=\"group\" tabindex=\"0\" style=\"overflow-x:auto\" aria-label=\"Data frame\"><table class=\"sn-table\"><caption style=\"text-align:left\">{count}</caption><thead><tr>");
        foreach (DataFrameColumn column in frame.Columns)
        {
            html.Append($"<th scope=\"col\" title=\"{column.DataType.Name}\" style=\"text-align:{Side(column)}\">{WebUtility.HtmlEncode(column.Name)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (int row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            foreach (DataFrameColumn column in frame.Columns)
            {
                html.Append(column[row] is { } cell ? $"<td style=\"text-align:{Side(column)}\">{WebUtility.HtmlEncode(Said(cell))}</td>" : $"<td style=\"text-align:{Side(column)}\"><i style=\"opacity:.7\">null</i></td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    private static string Text(DataFrame frame, int rows, string count)
    {
        string[][] columns = [.. frame.Columns.Select(column => Enumerable.Range(0, rows).Select(row => column[row] is { } cell ? Said(cell).ReplaceLineEndings(" ") : "null").Prepend(column.Name).ToArray())];
        int[] widths = [.. columns.Select(column => column.Max(cell => cell.Length))];
        StringBuilder text = new(count);
        for (int row = 0; row <= rows; row++)
        {
            string line = string.Join("  ", columns.Select((column, at) => Side(frame.Columns[at]) == "right" ? column[row].PadLeft(widths[at]) : column[row].PadRight(widths[at])));
            text.Append('\n').Append(line.TrimEnd());
        }

        return text.ToString();
    }

    private static string Side(DataFrameColumn column) => column.IsNumericColumn() ? "right" : "left";

    private static string Said(object cell) => Convert.ToString(cell, CultureInfo.InvariantCulture)!;
}
