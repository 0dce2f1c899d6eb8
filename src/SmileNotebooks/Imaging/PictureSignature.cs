// Tells the format of a file by its first bytes, so that only the decoder of that format ever sees it.
using System.Text;

namespace SmileNotebooks;

/// <summary>A format that is read: its name and the operation of libvips that decodes it.</summary>
internal sealed record PictureSignature(string Name, string Loader)
{
    public const string Expected = "a JPEG, PNG, WebP, GIF or TIFF picture";

    private static readonly PictureSignature Jpeg = new("JPEG", "jpegload_buffer");
    private static readonly PictureSignature Png = new("PNG", "pngload_buffer");
    private static readonly PictureSignature WebP = new("WebP", "webpload_buffer");
    private static readonly PictureSignature Gif = new("GIF", "gifload_buffer");
    private static readonly PictureSignature Tiff = new("TIFF", "tiffload_buffer");

    /// <summary>The format whose signature the bytes begin with; null where it is none of ours.</summary>
    public static PictureSignature? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return Jpeg;
        }

        if (bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Png;
        }

        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP;
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return Gif;
        }

        bool isTiff = bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("II+\0"u8) || bytes.StartsWith("MM\0+"u8);
        return isTiff ? Tiff : null;
    }

    /// <summary>The first bytes in words, for the message about a file of no known format.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 16)];
        int letters = start.IndexOfAnyExceptInRange((byte)' ', (byte)'~');
        bool isText = letters < 0 || (letters > 0 && start[letters] is (byte)'\n' or (byte)'\r' or (byte)'\t');
        return isText
            ? $"text that begins with \"{Encoding.ASCII.GetString(letters < 0 ? start : start[..letters])}\""
            : $"bytes that begin with {Convert.ToHexString(start[..Math.Min(start.Length, 8)])}";
    }
}
