namespace SmileNotebooks;

/// <summary>How large the picture's pixels are on the face.</summary>
internal readonly struct PixelScale
{
    private const int MostParts = 4;
    private const int RightIris = 468, LeftIris = 473;

    // Variance in square pixels that a pixel's own area (1/12) and the mean of bilinear sampling (1/6) add.
    private const double VarianceOfPixel = (1 / 12.0) + (1 / 6.0);

    private readonly double _blur;

    private PixelScale(double pupilPixels)
    {
        PupilPixels = pupilPixels;
        PixelsPerCentimetre = pupilPixels / WrinkleLimits.PupilsApart;
        double pixelsPerSample = PixelsPerCentimetre / WrinkleLimits.SamplesPerCentimetre;
        Parts = (int)Math.Clamp(Math.Ceiling(pixelsPerSample - 0.5), 1, MostParts);
        _blur = (VarianceOfPixel / (pixelsPerSample * pixelsPerSample)) + ((1 - (1.0 / (Parts * Parts))) / 12);
    }

    /// <summary>Distance of the pupils in pixels, in three dimensions: turning the head leaves it.</summary>
    public double PupilPixels { get; }

    public double PixelsPerCentimetre { get; }

    /// <summary>Places a sample is the mean of, along each axis.</summary>
    public int Parts { get; }

    public static PixelScale Of(ReadOnlySpan<Point3> landmarks)
    {
        Point3 a = landmarks[RightIris], b = landmarks[LeftIris];
        double x = a.X - b.X, y = a.Y - b.Y, z = a.Z - b.Z;
        return new PixelScale(Math.Sqrt((x * x) + (y * y) + (z * z)));
    }

    /// <summary>Standard deviation in samples of the Gaussian that, with the blur of pixels and sampling before it, has a scale on the face. So the
    /// whole chain has one scale for faces of any size.</summary>
    public double SigmaFor(double centimetres)
    {
        double wanted = centimetres * WrinkleLimits.SamplesPerCentimetre;
        return Math.Sqrt(Math.Max(0.3, (wanted * wanted) - _blur));
    }
}
