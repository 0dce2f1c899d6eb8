namespace SmileNotebooks;

/// <summary>
/// How large a picture may be. They are compared with the header of the file before any pixel is decoded, so that a small
/// file which unpacks to gigabytes costs nothing.
/// </summary>
public sealed record PictureLimits
{
    /// <summary>Longest allowed side in pixels; default 16384.</summary>
    public int MaxSide { get; init; } = 16_384;

    /// <summary>Most allowed pixels, width x height; default 120 million (360 MB of RGB), above the largest phone camera modes.</summary>
    public long MaxPixels { get; init; } = 120_000_000;

    /// <summary>Longest allowed file in bytes; default 512 MiB.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    internal static PictureLimits Default { get; } = new();

    /// <summary>What one array can hold: stays in force whatever <see cref="MaxPixels"/> says.</summary>
    private static long LargestArray => Array.MaxLength / 4;

    internal void Check(string source, int width, int height)
    {
        long allowed = Math.Min(MaxPixels, LargestArray);
        if (width > MaxSide || height > MaxSide || (long)width * height > allowed)
        {
            throw new PictureException(
                source,
                $"a picture of {width} x {height} pixels",
                $"at most {MaxSide} pixels a side and {allowed} pixels in all (see {nameof(PictureLimits)})");
        }
    }
}
