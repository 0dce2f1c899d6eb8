using System.Collections.Immutable;
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
        string text = figure.Description is string description
            ? (title.Length > 0 ? $"{title}. {description}" : description)
            : $"{(title.Length > 0 ? title : "Figure")}: {Traces(figure)}";
        string[] controls = [.. Controls(figure.Layout)];
        return controls.Length == 0 ? text : $"{text}{(text.EndsWith('.') ? "" : ".")} {string.Join(' ', controls)}";
    }

    private static IEnumerable<string> Controls(Layout layout)
    {
        foreach (Slider slider in layout.Sliders ?? [])
        {
            yield return Control("A slider", slider.Name ?? slider.CurrentValue?.Prefix, slider.Steps ?? [], slider.Active ?? 0, slider.CurrentValue?.Suffix ?? "");
        }

        foreach (UpdateMenu menu in layout.UpdateMenus ?? [])
        {
            yield return menu.Type == "buttons"
                ? $"Buttons: {string.Join(", ", (menu.Buttons ?? []).Select(button => button.Name ?? button.Label))}."
                : Control("A drop-down", menu.Name, menu.Buttons ?? [], menu.Active ?? 0, "");
        }
    }

    private static string Control(string kind, string? name, ImmutableArray<ControlStep> steps, int shown, string unit)
    {
        string range = steps.Length == 0 ? "nothing" : steps.Length == 1 ? $"{steps[0].Label}{unit}" : $"{steps[0].Label} to {steps[^1].Label}{unit}";
        string first = shown >= 0 && shown < steps.Length ? $"; shown first: {steps[shown].Label}{unit}" : "";
        return $"{kind}{(Plain(name) is { Length: > 0 } words ? $" for {words.TrimEnd(':')}" : "")}: {range} ({Plural.Of(steps.Length, "step")}){first}.";
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
