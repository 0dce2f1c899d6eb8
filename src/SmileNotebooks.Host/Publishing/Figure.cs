// A Plotly figure as the page holds it: its JSON, and what a reader who does not see it is told.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <param name="Json">An object with data, layout and optionally config.</param>
/// <param name="Description">Alternative text.</param>
/// <param name="Height">Height to keep free until the figure is drawn, CSS pixels.</param>
internal sealed partial record Figure(string Json, string Description, int Height)
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const int DefaultHeight = 450; // plotly.js's own default

    // Html.Json escapes what HTML asks for; the default encoder would make six characters of every + in a picture's base64.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the figure of an application/vnd.plotly.v1+json output; null if it is none.</summary>
    public static Figure? Parse(string? json)
    {
        try
        {
            JsonNode? node = json is null ? null : JsonNode.Parse(json);
            if (node is JsonValue value && value.TryGetValue(out string? inner))
            {
                node = JsonNode.Parse(inner); // .NET Interactive sends the object as a string
            }

            return node is JsonObject figure && figure["data"] is JsonArray data
                ? new(figure.ToJsonString(Compact), Describe(figure["layout"] as JsonObject, data), HeightOf(figure["layout"]?["height"]))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // layout.meta is free for the author's use (plotly.js reference, layout-meta): description or alt, else the title.
    private static string Describe(JsonObject? layout, JsonArray data)
    {
        JsonObject? meta = layout?["meta"] as JsonObject;
        JsonNode? title = layout?["title"] is JsonObject titleObject ? titleObject["text"] : layout?["title"];
        return Text(meta?["description"]) ?? Text(meta?["alt"]) ?? Text(title) ?? $"Figure: {Kinds(data)}";
    }

    private static string Kinds(JsonArray data)
    {
        string kinds = string.Join(", ", data.Select(trace => Text((trace as JsonObject)?["type"]) ?? "scatter").Distinct());
        return kinds.Length > 0 ? kinds : "empty";
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? PlainText(text) : null;

    // Titles may hold plotly's small set of tags, such as <br> and <b>.
    private static string PlainText(string text) => Spaces().Replace(Tags().Replace(text, " "), " ").Trim();

    private static int HeightOf(JsonNode? height) =>
        height is JsonValue value && value.TryGetValue(out double pixels) && pixels is >= 10 and <= 10_000 ? (int)pixels : DefaultHeight;

    [GeneratedRegex("</?[a-z][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
