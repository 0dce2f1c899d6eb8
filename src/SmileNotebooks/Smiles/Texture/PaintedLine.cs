namespace SmileNotebooks;

/// <summary>A curve on the face: points of the canonical face's frontal plane on the subject's right side, in centimetres, and where they are on the mesh.</summary>
internal sealed class PaintedLine
{
    public const int PointCount = 13;

    private readonly (int A, int B, int C, float U, float V, float W)[] _points;

    private PaintedLine(Func<double, (double X, double Y)> at) =>
        _points = [.. Enumerable.Range(0, PointCount).Select(i => at((double)i / (PointCount - 1))).Select(p => PatchShape.OnMesh(p.X, p.Y))];

    /// <summary>From 1.3 to 2.8 cm from a point within the eye, each bending a little down as it goes outward.</summary>
    public static PaintedLine[] CrowsFeet { get; } = [.. new[] { 14.0, -4, -22, -40 }.Select(degrees => new PaintedLine(t =>
    {
        double radius = 1.3 + (1.5 * t), angle = (degrees - (8 * t)) * Math.PI / 180;
        return (-3.9 - (radius * Math.Cos(angle)), 2.6 + (radius * Math.Sin(angle)));
    }))];

    /// <summary>Arcs 1.35 and 1.75 cm below the middle of the eye.</summary>
    public static PaintedLine[] LowerLid { get; } = [.. new[] { 3.2, 3.6 }.Select(radius => new PaintedLine(t =>
    {
        double angle = ((-20 + (40 * t)) - 90) * Math.PI / 180;
        return (-3.35 + (radius * Math.Cos(angle)), 4.5 + (radius * Math.Sin(angle)));
    }))];

    /// <summary>From beside the wing of the nose to outward of the corner of the mouth, bending outward.</summary>
    public static PaintedLine[] Nasolabial { get; } = [new(t => (-2.45 - (1.45 * t) - (0.25 * Math.Sin(Math.PI * t)), -0.8 - (2.9 * t)))];

    /// <summary>The points in the picture.</summary>
    public void Place(ReadOnlySpan<Point3> landmarks, bool isLeft, Span<(double X, double Y)> points)
    {
        for (int i = 0; i < _points.Length; i++)
        {
            (int a, int b, int c, float u, float v, float w) = _points[i];
            if (isLeft)
            {
                (a, b, c) = (CanonicalFace.Default.Mirror[a], CanonicalFace.Default.Mirror[b], CanonicalFace.Default.Mirror[c]);
            }

            points[i] = (
                (u * landmarks[a].X) + (v * landmarks[b].X) + (w * landmarks[c].X),
                (u * landmarks[a].Y) + (v * landmarks[b].Y) + (w * landmarks[c].Y));
        }
    }
}
