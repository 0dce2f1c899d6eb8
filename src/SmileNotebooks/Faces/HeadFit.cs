// The similarity transform from the canonical face to a head in a picture.
namespace SmileNotebooks;

/// <summary>Rotation, scale and translation that bring the canonical face closest to landmarks, in weighted least squares:
/// head = <see cref="Scale"/> * R * canonical + <see cref="Translation"/>, in the picture's frame with y and z turned up and toward the viewer.</summary>
/// <remarks>Closed form by the unit quaternion: B. K. P. Horn, "Closed-form solution of absolute orientation using unit quaternions",
/// Journal of the Optical Society of America A 4(4), 1987, 629-642. It never yields a reflection. Allocates nothing.</remarks>
/// <param name="XRow">First row of R.</param>
/// <param name="YRow">Second row of R.</param>
/// <param name="ZRow">Third row of R.</param>
/// <param name="Scale">Landmark units a centimetre.</param>
/// <param name="Translation">Where the canonical origin lies.</param>
internal readonly record struct HeadFit(Vector3d XRow, Vector3d YRow, Vector3d ZRow, double Scale, Vector3d Translation)
{
    // Below this share of the largest eigenvalue the best and the second rotation fit alike (exact faces: above .1).
    private const double SmallestGap = 1e-6;

    // A face smaller than this share of its distance from the origin is lost in the rounding of single precision.
    private const double SmallestSpread = 1e-6;

    // The vertices that weigh, with their canonical positions about the weighted centre.
    private static readonly Lazy<(int Vertex, double Weight, Vector3d Position)[]> Basis = new(CentredBasis);
    private static readonly Lazy<Vector3d> CanonicalCentre = new(WeightedCanonicalCentre);

    /// <summary>Fits the canonical face to 468 or 478 landmarks.</summary>
    /// <exception cref="ArgumentException">See <see cref="HeadPose.Fit"/>.</exception>
    public static HeadFit Of(ReadOnlySpan<Point3> landmarks)
    {
        if (landmarks.Length is not (CanonicalFace.VertexCount or FaceTopology.PointCount))
        {
            throw new ArgumentException(
                $"Expected {CanonicalFace.VertexCount} or {FaceTopology.PointCount} landmarks, found {landmarks.Length}.", nameof(landmarks));
        }

        ReadOnlySpan<(int Vertex, double Weight, Vector3d Position)> basis = Basis.Value;
        Vector3d centre = WeightedCentre(landmarks, basis);

        // Sums of products of canonical (first letter) and head (second letter) coordinates about their centres.
        Vector3d xs = default, ys = default, zs = default;
        double canonicalSquares = 0, headSquares = 0;
        foreach ((int vertex, double weight, Vector3d canonical) in basis)
        {
            Vector3d head = Upright(landmarks[vertex]) - centre;
            xs += weight * canonical.X * head;
            ys += weight * canonical.Y * head;
            zs += weight * canonical.Z * head;
            canonicalSquares += weight * Vector3d.Dot(canonical, canonical);
            headSquares += weight * Vector3d.Dot(head, head);
        }

        // Dividing by the sizes makes the test of the gap independent of the unit.
        double size = Math.Sqrt(canonicalSquares * headSquares);
        if (!(size > 0) || Math.Sqrt(headSquares) <= SmallestSpread * centre.Length)
        {
            throw new ArgumentException("All landmarks lie on one point: no pose can be fitted.", nameof(landmarks));
        }

        (double w, double x, double y, double z) = LargestEigenvector(1 / size * xs, 1 / size * ys, 1 / size * zs);
        Vector3d xRow = new(1 - (2 * ((y * y) + (z * z))), 2 * ((x * y) - (w * z)), 2 * ((x * z) + (w * y)));
        Vector3d yRow = new(2 * ((x * y) + (w * z)), 1 - (2 * ((x * x) + (z * z))), 2 * ((y * z) - (w * x)));
        Vector3d zRow = new(2 * ((x * z) - (w * y)), 2 * ((y * z) + (w * x)), 1 - (2 * ((x * x) + (y * y))));

        double alignment = Vector3d.Dot(xRow, new(xs.X, ys.X, zs.X)) + Vector3d.Dot(yRow, new(xs.Y, ys.Y, zs.Y))
            + Vector3d.Dot(zRow, new(xs.Z, ys.Z, zs.Z));
        HeadFit atOrigin = new(xRow, yRow, zRow, alignment / canonicalSquares, default);
        return atOrigin with { Translation = centre - atOrigin.ToHead(CanonicalCentre.Value) };
    }

    /// <summary>Where a canonical point lies on the head, y up and z toward the viewer.</summary>
    public Vector3d ToHead(Vector3d canonical) =>
        (Scale * new Vector3d(Vector3d.Dot(XRow, canonical), Vector3d.Dot(YRow, canonical), Vector3d.Dot(ZRow, canonical))) + Translation;

    /// <summary>Where a landmark would lie on an upright head that faces the viewer, in canonical centimetres.</summary>
    public Vector3d ToCanonical(Point3 landmark)
    {
        Vector3d p = 1 / Scale * (Upright(landmark) - Translation);
        return (p.X * XRow) + (p.Y * YRow) + (p.Z * ZRow);
    }

    private static Vector3d Upright(Point3 landmark) => new(landmark.X, -(double)landmark.Y, -(double)landmark.Z);

    private static Vector3d WeightedCentre(ReadOnlySpan<Point3> landmarks, ReadOnlySpan<(int Vertex, double Weight, Vector3d Position)> basis)
    {
        Vector3d sum = default;
        double weights = 0;
        foreach ((int vertex, double weight, _) in basis)
        {
            Point3 p = landmarks[vertex];
            if (!float.IsFinite(p.X) || !float.IsFinite(p.Y) || !float.IsFinite(p.Z))
            {
                throw new ArgumentException($"Landmark {vertex} is not finite: ({p.X}, {p.Y}, {p.Z}).", nameof(landmarks));
            }

            sum += weight * Upright(p);
            weights += weight;
        }

        return 1 / weights * sum;
    }

    // Horn's symmetric 4 x 4 matrix; its eigenvector of the largest eigenvalue is the rotation.
    private static (double W, double X, double Y, double Z) LargestEigenvector(Vector3d xs, Vector3d ys, Vector3d zs)
    {
        Span<double> matrix =
        [
            xs.X + ys.Y + zs.Z, ys.Z - zs.Y, zs.X - xs.Z, xs.Y - ys.X,
            ys.Z - zs.Y, xs.X - ys.Y - zs.Z, xs.Y + ys.X, zs.X + xs.Z,
            zs.X - xs.Z, xs.Y + ys.X, ys.Y - xs.X - zs.Z, ys.Z + zs.Y,
            xs.Y - ys.X, zs.X + xs.Z, ys.Z + zs.Y, zs.Z - xs.X - ys.Y,
        ];
        Span<double> vectors = stackalloc double[16];
        JacobiEigen.Decompose(matrix, vectors, 4);

        int best = 0;
        double second = double.NegativeInfinity;
        for (int i = 1; i < 4; i++)
        {
            double value = matrix[5 * i];
            (best, second) = value > matrix[5 * best] ? (i, matrix[5 * best]) : (best, Math.Max(second, value));
        }

        if (!(matrix[5 * best] - second > SmallestGap))
        {
            throw new ArgumentException("The landmarks lie on one line: no pose can be fitted.");
        }

        return (vectors[best], vectors[4 + best], vectors[8 + best], vectors[12 + best]);
    }

    private static (int Vertex, double Weight, Vector3d Position)[] CentredBasis()
    {
        CanonicalFace face = CanonicalFace.Default;
        Vector3d centre = CanonicalCentre.Value;
        return [.. from i in Enumerable.Range(0, CanonicalFace.VertexCount)
                   where face.Weights[i] > 0
                   select (i, (double)face.Weights[i], FromPoint(face.Vertices[i]) - centre)];
    }

    private static Vector3d WeightedCanonicalCentre()
    {
        CanonicalFace face = CanonicalFace.Default;
        Vector3d sum = default;
        for (int i = 0; i < CanonicalFace.VertexCount; i++)
        {
            sum += (double)face.Weights[i] * FromPoint(face.Vertices[i]);
        }

        return 1 / face.Weights.Sum(weight => (double)weight) * sum;
    }

    private static Vector3d FromPoint(Point3 p) => new(p.X, p.Y, p.Z);
}
