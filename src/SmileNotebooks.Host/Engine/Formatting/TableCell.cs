// One cell of a table: as HTML where it is shown at once, as JSON where the table's script brings it in later.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class TableCell
{
    /// <summary>From here on six digits would cut into the whole number.</summary>
    private const double GreatestShortened = 1e5;

    /// <summary>A picture or figure that is larger than this, in characters of HTML, is told in words instead: a table has many.</summary>
    private const int LongestHtml = 50_000;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cell as an element.</summary>
    public static StringBuilder AppendTo(StringBuilder html, object? value)
    {
        if (Rich(value) is { } rich)
        {
            return html.Append("<td>").Append(rich).Append("</td>");
        }

        string text = PlainText.InTable(value);
        string shown = Shortened(value) ?? text;
        string attributes = value is null or DBNull ? " class=\"sn-null\""
            : !IsNumber(value) ? ""
            : shown == text ? " class=\"sn-number\""
            : $" class=\"sn-number\" title=\"{WebUtility.HtmlEncode(text)}\"";
        return html.Append("<td").Append(attributes).Append('>').Append(WebUtility.HtmlEncode(value is DBNull ? "null" : shown)).Append("</td>");
    }

    /// <summary>The cell as the table's script reads it: text, [number], [number shown, number whole], null, {"h": html}.</summary>
    public static StringBuilder AppendJson(StringBuilder json, object? value)
    {
        if (value is null or DBNull)
        {
            return json.Append("null");
        }

        if (Rich(value) is { } rich)
        {
            return json.Append("{\"h\":").Append(Json(rich)).Append('}');
        }

        string text = PlainText.InTable(value);
        return !IsNumber(value) ? json.Append(Json(text))
            : Shortened(value) is { } shown && shown != text ? json.Append('[').Append(Json(shown)).Append(',').Append(Json(text)).Append(']')
            : json.Append('[').Append(Json(text)).Append(']');
    }

    public static bool IsNumber(object value) =>
        Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal && value is not Enum;

    private static string Json(string text) => JsonSerializer.Serialize(text, s_json);

    /// <summary>What a library's own formatters make of a value, if it fits into a cell and brings no script.</summary>
    private static string? Rich(object? value)
    {
        if (value is null || ValueMembers.IsScalar(value))
        {
            return null;
        }

        MimeBundle bundle = ConventionFormatters.BundleOf(value);
        string? html = bundle["text/html"] ?? bundle["image/svg+xml"] ?? (bundle["image/png"] is { } png
            ? $"<img src=\"data:image/png;base64,{WebUtility.HtmlEncode(png.ReplaceLineEndings(""))}\" alt=\"{WebUtility.HtmlEncode(PlainText.InTable(value))}\">" : null);
        return html is { Length: <= LongestHtml } && !Active().IsMatch(html) ? html : null;
    }

    /// <summary>Six digits of a fraction are what a reader can use; the others stand beside the mouse. Null: show it whole.</summary>
    private static string? Shortened(object? value) => value switch
    {
        double number when Math.Abs(number) < GreatestShortened => number.ToString("G6", CultureInfo.InvariantCulture),
        float number when Math.Abs(number) < GreatestShortened => number.ToString("G6", CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"<script|<style|<iframe|\son[a-z]+\s*=|javascript:|\sid\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
