using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class PdfNodeNames
{
    /// <summary>
    /// Numbers the elements of a tagged PDF's structure anew, from 1 in their order. Chromium names them for the nodes of its page, whose numbers depend on
    /// how many were made and thrown away while figures were drawn. The new names are as long as the old ones and in the same order, so that neither an
    /// offset nor the sorted tree of names changes.
    /// </summary>
    public static byte[] Renumber(byte[] pdf)
    {
        string text = Encoding.Latin1.GetString(pdf); // a character for each byte
        string[] names = [.. Name().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, string> renamed = names
            .Select((name, index) => (name, New: string.Create(CultureInfo.InvariantCulture, $"(node{index + 1:00000000})")))
            .ToDictionary(pair => pair.name, pair => pair.New);
        return Encoding.Latin1.GetBytes(Name().Replace(text, match => renamed[match.Value]));
    }

    [GeneratedRegex(@"\(node[0-9]{8}\)")]
    private static partial Regex Name();
}
