// Under which headings a cell stands.
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

/// <summary>Follows the headings of a notebook from cell to cell.</summary>
internal sealed partial class HeadingPath
{
    private const int Deepest = 6;
    private readonly string?[] _texts = new string?[Deepest];

    /// <summary>The headings above, from the highest, each followed by <c> > </c>; empty where there is none.</summary>
    public string Path => string.Concat(_texts.OfType<string>().Select(text => $"{text} > "));

    /// <summary>Takes in the headings of a Markdown cell; what stands in a block of code is none.</summary>
    public void Read(string markdown)
    {
        string fence = "";
        foreach (string line in markdown.Split('\n'))
        {
            if (Fence().Match(line) is { Success: true } mark && (fence.Length == 0 || mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal)))
            {
                fence = fence.Length == 0 ? mark.Groups[1].Value : "";
            }
            else if (fence.Length == 0 && Heading().Match(line) is { Success: true } heading)
            {
                int level = heading.Groups["marks"].Length;
                _texts[level - 1] = heading.Groups["text"].Value;
                Array.Clear(_texts, level, Deepest - level);
            }
        }
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})[ \t]+(?<text>.*?)(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();
}
