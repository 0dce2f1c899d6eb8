// The content of a JSON type of a bundle, as the JSON that messages and notebook files hold.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class MimeJson
{
    /// <summary>The content as JSON; where a formatter wrote none, as text: its output must not be lost.</summary>
    public static JsonNode? Of(string content)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(content);

            // A key twice in an object, or half a surrogate pair, is found only now.
            _ = node?.ToJsonString(NotebookWriter.Compact);
            return node;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return content;
        }
    }
}
