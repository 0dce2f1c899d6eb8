namespace SmileNotebooks;

/// <summary>Photos inside pages.</summary>
internal static class PhotoUri
{
    /// <summary>As large as a notebook shows it on a sharp screen; larger photos only make larger files.</summary>
    public const int LongestSide = 1024;

    private const int Quality = 85;

    /// <summary>The picture as a JPEG in a data URI, its longer side at most <see cref="LongestSide"/> pixels.</summary>
    public static unsafe string Of(Picture picture)
    {
        fixed (byte* pixels = picture.Pixels.Span)
        {
            using VipsImage full = VipsImage.Over(pixels, picture.Width, picture.Height, 3);
            using VipsOperation shrink = new("thumbnail_image");
            using VipsImage small = shrink.Set("in", full)
                .Set("width", LongestSide).Set("height", LongestSide).Set("size", "down").Image();
            using VipsOperation save = new("jpegsave_buffer");
            byte[] file = save.Set("in", small).Set("Q", Quality).Bytes();
            return $"data:image/jpeg;base64,{Convert.ToBase64String(file)}";
        }
    }
}
