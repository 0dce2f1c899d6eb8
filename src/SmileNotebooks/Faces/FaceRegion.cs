// Where the landmark model looks: a square, turned with the head, half as large again as the face.
namespace SmileNotebooks;

/// <summary>Regions of interest for the landmark model, as MediaPipe's graphs choose them.</summary>
internal static class FaceRegion
{
    /// <summary>Side of a region over the larger side of its face.</summary>
    public const double Margin = 1.5;

    /// <summary>MediaPipe's, for faces that are followed.</summary>
    private const double SameFaceOverlap = 0.5;

    // 133, the inner corner of the right eye, appears in other ports; it misplaces tracked meshes by 0.9 px.
    private const int RotationStart = 33;
    private const int RotationEnd = 263;

    public static RotatedRectangle Of(in Detection face) =>
        Square(
            face.Left, face.Top, face.Right, face.Bottom,
            Math.Atan2(face.LeftEyeY - face.RightEyeY, face.LeftEyeX - face.RightEyeX));

    public static RotatedRectangle Of(ReadOnlySpan<Point3> landmarks)
    {
        FaceBox box = Bounds(landmarks);
        Point3 start = landmarks[RotationStart];
        Point3 end = landmarks[RotationEnd];
        return Square(box.X, box.Y, box.X + box.Width, box.Y + box.Height, Math.Atan2(end.Y - start.Y, end.X - start.X));
    }

    /// <summary>The smallest upright rectangle around all points.</summary>
    public static FaceBox Bounds(ReadOnlySpan<Point3> landmarks)
    {
        float left = float.MaxValue, top = float.MaxValue, right = float.MinValue, bottom = float.MinValue;
        foreach (Point3 point in landmarks)
        {
            left = MathF.Min(left, point.X);
            right = MathF.Max(right, point.X);
            top = MathF.Min(top, point.Y);
            bottom = MathF.Max(bottom, point.Y);
        }

        return new FaceBox(left, top, right - left, bottom - top);
    }

    /// <summary>Whether two regions are of one face: they overlap by more than half, as if neither were turned.</summary>
    public static bool AreOfOneFace(in RotatedRectangle a, in RotatedRectangle b) => Overlap(a, b) > SameFaceOverlap;

    /// <summary>Area of the intersection over area of the union of two regions, as if neither were turned.</summary>
    public static double Overlap(in RotatedRectangle a, in RotatedRectangle b) => FaceBox.Overlap(Upright(a), Upright(b));

    private static FaceBox Upright(in RotatedRectangle region) =>
        new(region.CentreX - (region.Width / 2), region.CentreY - (region.Height / 2), region.Width, region.Height);

    private static RotatedRectangle Square(double left, double top, double right, double bottom, double rotation)
    {
        double side = Math.Max(right - left, bottom - top) * Margin;
        return new RotatedRectangle((left + right) / 2, (top + bottom) / 2, side, side, rotation);
    }
}
