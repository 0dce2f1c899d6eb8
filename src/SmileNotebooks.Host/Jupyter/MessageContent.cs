// Reads the content of a request. What is missing or of another type is an error that names the field, what was found and what was expected.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>A request whose content does not follow the protocol.</summary>
internal sealed class MalformedContentException(string message) : Exception(message);

internal static class MessageContent
{
    private const int LongestShown = 40;

    /// <summary>A text; without a default it must be there.</summary>
    public static string Text(this JsonObject content, string name, string? otherwise = null)
    {
        if (content[name] is not { } node)
        {
            return otherwise ?? throw new MalformedContentException($"The request has no {name}: expected a text.");
        }

        try
        {
            return node is JsonValue value && value.TryGetValue(out string? text) ? text : throw Wrong(name, node, "a text");
        }
        catch (InvalidOperationException)
        {
            throw new MalformedContentException($"The request's {name} is no valid Unicode text: it holds half of a surrogate pair.");
        }
    }

    public static bool Flag(this JsonObject content, string name, bool otherwise) => content[name] switch
    {
        null => otherwise,
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        { } node => throw Wrong(name, node, "true or false"),
    };

    /// <summary>A whole number, or null where there is none.</summary>
    public static int? Number(this JsonObject content, string name) => content[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out int number) => number,
        JsonValue value when value.TryGetValue(out double number) && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue => (int)number,
        { } node => throw Wrong(name, node, "a whole number"),
    };

    /// <summary>An object, empty where there is none.</summary>
    public static JsonObject Object(this JsonObject content, string name) => content[name] switch
    {
        null => [],
        JsonObject inner => inner,
        { } node => throw Wrong(name, node, "an object"),
    };

    /// <summary>A position in a text, which the protocol counts in code points; at the end where there is none.</summary>
    /// <returns>The index in UTF-16 code units.</returns>
    public static int Position(this JsonObject content, string name, string text) => content.Number(name) switch
    {
        null => text.Length,
        < 0 and { } number => throw new MalformedContentException($"The request's {name} is {number}: expected 0 to {CodePoints.Count(text, text.Length)}."),
        { } number => CodePoints.Index(text, number),
    };

    private static MalformedContentException Wrong(string name, JsonNode found, string expected)
    {
        string shown = found.GetValueKind() is JsonValueKind.Object ? "an object" : found.GetValueKind() is JsonValueKind.Array ? "a list" : Shortened(found);
        return new MalformedContentException($"The request's {name} is {shown}: expected {expected}.");
    }

    private static string Shortened(JsonNode found)
    {
        string text = found.ToJsonString();
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
