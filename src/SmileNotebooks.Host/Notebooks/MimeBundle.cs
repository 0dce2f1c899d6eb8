using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>One value in several MIME types: text as it is, JSON types as JSON text, binary types as base64.</summary>
/// <param name="Data">MIME type to content.</param>
public sealed record MimeBundle(ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>The content in a MIME type, or null.</summary>
    public string? this[string mimeType] => Data.GetValueOrDefault(mimeType);
}
