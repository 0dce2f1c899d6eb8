// The executed notebook inside its page. Most of such a file are pictures, which the page has anyway: they are left out
// and put back by download.js.
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <param name="Address">The file beside the page; null if the page holds the notebook.</param>
/// <param name="Packed">The notebook without what the page holds already; null if it lies beside the page.</param>
/// <param name="Bytes">Size of the notebook's file; 0 if it lies beside the page.</param>
internal sealed partial record NotebookDownload(string? Address, PackedText? Packed, long Bytes = 0)
{
    // In JSON this character occurs only escaped, so that it marks a gap without doubt.
    private const char Mark = '\u0001';

    private const int EdgeLength = 24;

    public static NotebookDownload Embedded(NotebookDocument notebook, string pageHtml)
    {
        string json = NotebookFile.ToJson(notebook);
        Dictionary<string, string> inPage = RunsByKey(pageHtml);
        string gapped = LongRun().Replace(json, run => inPage.GetValueOrDefault(KeyOf(run.Value)) == run.Value ? $"{Mark}{KeyOf(run.Value)}{Mark}" : run.Value);
        return new(null, PackedText.Of(Encoding.UTF8.GetBytes(gapped)), Encoding.UTF8.GetByteCount(json));
    }

    /// <summary>The page's runs by their keys; a key of two different runs would not tell which, and is left out.</summary>
    private static Dictionary<string, string> RunsByKey(string html) => LongRun().Matches(html)
        .Select(match => match.Value).Distinct()
        .GroupBy(KeyOf).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single());

    private static string KeyOf(string run) => $"{run.Length} {run[..EdgeLength]} {run[^EdgeLength..]}";

    // Base64, as the pictures of outputs, attachments and figures are. Shorter ones are not worth a gap.
    [GeneratedRegex("[A-Za-z0-9+/=]{1000,}")]
    private static partial Regex LongRun();
}
