// A MIME bundle as messages hold it: JSON types as JSON, everything else as text.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class BundleJson
{
    public static JsonObject Data(MimeBundle bundle)
    {
        JsonObject json = [];
        foreach ((string mimeType, string content) in bundle.Data)
        {
            json[mimeType] = MimeBundle.IsJson(mimeType) ? Parsed(content) : content;
        }

        return json;
    }

    // A formatter that wrote no JSON for a JSON type must not lose its output.
    private static JsonNode? Parsed(string content)
    {
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return content;
        }
    }
}
