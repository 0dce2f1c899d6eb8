// A picture in memory: the one pixel format that everything above works on.
namespace SmileNotebooks;

/// <summary>An RGB picture, 8 bits a channel, in memory. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial class Picture
{
    /// <summary>Makes a picture of pixels in memory.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="pixels">Rows from top to bottom, three bytes (red, green, blue) a pixel, no padding:
    /// [height, width, 3]. Not copied: do not change it afterwards.</param>
    /// <exception cref="ArgumentException">A side is below 1, or the length is not width x height x 3.</exception>
    public Picture(int width, int height, ReadOnlyMemory<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height * 3)
        {
            throw new ArgumentException(
                $"A picture of {width} x {height} has {(long)width * height * 3} bytes (RGB), found {pixels.Length}.", nameof(pixels));
        }

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Rows from top to bottom, red, green and blue bytes: [height, width, 3], no padding.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>The file that the picture was loaded from; null for a picture made in memory.</summary>
    public string? Path { get; init; }
}
