// A value that a notebook is given from outside.
using System.Text.Json;

namespace SmileNotebooks.Host;

/// <summary>The value of a parameter: text as a person types it, or JSON from a file.</summary>
public sealed record ParameterValue
{
    private readonly JsonElement? _json;

    private ParameterValue(string text, JsonElement? json, string origin)
    {
        Text = text;
        _json = json;
        Origin = origin;
    }

    /// <summary>The value as a reader is shown it: as it was typed, or as JSON (a JSON string without its quotes).</summary>
    public string Text { get; }

    /// <summary>Where the value comes from, for messages: a file and line; empty if it was typed.</summary>
    public string Origin { get; }

    internal bool IsNull => _json is { ValueKind: JsonValueKind.Null };

    /// <summary>A value as it is typed. Its meaning depends on the variable's type: <c>1</c> is text for a string. An array is written as JSON.</summary>
    /// <param name="text">The text, not null.</param>
    public static ParameterValue FromText(string text) => new(text, null, "");

    /// <summary>A value from a JSON document: a string, number, true, false, null, or an array of such.</summary>
    /// <param name="value">The value.</param>
    /// <param name="origin">What messages call its place, such as <c>params.json, line 3</c>.</param>
    public static ParameterValue FromJson(JsonElement value, string origin) =>
        new(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), value.Clone(), origin);

    /// <summary>The value as JSON: for typed text, the JSON that it is, or null where it is none.</summary>
    internal JsonElement? AsJson()
    {
        if (_json is not null)
        {
            return _json;
        }

        try
        {
            using JsonDocument parsed = JsonDocument.Parse(Text);
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True if it was typed: then its text stands for a value of any type.</summary>
    internal bool IsTyped => _json is null;

    /// <summary>How messages show it: text in quotes, JSON as it is.</summary>
    internal string Shown => _json is { ValueKind: not JsonValueKind.String } ? Text : $"\"{Text}\"";
}
