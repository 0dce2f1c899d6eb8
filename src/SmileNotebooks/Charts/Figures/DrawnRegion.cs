using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Contours of the face that are drawn and named as one.</summary>
/// <param name="Name">The name in a legend.</param>
/// <param name="OnPhoto">Its colour on a photo, which may be light or dark.</param>
/// <param name="OnPaper">Its colour on a page of the house template.</param>
/// <param name="Contours">The contours that belong to it.</param>
internal sealed record DrawnRegion(string Name, string OnPhoto, string OnPaper, ImmutableArray<FaceContour> Contours)
{
    /// <summary>The name of the region of both irises.</summary>
    public const string Irises = "irises";

    private const int EllipseSteps = 24;

    /// <summary>The regions in drawing order. On photos: the bright colours of Okabe and Ito (2008).</summary>
    public static ImmutableArray<DrawnRegion> All { get; } =
    [
        Make("face oval", "#f2f2f2", Palette.Grey),
        Make("nose", "#4fd6ae", Palette.Green, "nose bridge", "nose wings", "nostrils"),
        Make("eyebrows", "#ffb733", Palette.Orange, "right eyebrow", "left eyebrow"),
        Make("eyes", "#56c4ff", Palette.Blue, "right eye", "left eye"),
        Make(Irises, "#e9f56b", Palette.Purple, "right iris", "left iris"),
        Make("lips", "#ff8a5c", Palette.Vermilion, "outer lips", "inner lips"),
    ];

    /// <summary>The region of a face as one line with gaps: NaN stands after each contour.</summary>
    public IEnumerable<(double X, double Y, double Z)> Line(Face face) =>
        Contours.SelectMany(contour => Outline(face, contour).Append((double.NaN, double.NaN, double.NaN)));

    /// <summary>A contour of a face as a line; a closed one ends where it began. Four points round an iris become the
    /// ellipse through them.</summary>
    public static IEnumerable<(double X, double Y, double Z)> Outline(Face face, FaceContour contour)
    {
        if (contour.IsClosed && contour.Points.Length == 4)
        {
            return Ellipse([.. contour.Points.Select(point => face.Landmarks[point])]);
        }

        IEnumerable<int> points = contour.IsClosed ? contour.Points.Append(contour.Points[0]) : contour.Points;
        return points.Select(point => ((double)face.Landmarks[point].X, (double)face.Landmarks[point].Y, (double)face.Landmarks[point].Z));
    }

    /// <summary>The ellipse whose conjugate diameters join the first to the third and the second to the fourth point.</summary>
    private static IEnumerable<(double X, double Y, double Z)> Ellipse(Point3[] points)
    {
        for (int step = 0; step <= EllipseSteps; step++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * (step % EllipseSteps) / EllipseSteps);
            yield return (
                Mix(points[0].X, points[1].X, points[2].X, points[3].X, sin, cos),
                Mix(points[0].Y, points[1].Y, points[2].Y, points[3].Y, sin, cos),
                Mix(points[0].Z, points[1].Z, points[2].Z, points[3].Z, sin, cos));
        }
    }

    private static double Mix(double a, double b, double c, double d, double sin, double cos) =>
        (a + b + c + d) / 4 + cos * (a - c) / 2 + sin * (b - d) / 2;

    private static DrawnRegion Make(string name, string onPhoto, string onPaper, params string[] contours) =>
        new(name, onPhoto, onPaper, [.. (contours.Length == 0 ? [name] : contours).Select(FaceTopology.Contour)]);
}
