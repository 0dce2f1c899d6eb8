// Where the measure of wrinkles ends. Conventions; what each was checked on is in docs/methods.md.
namespace SmileNotebooks;

/// <summary>The constants of the measure of wrinkles.</summary>
internal static class WrinkleLimits
{
    /// <summary>Distance of the pupils in centimetres of the canonical face: its eyes' middles. Gives the size of a pixel.</summary>
    public const double PupilsApart = 6.31;

    /// <summary>Samples a canonical centimetre in a rectified patch.</summary>
    public const int SamplesPerCentimetre = 12;

    /// <summary>Standard deviation in centimetres of the line filter with all that blurs before it: 1.4 mm. It answers most to lines that repeat
    /// every 6 mm, and the astronaut's pixels of 1.5 mm still hold them.</summary>
    public const double LineScale = 0.14;

    /// <summary>Root mean square of line contrast below which skin cannot be told from JPEG's and the camera's noise.</summary>
    public const double ContrastFloor = 0.02;

    /// <summary>Least distance of the pupils in pixels: three quarters of the astronaut's 43.</summary>
    public const double LeastPupilPixels = 32;

    /// <summary>Least share of a region's frontal area that the picture shows.</summary>
    public const double LeastVisibleArea = 0.42;

    public const double GreatestYaw = 45;

    public const double GreatestPitch = 35;

    /// <summary>Greatest share of a region outside of the picture, and of its samples that are white or black.</summary>
    public const double GreatestOutside = 0.02, GreatestSaturated = 0.1, GreatestBlack = 0.25;

    /// <summary>Linear light of a white sample (level 249 of 255) and of a black one (level 13).</summary>
    public const float White = 0.947f, Black = 0.004f;

    /// <summary>Least ratio of the eyes' fine to coarse edge energy. Sharp portraits have .45 to 1.3, with a blur of 2 pixels .18 to .34.</summary>
    public const double LeastSharpness = 0.33;

    /// <summary>Line contrast at the bridge of the nose, averaged across it, from which it is that of a frame.</summary>
    public const double FrameAtBridge = 0.095;

    /// <summary>98th percentile of line contrast in a region, from which it is no skin.</summary>
    public const double StrongEdge = 0.3;
}
