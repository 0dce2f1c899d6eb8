// A result of statistics as HTML that looks right in any front end: few tags, and what tables need in their own style attributes.
using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Charts;

/// <summary>Writes results as HTML.</summary>
internal static partial class ResultHtml
{
    /// <summary>A longer table is folded.</summary>
    private const int MostRows = 60;

    /// <summary>What is not longer need not be broken.</summary>
    private const int LongestWord = 12;

    private const string LongTableStyle = "<style>.sn-table td.sn-w{text-align:left}</style>";

    private const string Number = "text-align:right;white-space:nowrap";

    public static string Render(IStatisticalResult result)
    {
        Figure? figure = result.ToFigure();
        return $"""
            <div class="smile-result">
            <p style="white-space:pre-line">{Sentence(result.Apa)}</p>
            {Table(result.ToTable())}{(figure is null ? "" : $"\n{FigureHtml.RenderInside(figure)}")}
            </div>
            """;
    }

    /// <summary>Statistical symbols in italics, as the Publication Manual wants them (7th edition, 6.44).</summary>
    internal static string Sentence(string text) => Symbols().Replace(WebUtility.HtmlEncode(text), "<i>$0</i>");

    /// <summary>A value that is no result of statistics: a sentence, tables, figures.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="parts">Tables (<see cref="Table"/>) and figures, as HTML; null ones are left out.</param>
    internal static string Render(string text, params IEnumerable<string?> parts) =>
        $"<div class=\"smile-result\">\n<p>{WebUtility.HtmlEncode(text)}</p>\n{string.Join('\n', parts.OfType<string>())}\n</div>";

    /// <param name="table">The table.</param>
    /// <param name="words">Columns of words, from 0: on the left, as the first always is, and broken where they are long.</param>
    internal static string Table(ResultTable table, params int[] words)
    {
        string html = Rows(table, words);
        if (table.Rows.Length > MostRows)
        {
            html = FormattableString.Invariant($"<details><summary>Table of {table.Rows.Length:#,0} rows</summary>{LongTableStyle}{html}</details>");
        }

        return table.Note is null ? html : $"{html}\n<p style=\"font-size:0.9em\"><i>Note.</i> {Sentence(table.Note)}</p>";
    }

    private static string Rows(ResultTable table, int[] words)
    {
        // A wide table scrolls by itself, for the keyboard too, and not the page.
        StringBuilder html = new("<div role=\"group\" tabindex=\"0\" style=\"overflow-x:auto\"");
        html.Append($" aria-label=\"{WebUtility.HtmlEncode(table.Title)}\"><table class=\"sn-table\"><caption style=\"text-align:left\">");
        html.Append(WebUtility.HtmlEncode(table.Title)).Append("</caption><thead><tr>");
        AppendCells(html, "th scope=\"col\"", table.Columns, words);
        // Where there are many rows, the style of their numbers is said once: it is most of what such a table weighs.
        bool isLong = table.Rows.Length > MostRows;
        html.Append("</tr></thead>").Append(isLong ? $"<tbody style=\"{Number}\">" : "<tbody>");
        foreach (ImmutableArray<string> row in table.Rows)
        {
            html.Append("<tr>");
            AppendCells(html, "td", row, words, isLong);
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>The first column names the rows; the others are numbers, one below the other.</summary>
    private static void AppendCells(StringBuilder html, string tag, ImmutableArray<string> cells, int[] words, bool isLong = false)
    {
        string end = tag.Split(' ')[0];
        for (int column = 0; column < cells.Length; column++)
        {
            string style = isLong ? LongCell(column, cells[column], words) : $" style=\"{Side(column, words)}\"";
            // A heading without words is no heading (the corner of a table).
            html.Append(cells[column].Length == 0 ? $"<td{style}></td>" : $"<{tag}{style}>{WebUtility.HtmlEncode(cells[column])}</{end}>");
        }
    }

    private static string Side(int column, int[] words) =>
        column == 0 ? "text-align:left" : words.Contains(column) ? "text-align:left;min-width:8em;white-space:normal" : Number;

    /// <summary>A cell of a long table says only what is not so by itself: its column is as wide as the heading asks, and numbers need no word.</summary>
    private static string LongCell(int column, string cell, int[] words) =>
        column > 0 && !words.Contains(column) ? "" : cell.Length > LongestWord ? " class=\"sn-w\" style=\"white-space:normal\"" : " class=\"sn-w\"";

    // Single letters only where a number or its degrees of freedom follow: "a" and "t" are also words and parts of names.
    [GeneratedRegex(@"(?<![\w.-])(?:t|F|p|d|dz|g|r|rs|R2|z|Q|U|V|W|b|M|SD|SE|n|n1|n2|N|k|BF10|BF01)(?=\(|\s(?:=|&lt;|&gt;))")]
    private static partial Regex Symbols();
}
