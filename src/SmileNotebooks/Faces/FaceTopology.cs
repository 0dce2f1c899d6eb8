namespace SmileNotebooks;

/// <summary>What the 478 points of a face mesh are: names, contours and edges.</summary>
public static partial class FaceTopology
{
    /// <summary>Points of a mesh with irises.</summary>
    public const int PointCount = 478;
}
