// The face's surface and a few rings around it, so that a moving head draws its surroundings along and nothing tears at the oval.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The mesh that a photo is warped along: the 468 points of the surface, then rings of 36 points each that are the oval made larger about its middle.
/// The rings follow the head by less and less, and the outermost does not move, so the displacement is continuous everywhere.</summary>
internal sealed class WarpMesh
{
    // Sizes of the rings against the oval, and how much of the head's motion each takes on: the hair all of it, what is three sizes away nothing. Chosen by eye.
    private static readonly (double Size, double Share)[] Rings = [(1.2, 1), (1.6, 1), (2.0, 0.8), (2.4, 0.45), (2.8, 0.15), (3.2, 0)];

    private static readonly ImmutableArray<int> Oval = FaceTopology.Contour("face oval").Points;

    private readonly Vector3d[] _points;
    private readonly HeadFit _fit;
    private readonly Vector3d _pivot;

    private WarpMesh(Vector3d[] points, HeadFit fit)
    {
        _points = points;
        _fit = fit;
        _pivot = fit.Translation;
        Triangles = [.. FaceTopology.Triangles, .. RingTriangles()];
    }

    /// <summary>Corners of each triangle, indices of points.</summary>
    public ImmutableArray<(int A, int B, int C)> Triangles { get; }

    /// <summary>How many points there are.</summary>
    public int Count => _points.Length;

    public static WarpMesh Of(Face face)
    {
        ReadOnlySpan<Point3> landmarks = face.Landmarks.AsSpan();
        Vector3d[] points = new Vector3d[FaceTopology.SurfacePointCount + (Rings.Length * Oval.Length)];
        for (int i = 0; i < FaceTopology.SurfacePointCount; i++)
        {
            points[i] = new Vector3d(landmarks[i].X, -(double)landmarks[i].Y, -(double)landmarks[i].Z);
        }

        Vector3d middle = default;
        foreach (int point in Oval)
        {
            middle += 1.0 / Oval.Length * points[point];
        }

        for (int ring = 0; ring < Rings.Length; ring++)
        {
            for (int i = 0; i < Oval.Length; i++)
            {
                Vector3d rim = points[Oval[i]];
                double size = Rings[ring].Size;
                points[RingPoint(ring, i)] = new Vector3d(middle.X + (size * (rim.X - middle.X)), middle.Y + (size * (rim.Y - middle.Y)), rim.Z);
            }
        }

        return new WarpMesh(points, HeadFit.Of(landmarks));
    }

    /// <summary>Where the points are in the photo: x right, y down, pixels.</summary>
    public void Place(Span<(double X, double Y)> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (_points[i].X, -_points[i].Y);
        }
    }

    /// <summary>Where the points are once the surface has been displaced and the head has moved.</summary>
    /// <param name="displacement">[468] in canonical centimetres.</param>
    /// <param name="motion">The head's.</param>
    /// <param name="points">Receives [<see cref="Count"/>], x right, y down, pixels.</param>
    public void Place(ReadOnlySpan<Vector3d> displacement, HeadMotion motion, Span<(double X, double Y)> points)
    {
        HeadFit turn = _fit with { Translation = default };
        for (int i = 0; i < points.Length; i++)
        {
            Vector3d at = _points[i];
            if (i < displacement.Length)
            {
                at += turn.ToHead(displacement[i]);
            }

            if (!motion.IsNone)
            {
                double share = i < FaceTopology.SurfacePointCount ? 1 : Rings[(i - FaceTopology.SurfacePointCount) / Oval.Length].Share;
                at += share * (motion.Apply(at, _pivot) - at);
            }

            points[i] = (at.X, -at.Y);
        }
    }

    private static int RingPoint(int ring, int i) => FaceTopology.SurfacePointCount + (ring * Oval.Length) + i;

    private static IEnumerable<(int A, int B, int C)> RingTriangles()
    {
        for (int ring = 0; ring < Rings.Length; ring++)
        {
            for (int i = 0; i < Oval.Length; i++)
            {
                int next = (i + 1) % Oval.Length;
                (int inner, int innerNext) = ring == 0 ? (Oval[i], Oval[next]) : (RingPoint(ring - 1, i), RingPoint(ring - 1, next));
                yield return (inner, innerNext, RingPoint(ring, i));
                yield return (innerNext, RingPoint(ring, next), RingPoint(ring, i));
            }
        }
    }
}
