using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A face mesh with position, size and pose of the head taken out: the landmarks in the frame of <see cref="CanonicalFace"/>
/// (x toward the subject's left, which is the viewer's right; y up; z toward the viewer). The unit is the canonical face's centimetre: about
/// a centimetre on a head of average size, the same for every distance from the camera. Meshes of equal points are equal.</summary>
public sealed class FrontalMesh : IEquatable<FrontalMesh>
{
    private readonly Vector3d[] _points;

    private FrontalMesh(Vector3d[] points)
    {
        _points = points;
        Points = [.. points.Select(p => new Point3((float)p.X, (float)p.Y, (float)p.Z))];
    }

    /// <summary>The 478 points in canonical centimetres, in MediaPipe's order.</summary>
    public ImmutableArray<Point3> Points { get; }

    /// <summary>Takes position, size and pose out of a mesh by the inverse of the fit behind <see cref="HeadPose.Fit"/>.</summary>
    /// <param name="landmarks">478 points in pixels, or any one unit; x right, y down, z away from the camera.</param>
    /// <exception cref="ArgumentException">Not 478 points, a point that is not finite (its index is in the message), or
    /// points that coincide or lie on one line.</exception>
    public static FrontalMesh Of(ReadOnlySpan<Point3> landmarks)
    {
        if (landmarks.Length != FaceTopology.PointCount)
        {
            throw new ArgumentException($"Expected {FaceTopology.PointCount} landmarks, found {landmarks.Length}.", nameof(landmarks));
        }

        HeadFit fit = HeadFit.Of(landmarks);
        Vector3d[] points = new Vector3d[landmarks.Length];
        for (int i = 0; i < points.Length; i++)
        {
            Point3 p = landmarks[i];
            if (!float.IsFinite(p.X) || !float.IsFinite(p.Y) || !float.IsFinite(p.Z))
            {
                throw new ArgumentException($"Landmark {i} is not finite: ({p.X}, {p.Y}, {p.Z}).", nameof(landmarks));
            }

            points[i] = fit.ToCanonical(p);
        }

        return new FrontalMesh(points);
    }

    /// <inheritdoc/>
    public bool Equals(FrontalMesh? other) => other is not null && _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FrontalMesh);

    /// <inheritdoc/>
    public override int GetHashCode() => new ValueSequence<Point3>(Points).GetHashCode();

    /// <summary>The median mesh: each coordinate of each point by itself.</summary>
    internal static FrontalMesh Median(IReadOnlyList<FrontalMesh> meshes)
    {
        double[] values = new double[meshes.Count];
        double Middle(int point, Func<Vector3d, double> coordinate)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = coordinate(meshes[i]._points[point]);
            }

            Array.Sort(values);
            return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        }

        return new FrontalMesh([.. Enumerable.Range(0, FaceTopology.PointCount).Select(
            point => new Vector3d(Middle(point, p => p.X), Middle(point, p => p.Y), Middle(point, p => p.Z)))]);
    }

    /// <summary>Point <paramref name="landmark"/> in double precision.</summary>
    internal Vector3d At(int landmark) => _points[landmark];
}
