// What a reader sees of HTML.
using System.Net;
using System.Text.RegularExpressions;

namespace Bridges.Tests.Interactive;

internal static partial class HtmlText
{
    /// <summary>The text of a fragment, spaces as one, without styles and scripts.</summary>
    public static string Of(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, ""), " ")), " ").Trim();

    [GeneratedRegex(@"<(script|style)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
