// Embedded ICC profiles: cameras and editors say in them what their red, green and blue are.
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SmileNotebooks;

/// <summary>
/// Follows a profile to sRGB (relative colorimetric, black point compensated), as browsers do. Most profiles are sRGB in one
/// wording or another; rounding through them would move samples by one for nothing, so those are left alone.
/// </summary>
internal static unsafe class ColourProfile
{
    private const string Field = "icc-profile-data";

    // Trying a profile takes milliseconds, and the pictures of a study have the same few.
    private const int MostRemembered = 64;

    private static readonly ConcurrentDictionary<string, bool> Remembered = new();

    /// <summary>The image in sRGB, 8 bit; null where it has no profile, one that changes nothing, or one that cannot be followed.</summary>
    public static VipsImage? Follow(VipsImage image) => image.Has(Field) && ChangesColours(image) ? Transform(image) : null;

    private static VipsImage? Transform(VipsImage image)
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

    /// <summary>An RGB profile is tried on a grid of colours; one of grey or inks always says something.</summary>
    private static bool ChangesColours(VipsImage image)
    {
        if (image.Bands < 3 || image.Interpretation is VipsInterpretation.Cmyk)
        {
            return true;
        }

        string key = Convert.ToHexString(SHA256.HashData(image.Blob(Field)));
        if (Remembered.TryGetValue(key, out bool changes))
        {
            return changes;
        }

        changes = ChangesGrid(image);
        if (Remembered.Count < MostRemembered)
        {
            Remembered[key] = changes;
        }

        return changes;
    }

    private static bool ChangesGrid(VipsImage image)
    {
        byte[] grid = ColourGrid();
        fixed (byte* samples = grid)
        {
            using VipsImage memory = VipsImage.Over(samples, grid.Length / 3, 1, 3);
            using VipsImage colours = memory.AsSrgb();
            colours.SetBlob(Field, image.Blob(Field));
            using VipsImage? seen = Transform(colours);
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
