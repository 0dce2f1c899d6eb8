namespace SmileNotebooks;

/// <summary>One half of a face, seen so that both halves look alike: points are numbered as on the subject's right side, and
/// the first axis points outward from the middle of the face. A formula written once so measures both sides, exactly symmetric.</summary>
internal readonly struct FaceSide(FrontalMesh mesh, bool isLeft)
{
    /// <summary>Distance from the middle of the face, outward; centimetres of the canonical face, as all here.</summary>
    public double Out(int point) => isLeft ? At(point).X : -At(point).X;

    /// <summary>Height.</summary>
    public double Up(int point) => At(point).Y;

    /// <summary>Mean height of several points.</summary>
    public double Up(ReadOnlySpan<int> points)
    {
        double sum = 0;
        foreach (int point in points)
        {
            sum += Up(point);
        }

        return sum / points.Length;
    }

    /// <summary>Nearness to the viewer.</summary>
    public double Front(int point) => At(point).Z;

    /// <summary>Straight distance between two points.</summary>
    public double Distance(int a, int b) => (At(a) - At(b)).Length;

    private Vector3d At(int point) => mesh.At(isLeft ? CanonicalFace.Default.Mirror[point] : point);
}
