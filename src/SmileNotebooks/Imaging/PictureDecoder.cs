// From the bytes of a file to 8-bit sRGB pixels, upright and opaque.
namespace SmileNotebooks;

/// <summary>
/// Decodes with libvips. The steps: signature, header, limits, pixels, colours to sRGB, alpha over white, orientation.
/// </summary>
internal static unsafe class PictureDecoder
{
    public static Picture Decode(ReadOnlySpan<byte> bytes, string source, PictureLimits limits)
    {
        if (bytes.IsEmpty)
        {
            throw new PictureException(source, "no bytes: it is empty", PictureSignature.Expected);
        }

        PictureSignature format = PictureSignature.Of(bytes)
            ?? throw new PictureException(source, PictureSignature.Describe(bytes), PictureSignature.Expected);
        try
        {
            fixed (byte* data = bytes)
            {
                return Decode(data, bytes.Length, source, format, limits);
            }
        }
        catch (VipsException exception)
        {
            throw new PictureException(
                source, $"{format.Name} data that is cut short or damaged", $"a complete {format.Name} file", exception);
        }
    }

    private static Picture Decode(byte* data, int length, string source, PictureSignature format, PictureLimits limits)
    {
        // Sequential: rows go straight into our array, never by way of a temporary file.
        using VipsOperation loader = new(format.Loader);
        using VipsImage encoded = loader.Set("buffer", data, length).Set("access", "sequential").Set("fail-on", "error").Image();
        limits.Check(source, encoded.Width, encoded.Height);

        byte[] samples = ColourConversion.ToSrgb(encoded, source, out int bands);
        byte[] pixels = bands == 4 ? AlphaBlend.OverWhite(samples) : samples;
        return PictureOrientation.Apply(new Picture(encoded.Width, encoded.Height, pixels), encoded.Orientation);
    }
}
