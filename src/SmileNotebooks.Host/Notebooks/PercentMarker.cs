// The line that begins a cell of a percent-format script: `// %% title [markdown] tags=["a"]`, or with metadata as one JSON object.
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal sealed partial record PercentMarker(CellKind Kind, JsonObject Metadata)
{
    private const string Title = "title";

    /// <summary>Reads a line; null if it begins no cell.</summary>
    public static PercentMarker? Parse(string line)
    {
        if (Marker().Match(line) is not { Success: true } match)
        {
            return null;
        }

        string rest = match.Groups["rest"].Value.Trim();
        (JsonObject metadata, string before) = TakeMetadata(rest);
        CellKind kind = CellKind.Code;
        if (KindName().Match(before) is { Success: true } name)
        {
            kind = name.Groups["kind"].Value == "raw" ? CellKind.Raw : CellKind.Markdown;
            before = before.Remove(name.Index, name.Length).Trim();
        }

        if (before.Length > 0)
        {
            metadata.Insert(0, Title, before);
        }

        return new PercentMarker(kind, metadata);
    }

    /// <summary>The line of a cell.</summary>
    public static string Text(NotebookCell cell)
    {
        StringBuilder text = new("// %%");
        JsonObject metadata = cell.Metadata.DeepClone().AsObject();
        if (metadata.Count > 0 && metadata.GetAt(0) is { Key: Title, Value: JsonValue value } && value.TryGetValue(out string? title) && PlainTitle().IsMatch(title))
        {
            text.Append(' ').Append(title);
            metadata.Remove(Title);
        }

        text.Append(cell.Kind switch { CellKind.Markdown => " [markdown]", CellKind.Raw => " [raw]", _ => "" });
        if (metadata.All(entry => Key().IsMatch(entry.Key)))
        {
            text.AppendJoin("", metadata.Select(entry => $" {entry.Key}={entry.Value?.ToJsonString(NotebookWriter.Compact) ?? "null"}"));
        }
        else
        {
            text.Append(' ').Append(metadata.ToJsonString(NotebookWriter.Compact));
        }

        return text.ToString();
    }

    // What cannot be read as metadata is part of the title: a person wrote it.
    private static (JsonObject Metadata, string Before) TakeMetadata(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if ((at == 0 || text[at - 1] == ' ') && (text[at] == '{' ? Json(text[at..]) : Pairs(text[at..])) is { } metadata)
            {
                return (metadata, text[..at].Trim());
            }
        }

        return ([], text);
    }

    private static JsonObject? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject? Pairs(string text)
    {
        JsonObject metadata = [];
        while (text.Length > 0)
        {
            if (PairStart().Match(text) is not { Success: true } start || Value(text[start.Length..]) is not { } found)
            {
                return null;
            }

            metadata[start.Groups["key"].Value] = found.Value;
            text = text[(start.Length + found.Length)..].TrimStart();
        }

        return metadata;
    }

    // The JSON value at the start of a text, and its length.
    private static (JsonNode? Value, int Length)? Value(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            Utf8JsonReader reader = new(bytes, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true }));
            JsonNode? value = JsonNode.Parse(ref reader);
            int length = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed);
            return length < text.Length && text[length] != ' ' ? null : (value, length);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^//\s*%%+(\s(?<rest>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\[(?<kind>markdown|md|raw)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex KindName();

    [GeneratedRegex(@"^[^\s\[\]{}=""][^\[\]{}=""\n]*(?<!\s)$")]
    private static partial Regex PlainTitle();

    [GeneratedRegex(@"^[A-Za-z_][\w.-]*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?<key>[A-Za-z_][\w.-]*)=", RegexOptions.ExplicitCapture)]
    private static partial Regex PairStart();
}
