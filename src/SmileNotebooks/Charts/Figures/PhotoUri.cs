namespace SmileNotebooks;

/// <summary>Photos inside pages.</summary>
internal static class PhotoUri
{
    /// <summary>As large as a notebook shows it on a sharp screen; larger photos only make larger files.</summary>
    public const int LongestSide = 1024;

    private const int Quality = 85;

    /// <summary>The picture as a JPEG in a data URI, its longer side at most <see cref="LongestSide"/> pixels.</summary>
    public static string Of(Picture picture)
    {
        double scale = (double)LongestSide / Math.Max(picture.Width, picture.Height);
        Picture shown = scale >= 1 ? picture : picture.Resize(Scaled(picture.Width, scale), Scaled(picture.Height, scale));
        return $"data:image/jpeg;base64,{Convert.ToBase64String(shown.Encode(PictureFormat.Jpeg, Quality))}";
    }

    private static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));
}
