namespace SmileNotebooks;

/// <summary>Lends the pixels of a picture to libvips without copying them.</summary>
internal static unsafe class VipsPixels
{
    /// <summary>Runs <paramref name="use"/> on the picture as an sRGB image, which it must not keep.</summary>
    public static T Read<T>(Picture picture, Func<VipsImage, T> use)
    {
        fixed (byte* pixels = picture.Pixels.Span)
        {
            using VipsImage memory = VipsImage.Over(pixels, picture.Width, picture.Height, 3);
            using VipsOperation copy = new("copy");
            using VipsImage image = copy.Set("in", memory).Set("interpretation", "srgb").Image();
            return use(image);
        }
    }
}
