// Text made safe for HTML: every string that the publisher did not write itself goes through here.
using System.Text;

namespace SmileNotebooks.Host;

internal static class Html
{
    /// <summary>Text as it may stand between tags or inside a quoted attribute.</summary>
    public static string Escape(string? text)
    {
        StringBuilder html = new();
        foreach (char c in text ?? "")
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                // Control characters are parse errors in HTML.
                < ' ' and not ('\n' or '\t' or '\r') => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    /// <summary>JSON as it may stand inside a script element: "&lt;" occurs only in its strings, where it has an escape.</summary>
    public static string Json(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>A duration as a reader wants it: 12 ms, 1.4 s, 2 min 5 s, 1 h 3 min; number and unit are never parted.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: < 999.5 } => $"{duration.TotalMilliseconds:0}\u00A0ms",
        { TotalSeconds: < 59.95 } => $"{duration.TotalSeconds:0.0}\u00A0s",
        { TotalMinutes: < 60 } => $"{(int)duration.TotalMinutes}\u00A0min {duration.Seconds}\u00A0s",
        _ => $"{(int)duration.TotalHours}\u00A0h {duration.Minutes}\u00A0min",
    };

    /// <summary>A moment in a time element, in its own offset.</summary>
    public static string Time(DateTimeOffset moment)
    {
        string zone = moment.Offset == TimeSpan.Zero ? "UTC" : $"UTC{moment:zzz}";
        return $"<time datetime=\"{moment:yyyy-MM-ddTHH:mm:sszzz}\">{moment:d MMMM yyyy, HH:mm} {zone}</time>";
    }

    /// <summary>A size in bytes as a reader wants it: 820 B, 12 KB, 2.1 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 999_500 => $"{bytes / 1e3:0} KB",
        _ => $"{bytes / 1e6:0.0} MB",
    };
}
