// What a reader is told of a link to a file that does not come with the page.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class LinkedFile
{
    private const long MostBytes = 4 * 1024 * 1024;
    private const int MostFields = 10;
    private const int MostMembers = 4; // of a field that is an object itself: more would be a table
    private const int LongestValue = 160;

    /// <summary>The file's name, and for <c>x.json#id.field</c> the value there with its neighbours.</summary>
    /// <param name="path">The file; it exists.</param>
    /// <param name="shown">Its name as a reader knows it.</param>
    /// <param name="fragment">What follows the <c>#</c> of the link; empty if nothing does.</param>
    public static string Words(string path, string shown, string fragment)
    {
        string? record = fragment.Length > 0 && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? RecordWords(path, fragment) : null;
        return record is null ? $"{shown}: a file of the project that does not come with this page." : $"{record} From {shown}, a file that does not come with this page.";
    }

    /// <summary>The value that a fragment names: <c>a.b</c> is member b of member a, or of an
    /// object within it; a is also the object anywhere in the file whose <c>id</c> is a.</summary>
    internal static (JsonNode Value, JsonObject Record)? Find(JsonNode? root, string fragment)
    {
        string[] parts = fragment.Split('.');
        JsonNode? node = (root as JsonObject)?[parts[0]] ?? WithId(root, parts[0]);
        JsonObject? record = node as JsonObject ?? root as JsonObject;
        foreach (string part in parts.Skip(1))
        {
            record = node as JsonObject ?? record;
            node = node switch
            {
                JsonObject members => Member(members, part),
                JsonArray items => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < items.Count ? items[at] : WithId(items, part),
                _ => null,
            };
        }

        return node is null || record is null ? null : (node, record);
    }

    private static string? RecordWords(string path, string fragment)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes || Find(JsonNode.Parse(File.ReadAllText(path)), fragment) is not { } found)
            {
                return null;
            }

            string value = found.Value is JsonValue single ? $"{fragment}: {Short(single)}. " : "";
            IEnumerable<string> fields = found.Record
                .Where(field => field.Value != found.Value && field.Key != "id" && !field.Key.StartsWith('$'))
                .Select(field => (field.Key, Words: FieldWords(field.Value)))
                .Where(field => field.Words.Length > 0)
                .Take(MostFields).Select(field => $"{field.Key}: {field.Words}");
            string words = value + string.Join("; ", fields);
            return words.Length == 0 ? null : words.TrimEnd(' ', '.') + ".";
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            // A file that is no JSON, or names a member twice: its name alone is told.
            return null;
        }
    }

    private static JsonObject? WithId(JsonNode? node, string id) => node switch
    {
        JsonObject record when record["id"] is JsonValue value && value.TryGetValue(out string? own) && own == id => record,
        JsonObject record => record.Select(member => WithId(member.Value, id)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => WithId(item, id)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string FieldWords(JsonNode? node) => node switch
    {
        JsonValue value => Short(value),
        JsonObject { Count: <= MostMembers } members => string.Join(", ", members.Where(member => member.Value is JsonValue).Select(member => $"{member.Key} {Short((JsonValue)member.Value!)}")),
        _ => "",
    };

    private static string Short(JsonValue value)
    {
        string text = value.ToString().TrimEnd('.');
        return text.Length <= LongestValue ? text : text[..LongestValue].TrimEnd() + " …";
    }

    private static JsonNode? Member(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name] ?? members.Select(member => Member(member.Value, name)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
