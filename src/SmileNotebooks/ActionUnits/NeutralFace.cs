namespace SmileNotebooks;

/// <summary>One person's face at rest: what that person's action units are counted from. Equal by value.</summary>
public sealed record NeutralFace
{
    private NeutralFace(FrontalMesh mesh, int faceCount)
    {
        Mesh = mesh;
        FaceCount = faceCount;
    }

    /// <summary>The resting face with position, size and pose taken out.</summary>
    public FrontalMesh Mesh { get; }

    /// <summary>How many faces it was made of.</summary>
    public int FaceCount { get; }

    /// <summary>Makes a resting face of one or several faces: for each point the median of each coordinate over the frontal meshes,
    /// so that a blink or a passing smile in fewer than half of them leaves no trace.</summary>
    /// <param name="faces">Faces of one person who is asked to look neutral; at least one, of 478 points each.</param>
    /// <exception cref="ArgumentException">No face, or one whose landmarks cannot be fitted (see <see cref="FrontalMesh.Of"/>).</exception>
    public static NeutralFace From(IEnumerable<Face> faces)
    {
        FrontalMesh[] meshes = [.. faces.Select(face => FrontalMesh.Of(face.MeasuredLandmarks.AsSpan()))];
        return meshes.Length > 0
            ? new NeutralFace(FrontalMesh.Median(meshes), meshes.Length)
            : throw new ArgumentException("A neutral face is made of at least one face, found none.", nameof(faces));
    }

    /// <summary>As in <c>neutral face of 12 faces</c>.</summary>
    public override string ToString() => $"neutral face of {FaceCount} face{(FaceCount == 1 ? "" : "s")}";
}
