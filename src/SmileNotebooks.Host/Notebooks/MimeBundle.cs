using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>One value in several MIME types: text as it is, JSON types as JSON text, binary types as base64.</summary>
/// <param name="Data">MIME type to content.</param>
public sealed record MimeBundle(ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>The content in a MIME type, or null.</summary>
    public string? this[string mimeType] => Data.GetValueOrDefault(mimeType);

    /// <summary>What the file says about the contents, such as a picture's width; null if nothing.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>True of <c>application/json</c> and the <c>application/...+json</c> types, which a notebook file holds as JSON, not as text.</summary>
    /// <param name="mimeType">The MIME type.</param>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
}
