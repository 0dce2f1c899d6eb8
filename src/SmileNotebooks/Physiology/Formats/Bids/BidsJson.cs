// What JSON files of BIDS say of a recording.
using System.Text.Json;

namespace SmileNotebooks;

/// <summary>The keys of several JSON files, of which the nearest counts.</summary>
internal sealed class BidsJson
{
    private readonly List<(string Path, JsonElement Root)> _files;

    /// <summary>Reads files.</summary>
    /// <param name="paths">The nearest last.</param>
    /// <exception cref="RecordingException">A file that cannot be read, or is no JSON object.</exception>
    public BidsJson(IEnumerable<string> paths) => _files = [.. paths.Reverse().Select(path => (path, Read(path)))];

    /// <summary>Reads a JSON object.</summary>
    /// <exception cref="RecordingException">The file cannot be read, or is no JSON object.</exception>
    public static JsonElement Read(string path)
    {
        byte[] text = TextSource.ReadAll(path);
        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            throw new RecordingException(path, null, "bytes that are no UTF-8", "JSON in UTF-8");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new RecordingException(path, null, $"JSON that is {Named(document.RootElement)}", "an object");
        }
        catch (JsonException exception)
        {
            throw new RecordingException(path, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}", "what is no JSON", "a JSON object", exception);
        }
    }

    /// <summary>The value of a key and the file that has it; null where no file has it, or it is null or n/a.</summary>
    public (string Path, JsonElement Value)? this[string key]
    {
        get
        {
            foreach ((string path, JsonElement root) in _files)
            {
                if (root.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("n/a")))
                {
                    return (path, value);
                }
            }

            return null;
        }
    }

    /// <summary>The number of a key; null where no file has it.</summary>
    /// <exception cref="RecordingException">It is no number.</exception>
    public (string Path, double Value)? Number(string key) => this[key] is not var (path, value)
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? (path, number)
            : throw new RecordingException(path, key, Named(value), "a number");

    /// <summary>A value as messages show it.</summary>
    public static string Named(JsonElement value) => TextTokens.Shown(value.ValueKind == JsonValueKind.String ? Text(value) : value.GetRawText());

    /// <summary>A string, also one that holds half a surrogate pair, which the library refuses.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
