// Whatever colours a file has, to 8-bit sRGB.
namespace SmileNotebooks;

/// <summary>
/// Colours to sRGB: an embedded ICC profile is followed, CMYK without one goes through libvips's own CMYK profile, 16 bit keeps
/// its upper byte, floats are linear light with white at 1.
/// </summary>
internal static class ColourConversion
{
    /// <summary>The samples of an image in sRGB: [height, width, bands], where bands is 3, or 4 with alpha last.</summary>
    public static byte[] ToSrgb(VipsImage encoded, string source, out int bands)
    {
        if (encoded.Format is VipsSampleFormat.Float or VipsSampleFormat.Double)
        {
            return LinearLight.ToSrgb(encoded, source, out bands);
        }

        if (encoded.Format is not (VipsSampleFormat.UInt8 or VipsSampleFormat.UInt16))
        {
            throw new PictureException(source, $"{encoded.Format} samples", "samples of 8 or 16 bits without sign, or floats");
        }

        using VipsImage? profiled = ColourProfile.Follow(encoded);
        using VipsOperation conversion = new("colourspace");
        using VipsImage srgb = conversion.Set("in", profiled ?? encoded).Set("space", "srgb").Image();
        bands = srgb.Bands;
        return bands is 3 or 4 && srgb.Format == VipsSampleFormat.UInt8
            ? srgb.ReadPixels<byte>()
            : throw new PictureException(source, $"{encoded.Bands} channels", "grey, RGB or CMYK, with or without alpha");
    }
}
