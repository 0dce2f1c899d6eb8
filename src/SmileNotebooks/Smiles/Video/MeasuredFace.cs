namespace SmileNotebooks;

/// <summary>What was measured of a face.</summary>
/// <param name="Face">The face. Within a clip it holds no picture: thousands of frames would not fit into memory.</param>
/// <param name="ActionUnits">Its action units.</param>
/// <param name="Smile">Its smile.</param>
public sealed record MeasuredFace(Face Face, ActionUnits ActionUnits, Smile Smile)
{
    /// <summary>Which person of the clip, from 0, as OpenFace's <c>face_id</c>; 0 in a single picture.</summary>
    public int Person { get; init; }

    /// <summary>What action units are counted from: the person's own face at rest; null for the population's.</summary>
    public NeutralFace? Neutral { get; init; }

    /// <summary>What wrinkles are counted from: the person's own at rest; null for the skin of the cheek.</summary>
    public Wrinkles? NeutralWrinkles { get; init; }

    /// <summary>Measures a face.</summary>
    /// <param name="face">A face with 478 landmarks.</param>
    /// <param name="options">How action units are measured. Default: counted from the population neutral.</param>
    /// <param name="wrinkles">How wrinkles are measured, where the face has a picture. Default: counted from the skin of the cheek.</param>
    /// <exception cref="ArgumentException">The landmarks cannot be fitted: see <see cref="FrontalMesh.Of"/>.</exception>
    public static MeasuredFace Measure(Face face, ActionUnitOptions? options = null, WrinkleOptions? wrinkles = null)
    {
        ActionUnits units = ActionUnits.Measure(face, options);
        return new MeasuredFace(face, units, Smile.Of(face, units, wrinkles)) { Neutral = options?.Neutral, NeutralWrinkles = wrinkles?.Neutral };
    }

    /// <summary>The same without the picture, which would be kept alive by it.</summary>
    internal MeasuredFace WithoutPicture()
    {
        Face bare = Face with { Picture = null };
        return this with { Face = bare, Smile = Smile.Wrinkles is { } wrinkles ? Smile with { Wrinkles = wrinkles with { Face = bare } } : Smile };
    }

    /// <summary>One line, as in <c>person 0: Smile 87 of 100, ...</c>.</summary>
    public override string ToString() => $"person {Person}: {Smile}";
}
