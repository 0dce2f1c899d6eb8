// A Plotly figure as the page holds it: its JSON, and what a reader who does not see it is told.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <param name="Json">An object with data, layout and optionally config.</param>
/// <param name="Name">What it is called: the author's own description, else its title.</param>
/// <param name="Description">What its data are, in words.</param>
/// <param name="Height">Height to keep free until the figure is drawn, CSS pixels.</param>
internal sealed partial record Figure(string Json, string Name, string Description, int Height)
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
                ? new(figure.ToJsonString(Compact), NameOf(figure["layout"] as JsonObject, data), FigureText.Of(data, figure["layout"] as JsonObject), HeightOf(figure["layout"]?["height"]))
                : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two: System.Text.Json finds a key twice in an object, or half a surrogate pair, only when it is asked for.
            return null;
        }
    }

    /// <summary>The figures that a fragment of HTML holds: elements <c>figure</c> that begin with a script of <see cref="MimeType"/>. What else is in
    /// such an element draws it where nobody else does.</summary>
    public static IEnumerable<Figure> AllIn(string? html) =>
        html is null ? [] : Embedded().Matches(html).Select(match => Parse(match.Groups["json"].Value)).OfType<Figure>();

    /// <summary>A fragment of HTML with something else in the place of each of its figures.</summary>
    public static string Replace(string html, Func<Figure, string> replacement) =>
        Embedded().Replace(html, match => Parse(match.Groups["json"].Value) is { } figure ? replacement(figure) : match.Value);

    // layout.meta is free for the author's use (plotly.js reference, layout-meta): description or alt, else the title.
    private static string NameOf(JsonObject? layout, JsonArray data)
    {
        JsonObject? meta = layout?["meta"] as JsonObject;
        JsonNode? title = layout?["title"] is JsonObject titleObject ? titleObject["text"] : layout?["title"];
        return FigureValues.Text(meta?["description"]) ?? FigureValues.Text(meta?["alt"]) ?? FigureValues.Text(title) ?? $"Figure: {Kinds(data)}";
    }

    private static string Kinds(JsonArray data)
    {
        string kinds = string.Join(", ", data.Select(trace => FigureValues.Text((trace as JsonObject)?["type"]) ?? "scatter").Distinct());
        return kinds.Length > 0 ? kinds : "empty";
    }

    private static int HeightOf(JsonNode? height) =>
        height is JsonValue value && value.TryGetValue(out double pixels) && pixels is >= 10 and <= 10_000 ? (int)pixels : DefaultHeight;

    // In JSON "<" occurs only in strings, where it has another spelling here: so the first one ends the script.
    [GeneratedRegex("""<figure\b[^>]*>\s*<script type="application/vnd\.plotly\.v1\+json">(?<json>[^<]*)</script>.*?</figure>""", RegexOptions.Singleline)]
    private static partial Regex Embedded();
}
