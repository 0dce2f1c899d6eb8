using System.Globalization;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Charts;

/// <summary>Says in words what a figure shows.</summary>
internal static partial class FigureText
{
    private const int MostTraces = 6;

    public static string Render(Figure figure)
    {
        string title = Plain(figure.Layout.Title?.Text);
        return figure.Description is string description
            ? (title.Length > 0 ? $"{title}. {description}" : description)
            : $"{(title.Length > 0 ? title : "Figure")}: {Traces(figure)}";
    }

    private static string Traces(Figure figure)
    {
        if (figure.Data.IsEmpty)
        {
            return "no traces";
        }

        IEnumerable<string> shown = figure.Data.Take(MostTraces).Select(Trace);
        int more = figure.Data.Length - MostTraces;
        return string.Join(", ", more > 0 ? shown.Append($"and {more} more") : shown);
    }

    private static string Trace(Trace trace)
    {
        string name = Plain(trace.Name) is { Length: > 0 } words ? $"{words} ({trace.Type})" : trace.Type;
        return trace.PointCount is int points
            ? string.Create(CultureInfo.InvariantCulture, $"{name}, {points} point{(points == 1 ? "" : "s")}")
            : name;
    }

    private static string Plain(string? text) => Tags().Replace(text ?? "", " ").Trim();

    // Plotly's own tags; a '<' in a sentence ("p < .05") is not one.
    [GeneratedRegex(@"</?(?:b|i|em|br|sub|sup|span|a)(?:\s[^>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
