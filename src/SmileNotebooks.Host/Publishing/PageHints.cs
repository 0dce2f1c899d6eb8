// Short explanations that a page holds for some of its words: shown beside them by hints.js, read out with them by screen readers.
using System.Text;

namespace SmileNotebooks.Host;

internal sealed class PageHints
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Keeps a text; the same key twice is one hint.</summary>
    /// <returns>The id of the element that will hold it.</returns>
    public string Add(string key, string text)
    {
        if (_texts.TryAdd(key, text))
        {
            _order.Add(key);
        }

        return $"hint-{_order.IndexOf(key) + 1}";
    }

    public string ToHtml()
    {
        StringBuilder html = new();
        for (int at = 0; at < _order.Count; at++)
        {
            html.Append($"<p id=\"hint-{at + 1}\">{Html.Escape(_texts[_order[at]])}</p>\n");
        }

        return html.Length == 0 ? "" : $"<div hidden>\n{html}</div>\n";
    }
}
