using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Charts;

/// <summary>A face without a model: the canonical face in pixels, looking at the camera.</summary>
internal static class SampleFace
{
    private const double PixelsPerCentimetre = 12;

    public static Face At(double x, double y, Picture? picture = null)
    {
        ImmutableArray<Point3> surface =
        [
            .. CanonicalFace.Default.Vertices.Select(vertex => new Point3(
                (float)(x + PixelsPerCentimetre * vertex.X),
                (float)(y - PixelsPerCentimetre * vertex.Y),
                (float)(-PixelsPerCentimetre * vertex.Z))),
        ];
        ImmutableArray<Point3> landmarks = [.. surface, .. Iris(surface, 33, 133), .. Iris(surface, 362, 263)];
        float left = landmarks.Min(point => point.X);
        float top = landmarks.Min(point => point.Y);
        return new()
        {
            Landmarks = landmarks,
            Box = new(left, top, landmarks.Max(point => point.X) - left, landmarks.Max(point => point.Y) - top),
            Confidence = 1,
            Pose = default,
            Picture = picture,
        };
    }

    public static Picture GreyPicture(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)128);
        return new(width, height, pixels);
    }

    /// <summary>The centre and four points around it, between the corners of an eye.</summary>
    private static Point3[] Iris(ImmutableArray<Point3> surface, int corner, int otherCorner)
    {
        Point3 a = surface[corner];
        Point3 b = surface[otherCorner];
        Point3 centre = new((a.X + b.X) / 2, (a.Y + b.Y) / 2, (a.Z + b.Z) / 2);
        return
        [
            centre,
            centre with { X = centre.X + 6 },
            centre with { Y = centre.Y - 6 },
            centre with { X = centre.X - 6 },
            centre with { Y = centre.Y + 6 },
        ];
    }
}
