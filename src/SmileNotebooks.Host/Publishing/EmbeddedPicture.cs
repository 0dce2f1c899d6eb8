// A picture file as a data URI. What a file is, is told by its first bytes, so that no other file can be drawn into a page.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class EmbeddedPicture
{
    private const long MaxBytes = 16L * 1024 * 1024;

    /// <summary>The picture that a Markdown image names, or the reason why it is not shown.</summary>
    public static (string? DataUri, string? Problem) Read(string url, string? folder)
    {
        if (PictureDataUri().IsMatch(url))
        {
            return (url, null);
        }

        if (AnyScheme().IsMatch(url) || url.StartsWith('/') || url.StartsWith('\\'))
        {
            return (null, $"picture left out, only files beside the notebook are embedded ({Shorten(url)})");
        }

        if (folder is null)
        {
            return (null, $"picture left out, the notebook's folder is not known ({url})");
        }

        return ReadFile(Path.Combine(folder, Uri.UnescapeDataString(url)), url);
    }

    /// <summary>A picture that a Markdown cell holds, or the reason why it is not shown.</summary>
    public static (string? DataUri, string? Problem) ReadAttachment(string name, JsonObject? attachments)
    {
        if (attachments?[name] is not JsonObject types)
        {
            return (null, $"the cell has no attachment {Shorten(name)}");
        }

        foreach (JsonNode? content in types.Select(type => type.Value))
        {
            string base64 = content is JsonArray lines ? string.Concat(lines.Select(TextOf)) : TextOf(content);
            byte[] bytes = new byte[base64.Length];
            if (Convert.TryFromBase64String(base64, bytes, out int length) && DataUri(bytes.AsSpan(0, length)) is { } address)
            {
                return (address, null);
            }
        }

        return (null, $"attachment left out, neither PNG, JPEG, GIF, WebP nor SVG in base64 ({Shorten(name)})");
    }

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static string? DataUri(ReadOnlySpan<byte> bytes) =>
        MimeType(bytes) is { } type ? $"data:{type};base64,{Convert.ToBase64String(bytes)}" : null;

    private static (string? DataUri, string? Problem) ReadFile(string path, string url)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || new FileInfo(path) is not { Exists: true } file)
        {
            return (null, $"picture not found ({url})");
        }

        if (file.Length > MaxBytes)
        {
            return (null, $"picture left out, {Html.Size(file.Length)} is more than {Html.Size(MaxBytes)} ({url})");
        }

        try
        {
            return DataUri(File.ReadAllBytes(path)) is { } address
                ? (address, null)
                : (null, $"picture left out, neither PNG, JPEG, GIF, WebP nor SVG ({url})");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"picture could not be read ({url})");
        }
    }

    private static string? MimeType(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) => "image/png",
        _ when bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when bytes.StartsWith("GIF8"u8) => "image/gif",
        _ when bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) => "image/webp",
        _ when bytes[..Math.Min(bytes.Length, 1024)].IndexOf("<svg"u8) >= 0 => "image/svg+xml",
        _ => null,
    };

    private static string Shorten(string url) => url.Length <= 80 ? url : url[..80] + "...";

    [GeneratedRegex(@"^data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$")]
    private static partial Regex PictureDataUri();

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9+.\-]*):")]
    private static partial Regex AnyScheme();
}
