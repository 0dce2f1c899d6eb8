// From pixels to the bytes of a file.
namespace SmileNotebooks;

/// <summary>Encodes with libvips. Files carry no metadata: no time, no place, no camera. Without a profile they are sRGB.</summary>
internal static unsafe class PictureEncoder
{
    public const string Extensions = ".png, .jpg, .jpeg or .webp";

    public static byte[] Encode(Picture picture, PictureFormat format, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        string saver = format switch
        {
            PictureFormat.Png => "pngsave_buffer",
            PictureFormat.Jpeg => "jpegsave_buffer",
            PictureFormat.WebP => "webpsave_buffer",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Expected a named picture format."),
        };
        try
        {
            return Save(picture, saver, format, quality);
        }
        catch (VipsException exception)
        {
            throw new PictureException(
                picture.Path ?? "picture in memory",
                $"{picture.Width} x {picture.Height} pixels that {format} cannot hold",
                "at most 65535 pixels a side for JPEG and 16383 for WebP",
                exception);
        }
    }

    /// <summary>The format that a file name asks for.</summary>
    public static PictureFormat FormatOf(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => PictureFormat.Png,
        ".JPG" or ".JPEG" => PictureFormat.Jpeg,
        ".WEBP" => PictureFormat.WebP,
        "" => throw new PictureException(path, "a file name without extension", Extensions),
        string other => throw new PictureException(path, $"the extension {other.ToLowerInvariant()}", Extensions),
    };

    private static byte[] Save(Picture picture, string saver, PictureFormat format, int quality)
    {
        fixed (byte* pixels = picture.Pixels.Span)
        {
            using VipsImage memory = VipsImage.Over(pixels, picture.Width, picture.Height, 3);
            using VipsImage image = memory.AsSrgb();
            using VipsOperation operation = new(saver);
            operation.Set("in", image).Set("keep", "none");
            if (format != PictureFormat.Png)
            {
                operation.Set("Q", quality);
            }

            return operation.Bytes();
        }
    }
}
