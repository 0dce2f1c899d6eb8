// A figure in words, from its data, for readers who do not see it: what is drawn, how much of it, from where to where.
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class FigureText
{
    private const int MostTraces = 8;
    private const int MostLetters = 60;
    private static readonly string[] s_counted = ["y", "x", "z", "values", "r"];
    private static readonly string[] s_described = ["labels", "values", "x", "y", "z", "r", "theta"];

    public static string Of(JsonArray data, JsonObject? layout)
    {
        List<JsonObject> traces = [.. data.OfType<JsonObject>()];
        if (traces.Count == 0)
        {
            return "A figure without data.";
        }

        List<string> sentences = [Head(traces), .. traces.Take(MostTraces).Select(trace => Sentence(trace, layout))];
        if (traces.Count > MostTraces)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"And {traces.Count - MostTraces} more."));
        }

        sentences.AddRange(Controls(layout));
        return string.Join(' ', sentences);
    }

    // What a reader can change: sliders, drop-downs, buttons.
    private static IEnumerable<string> Controls(JsonObject? layout)
    {
        foreach (JsonObject slider in Objects(layout?["sliders"]))
        {
            yield return Control("A slider", slider, FigureValues.Text((slider["currentvalue"] as JsonObject)?["prefix"]), slider["steps"]);
        }

        foreach (JsonObject menu in Objects(layout?["updatemenus"]))
        {
            yield return FigureValues.Text(menu["type"]) == "buttons"
                ? $"Buttons: {string.Join(", ", Objects(menu["buttons"]).Select(button => FigureValues.Text(button["name"]) ?? FigureValues.Text(button["label"]) ?? "without words"))}."
                : Control("A drop-down", menu, null, menu["buttons"]);
        }
    }

    private static string Control(string kind, JsonObject control, string? prefix, JsonNode? steps)
    {
        string?[] labels = [.. Objects(steps).Select(step => FigureValues.Text(step["label"]))];
        string name = (FigureValues.Text(control["name"]) ?? prefix)?.TrimEnd(':') is { Length: > 0 } words ? $" for {Shorten(words)}" : "";
        return labels.Length == 0
            ? $"{kind}{name} without steps."
            : $"{kind}{name}: {Shown((labels[0] ?? "?", labels[^1] ?? "?"))}, {labels.Length.ToString(CultureInfo.InvariantCulture)} {(labels.Length == 1 ? "step" : "steps")}.";
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string Head(List<JsonObject> traces)
    {
        string kinds = string.Join(" and ", traces.Select(KindOf).Distinct().Take(4));
        return traces.Count == 1 ? $"{Capital(kinds)}." : string.Create(CultureInfo.InvariantCulture, $"{Capital(kinds)}, {traces.Count} series.");
    }

    private static string Sentence(JsonObject trace, JsonObject? layout)
    {
        string name = Shorten(FigureValues.Text(trace["name"]) ?? FigureValues.Text((trace["title"] as JsonObject)?["text"]) ?? Capital(KindOf(trace)));
        if (trace["value"] is JsonValue value && value.TryGetValue(out double number))
        {
            return $"{name}: {Number(number)}.";
        }

        List<string> parts = [.. Count(trace)];
        foreach (string letter in s_described)
        {
            if (FigureValues.Read(trace[letter]) is { Extent: { } extent })
            {
                parts.Add($"{letter}{AxisName(letter, trace, layout)}: {Shown(extent)}");
            }
        }

        return $"{name}: {(parts.Count > 0 ? string.Join("; ", parts) : "no data")}.";
    }

    private static IEnumerable<string> Count(JsonObject trace)
    {
        int count = s_counted.Max(letter => FigureValues.Read(trace[letter])?.Count ?? 0);
        if (count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "value" : "values")}");
        }
    }

    private static string AxisName(string letter, JsonObject trace, JsonObject? layout)
    {
        // "y2" of a trace is the layout's yaxis2; the axes of a figure in space lie in its scene.
        string? reference = FigureValues.Text(trace[letter + "axis"]);
        string key = $"{letter}axis{(reference?.Length > 1 ? reference[1..] : "")}";
        JsonObject? axis = (layout?[key] ?? (layout?[FigureValues.Text(trace["scene"]) ?? "scene"] as JsonObject)?[key]) as JsonObject;
        return axis is not null && FigureValues.Text(axis["title"] is JsonObject title ? title["text"] : axis["title"]) is { } words ? $" ({Shorten(words)})" : "";
    }

    private static string Shown((string Least, string Most) extent) =>
        extent.Least == extent.Most ? Shorten(extent.Least) : $"{Shorten(extent.Least)} to {Shorten(extent.Most)}";

    private static string KindOf(JsonObject trace)
    {
        string type = FigureValues.Text(trace["type"]) ?? "scatter";
        string mode = FigureValues.Text(trace["mode"]) ?? "";
        return type switch
        {
            "scatter" or "scattergl" => mode.Contains("lines", StringComparison.Ordinal) || mode.Length == 0 ? "lines" : "points",
            "scatter3d" => mode.Contains("lines", StringComparison.Ordinal) ? "lines in space" : "points in space",
            "mesh3d" => "mesh in space",
            "surface" => "surface in space",
            "bar" => "bars",
            "box" => "box plot",
            "violin" => "violin plot",
            "indicator" => "indicator",
            "histogram" => "histogram",
            "heatmap" => "heat map",
            "pie" => "pie chart",
            _ => Shorten(type),
        };
    }

    internal static string Number(double number) => number.ToString("G4", CultureInfo.InvariantCulture);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Shorten(string words) => words.Length <= MostLetters ? words : words[..MostLetters] + "…";
}
