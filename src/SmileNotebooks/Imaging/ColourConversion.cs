// Whatever colours a file has, to 8-bit sRGB.
namespace SmileNotebooks;

/// <summary>
/// Colours to sRGB: an embedded ICC profile is followed, CMYK without one goes through libvips's own CMYK profile, 16 bit keeps
/// its upper byte, floats are linear light with white at 1.
/// </summary>
internal static unsafe class ColourConversion
{
    private const string Profile = "icc-profile-data";

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

        using VipsImage? profiled = ChangesColours(encoded) ? FollowProfile(encoded) : null;
        using VipsOperation conversion = new("colourspace");
        using VipsImage srgb = conversion.Set("in", profiled ?? encoded).Set("space", "srgb").Image();
        bands = srgb.Bands;
        return bands is 3 or 4 && srgb.Format == VipsSampleFormat.UInt8
            ? srgb.ReadPixels<byte>()
            : throw new PictureException(source, $"{encoded.Bands} channels", "grey, RGB or CMYK, with or without alpha");
    }

    private static VipsImage? FollowProfile(VipsImage image)
    {
        try
        {
            using VipsOperation transform = new("icc_transform");
            return transform
                .Set("in", image)
                .Set("output-profile", "srgb")
                .Set("embedded", "true")
                .Set("intent", "relative")
                .Set("black-point-compensation", "true")
                .Set("depth", 8)
                .Image();
        }
        catch (VipsException)
        {
            // A profile that is broken or of another colour space than the pixels says nothing about them: viewers ignore it too.
            VipsNative.ClearError();
            return null;
        }
    }

    /// <summary>
    /// Whether the image has a profile that is worth following. Most profiles are sRGB in one wording or another; rounding
    /// through them would move samples by one for nothing, so an RGB profile is tried on a grid of colours first.
    /// </summary>
    private static bool ChangesColours(VipsImage image)
    {
        if (!image.Has(Profile))
        {
            return false;
        }

        if (image.Bands < 3 || image.Interpretation is VipsInterpretation.Cmyk)
        {
            return true;
        }

        byte[] grid = ColourGrid();
        fixed (byte* samples = grid)
        {
            using VipsImage memory = VipsImage.Over(samples, grid.Length / 3, 1, 3);
            using VipsImage colours = memory.AsSrgb();
            colours.CopyField(Profile, image);
            using VipsImage? seen = FollowProfile(colours);
            return seen is not null && LargestDifference(grid, seen.ReadPixels<byte>()) > 1;
        }
    }

    /// <summary>6 x 6 x 6 colours, evenly spaced in each channel: the primaries, the greys and what lies between.</summary>
    private static byte[] ColourGrid()
    {
        byte[] grid = new byte[6 * 6 * 6 * 3];
        for (int i = 0; i < 6 * 6 * 6; i++)
        {
            grid[3 * i] = (byte)(i / 36 * 51);
            grid[(3 * i) + 1] = (byte)(i / 6 % 6 * 51);
            grid[(3 * i) + 2] = (byte)(i % 6 * 51);
        }

        return grid;
    }

    private static int LargestDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int largest = 0;
        for (int i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        }

        return largest;
    }
}
