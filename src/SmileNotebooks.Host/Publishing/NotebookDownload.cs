// The executed notebook inside its page. Most of such a file are figures and pictures, which the page has anyway: they are
// left out here and put back by download.js.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <param name="Address">The file beside the page; null if the page holds the notebook.</param>
/// <param name="Packed">The notebook without what the page holds already; null if it lies beside the page.</param>
/// <param name="Bytes">Size of the notebook's file; 0 if it lies beside the page.</param>
internal sealed partial record NotebookDownload(string? Address, PackedText? Packed, long Bytes = 0)
{
    // In JSON this character occurs only escaped, so that it marks the gap of a run without doubt.
    private const char Mark = '\u0001';

    private const string HtmlType = "text/html";
    private const int EdgeLength = 24;

    public static NotebookDownload Embedded(NotebookDocument notebook, string pageHtml)
    {
        Dictionary<string, string> inPage = RunsByKey(pageHtml);
        string gapped = LongRun().Replace(
            NotebookFile.ToJson(WithoutFigures(notebook)),
            run => inPage.GetValueOrDefault(KeyOf(run.Value)) == run.Value ? $"{Mark}{KeyOf(run.Value)}{Mark}" : run.Value);
        return new(null, PackedText.Of(Encoding.UTF8.GetBytes(gapped)), Encoding.UTF8.GetByteCount(NotebookFile.ToJson(notebook)));
    }

    /// <summary>The notebook with the number of a figure in the place of its JSON, in its own MIME type and inside a fragment for other front ends.</summary>
    private static NotebookDocument WithoutFigures(NotebookDocument notebook)
    {
        int figures = 0;
        return notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Outputs = [.. cell.Outputs.Select(Gapped)] })] };

        CellOutput Gapped(CellOutput output) => output switch
        {
            DisplayOutput display => display with { Data = WithoutFigure(display.Data, ref figures) },
            ResultOutput result => result with { Data = WithoutFigure(result.Data, ref figures) },
            _ => output,
        };
    }

    private static MimeBundle WithoutFigure(MimeBundle bundle, ref int figures)
    {
        if (Figure.Parse(bundle[Figure.MimeType]) is not { } figure)
        {
            return bundle[HtmlType] is { } html ? bundle with { Data = bundle.Data.SetItem(HtmlType, WithoutFigures(html, ref figures)) } : bundle;
        }

        string number = $"{Mark}figure {figures++}{Mark}";
        string json = Html.Json(figure.Json);
        ImmutableSortedDictionary<string, string> data = bundle.Data.SetItem(Figure.MimeType, JsonSerializer.Serialize(number));
        return bundle with
        {
            Data = data.SetItems(data
                .Where(part => !MimeBundle.IsJson(part.Key))
                .Select(part => KeyValuePair.Create(part.Key, part.Value.Replace(json, number, StringComparison.Ordinal)))
                .ToList()),
        };
    }

    private static string WithoutFigures(string html, ref int figures)
    {
        foreach (Figure figure in Figure.AllIn(html))
        {
            html = html.Replace(Html.Json(figure.Json), $"{Mark}figure {figures++}{Mark}", StringComparison.Ordinal);
        }

        return html;
    }

    /// <summary>The page's runs by their keys; a key of two different runs would not tell which, and is left out.</summary>
    private static Dictionary<string, string> RunsByKey(string html) => LongRun().Matches(html)
        .Select(match => match.Value).Distinct()
        .GroupBy(KeyOf).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single());

    private static string KeyOf(string run) => $"{run.Length} {run[..EdgeLength]} {run[^EdgeLength..]}";

    // Base64, as the pictures of outputs and attachments are. Shorter ones are not worth a gap.
    [GeneratedRegex("[A-Za-z0-9+/=]{1000,}")]
    private static partial Regex LongRun();
}
