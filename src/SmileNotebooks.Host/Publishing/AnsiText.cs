// Console text as HTML: colours kept, other terminal control dropped, a line rewritten by \r shown as it ended.
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class AnsiText
{
    private static readonly string[] Colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    public static string ToHtml(string text)
    {
        StringBuilder html = new();
        string style = "";
        int start = 0;
        string settled = Settle(text);
        foreach (Match escape in Escapes().Matches(settled))
        {
            AppendStyled(html, settled[start..escape.Index], style);
            style = escape.Groups["sgr"].Success ? Restyle(style, escape.Groups["sgr"].Value) : style;
            start = escape.Index + escape.Length;
        }

        AppendStyled(html, settled[start..], style);
        return html.ToString();
    }

    private static string Settle(string text)
    {
        string lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return lines.Contains('\r', StringComparison.Ordinal)
            ? string.Join('\n', lines.Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]))
            : lines;
    }

    private static void AppendStyled(StringBuilder html, string text, string style)
    {
        if (text.Length > 0)
        {
            string escaped = Html.Escape(text);
            html.Append(style.Length > 0 ? $"<span class=\"{style}\">{escaped}</span>" : escaped);
        }
    }

    // Select Graphic Rendition, ECMA-48 8.3.117: 0 resets, 1 bold, 30-37 and 90-97 foreground, 39 default foreground.
    private static string Restyle(string style, string codes)
    {
        string colour = style.Split(' ').FirstOrDefault(part => part.StartsWith("ansi-", StringComparison.Ordinal)) ?? "";
        bool bold = style.Contains("bold", StringComparison.Ordinal);
        foreach (string code in codes.Split(';'))
        {
            _ = int.TryParse(code, out int number); // an empty code is 0
            if (number is 38 or 48)
            {
                break; // what follows are the parts of one 256- or 24-bit colour, not codes
            }

            bold = number switch { 1 => true, 0 or 22 => false, _ => bold };
            colour = number switch
            {
                >= 30 and <= 37 => "ansi-" + Colours[number - 30],
                >= 90 and <= 97 => "ansi-" + Colours[number - 90],
                0 or 39 => "",
                _ => colour,
            };
        }

        return $"{colour}{(bold ? " bold" : "")}".Trim();
    }

    // CSI sequences (those ending in m are SGR), OSC strings such as window titles, and two-character escapes; ECMA-48 5.
    [GeneratedRegex(@"\x1b\[(?<sgr>[0-9;]*)m|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|\x1b[@-_]?")]
    private static partial Regex Escapes();
}
