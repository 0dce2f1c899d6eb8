// Where the samples of a rectified patch lie on the mesh, reckoned once from the canonical face.
namespace SmileNotebooks;

/// <summary>A patch of the face on a grid of the canonical face's frontal plane, for the subject's right side; the left is sampled through the mirrored
/// points, so that both look alike. Each sample is a fixed mean of three landmarks: a piecewise affine map from the mesh.</summary>
internal sealed class PatchShape
{
    /// <summary>Samples around a region that only the filters see, at most a radius of <c>Margin - 1</c>.</summary>
    public const int Margin = LineKernels.LargestRadius + 1;

    private const double Step = 1.0 / WrinkleLimits.SamplesPerCentimetre;

    private readonly (int A, int B, int C, float U, float V, float W)[] _right;
    private readonly (int A, int B, int C, float U, float V, float W)[] _left;

    /// <param name="outline">Corners of the region in canonical centimetres (x outward is negative on the subject's right, y up).</param>
    /// <param name="along">Direction in which folds run at a place, of any length.</param>
    public PatchShape(ReadOnlySpan<(double X, double Y)> outline, Func<double, double, (double X, double Y)> along)
    {
        (double X, double Y)[] corners = outline.ToArray();
        double left = corners.Min(corner => corner.X) - (Margin * Step);
        double top = corners.Max(corner => corner.Y) + (Margin * Step);
        Columns = 1 + (int)Math.Ceiling((corners.Max(corner => corner.X) + (Margin * Step) - left) / Step);
        Rows = 1 + (int)Math.Ceiling((top - (corners.Min(corner => corner.Y) - (Margin * Step))) / Step);
        _right = new (int, int, int, float, float, float)[Columns * Rows];
        List<int> inside = [];
        List<float> xx = [], xy = [], yy = [];
        for (int i = 0; i < _right.Length; i++)
        {
            double x = left + (i % Columns * Step), y = top - (i / Columns * Step);
            _right[i] = OnMesh(x, y);
            if (IsInside(corners, x, y))
            {
                // The normal of the folds, with y down as in the patch.
                (double tx, double ty) = along(x, y);
                double length = Math.Sqrt((tx * tx) + (ty * ty));
                double nx = ty / length, ny = tx / length;
                inside.Add(i);
                xx.Add((float)(nx * nx));
                xy.Add((float)(2 * nx * ny));
                yy.Add((float)(ny * ny));
            }
        }

        (Inside, XX, XY, YY) = ([.. inside], [.. xx], [.. xy], [.. yy]);
        _left = [.. _right.Select(at => (Mirror(at.A), Mirror(at.B), Mirror(at.C), at.U, at.V, at.W))];
        FrontalArea = Inside.Length * Step * Step;
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Samples of the whole grid.</summary>
    public int Count => Columns * Rows;

    /// <summary>Indices of the samples within the outline.</summary>
    public int[] Inside { get; }

    /// <summary>For each of <see cref="Inside"/>, what the second derivatives weigh in that across the folds.</summary>
    public float[] XX { get; }

    /// <inheritdoc cref="XX"/>
    public float[] XY { get; }

    /// <inheritdoc cref="XX"/>
    public float[] YY { get; }

    /// <summary>Area of the region in square centimetres of the frontal plane.</summary>
    public double FrontalArea { get; }

    /// <summary>Positions in the picture of all samples, in pixels.</summary>
    public void Place(ReadOnlySpan<Point3> landmarks, bool isLeft, Span<float> x, Span<float> y)
    {
        (int A, int B, int C, float U, float V, float W)[] map = isLeft ? _left : _right;
        for (int i = 0; i < map.Length; i++)
        {
            ref readonly (int A, int B, int C, float U, float V, float W) at = ref map[i];
            ref readonly Point3 a = ref landmarks[at.A];
            ref readonly Point3 b = ref landmarks[at.B];
            ref readonly Point3 c = ref landmarks[at.C];
            x[i] = (at.U * a.X) + (at.V * b.X) + (at.W * c.X);
            y[i] = (at.U * a.Y) + (at.V * b.Y) + (at.W * c.Y);
        }
    }

    private static int Mirror(int point) => CanonicalFace.Default.Mirror[point];

    /// <summary>The triangle of the canonical face over a place of the frontal plane, the nearest to the viewer; beyond the edge of the face, the
    /// triangle that it is least far outside of, continued.</summary>
    public static (int A, int B, int C, float U, float V, float W) OnMesh(double x, double y)
    {
        (int A, int B, int C, float U, float V, float W) best = default;
        double bestDepth = double.NegativeInfinity, bestInside = double.NegativeInfinity;
        foreach ((int a, int b, int c) in CanonicalFace.Default.Triangles)
        {
            (Point3 p, Point3 q, Point3 r) = (CanonicalFace.Default.Vertices[a], CanonicalFace.Default.Vertices[b], CanonicalFace.Default.Vertices[c]);
            double area = ((q.X - p.X) * (r.Y - p.Y)) - ((r.X - p.X) * (q.Y - p.Y));
            if (area <= 1e-9)
            {
                continue; // seen from behind
            }

            double v = (((x - p.X) * (r.Y - p.Y)) - ((r.X - p.X) * (y - p.Y))) / area;
            double w = (((q.X - p.X) * (y - p.Y)) - ((x - p.X) * (q.Y - p.Y))) / area;
            double u = 1 - v - w;
            double inside = Math.Min(0, Math.Min(u, Math.Min(v, w)) + 1e-6);
            double depth = (u * p.Z) + (v * q.Z) + (w * r.Z);
            if (inside > bestInside || (inside == bestInside && depth > bestDepth))
            {
                (bestInside, bestDepth) = (inside, depth);
                best = (a, b, c, (float)u, (float)v, (float)w);
            }
        }

        return best;
    }

    private static bool IsInside((double X, double Y)[] corners, double x, double y)
    {
        bool inside = false;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
        {
            (double x1, double y1) = corners[i];
            (double x2, double y2) = corners[j];
            inside ^= (y1 > y) != (y2 > y) && x < ((x2 - x1) * (y - y1) / (y2 - y1)) + x1;
        }

        return inside;
    }
}
