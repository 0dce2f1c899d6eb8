// Smiles whose strength is known, because they are made.
namespace SmileNotebooks;

/// <summary>Paints smiles of known strength into a photo by warping it along the face mesh. What it gives is a simulation, for tests and demonstrations of what
/// measuring recovers: skin is moved, but no wrinkle, no shadow and no tooth is made that the photo does not have. Thread-safe, deterministic.</summary>
/// <remarks>docs/video-truth.md says what moves how, and where the numbers come from.</remarks>
/// <example><code>
/// var photo = Picture.Load("../data-samples/photos/astronaut.png");
/// var face = faces.Detect(photo).Single();
/// var painter = SmilePainter.Create(photo, face);
/// painter.Paint(SmilePose.Symmetric(0.5))
/// </code></example>
public sealed class SmilePainter
{
    private readonly FrontalMesh _frontal;
    private readonly SmileMovements _movements;
    private readonly WarpMesh _mesh;
    private readonly MeshWarp _warp;

    private SmilePainter(Picture photo, Face face)
    {
        Photo = photo;
        Face = face;
        _frontal = FrontalMesh.Of(face.Landmarks.AsSpan());
        _movements = SmileMovements.Of(_frontal);
        _mesh = WarpMesh.Of(face);
        _warp = new MeshWarp(photo);
    }

    /// <summary>The photo that is painted on.</summary>
    public Picture Photo { get; }

    /// <summary>The face in it.</summary>
    public Face Face { get; }

    /// <summary>Whether the photo itself smiles (AU12 of at least <see cref="Smile.LeastAU12"/>), so that strength 1 is the photo and rest is painted; otherwise the photo
    /// is the rest, and strength 1 is a painted smile of 4 more points of AU12.</summary>
    public bool PhotoSmiles => _movements.PhotoStrength == 1;

    /// <summary>Prepares a photo.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="face">A face of that photo, with 478 landmarks in its pixels.</param>
    /// <exception cref="ArgumentException">The landmarks cannot be fitted: see <see cref="FrontalMesh.Of"/>.</exception>
    public static SmilePainter Create(Picture photo, Face face)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(face);
        return new SmilePainter(photo, face);
    }

    /// <summary>Paints one pose, at the size of the photo. In the pose of the photo itself, every pixel is the photo's.</summary>
    /// <param name="pose">What the face does.</param>
    /// <exception cref="ArgumentOutOfRangeException">A strength or angle out of the range that can be painted.</exception>
    public Picture Paint(SmilePose pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        pose.Validate();
        Span<Vector3d> displacement = stackalloc Vector3d[FaceTopology.SurfacePointCount];
        _movements.Displace(pose, displacement);
        (double X, double Y)[] before = new (double X, double Y)[_mesh.Count];
        (double X, double Y)[] after = new (double X, double Y)[_mesh.Count];
        _mesh.Place(before);
        _mesh.Place(displacement, pose.Head, after);
        return _warp.Paint(_mesh.Triangles.AsSpan(), before, after);
    }

    /// <summary>How far a pose moves the lip corners from rest, in lip widths at rest, in space: D(pose) - D(rest) with
    /// D = (|m - a| + |m - b|) / (2 |a - b|), m the mid-point of the resting corners, a and b the corners, the width that of rest (after Dibeklioglu, Salah and Gevers, 2012).
    /// It is a little curved in the strength, because the path does not point away from the mid-point.</summary>
    /// <param name="pose">Its head motion does not count.</param>
    public double NetAmplitude(SmilePose pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        pose.Validate();
        (Vector3d right, Vector3d left) = Corners(new SmilePose());
        Vector3d middle = 0.5 * (right + left);
        double width = (right - left).Length;
        (Vector3d a, Vector3d b) = Corners(pose);
        return (((a - middle).Length + (b - middle).Length) / (2 * width)) - 0.5;
    }

    private (Vector3d Right, Vector3d Left) Corners(SmilePose pose)
    {
        const int right = 61, left = 291;
        Span<Vector3d> displacement = stackalloc Vector3d[FaceTopology.SurfacePointCount];
        _movements.Displace(pose, displacement);
        return (_frontal.At(right) + displacement[right], _frontal.At(left) + displacement[left]);
    }
}
