// A MIME bundle as messages hold it: JSON types as JSON, everything else as text.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class BundleJson
{
    public static JsonObject Data(MimeBundle bundle)
    {
        JsonObject json = [];
        foreach ((string mimeType, string content) in bundle.Data)
        {
            json[mimeType] = MimeBundle.IsJson(mimeType) ? MimeJson.Of(content) : content;
        }

        return json;
    }
}
