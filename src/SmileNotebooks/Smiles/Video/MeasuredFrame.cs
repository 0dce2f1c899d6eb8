using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What was measured in one frame of a clip. Immutable; two are equal if all that was measured is.</summary>
/// <param name="Index">The frame's number in the clip, from 0.</param>
/// <param name="Time">When it is shown, seconds from the first frame.</param>
public sealed record MeasuredFrame(int Index, double Time)
{
    private readonly ValueSequence<MeasuredFace> _faces = new([]);

    /// <summary>The faces that were found, the longest-followed first; empty where there was none.</summary>
    public required ImmutableArray<MeasuredFace> Faces
    {
        get => _faces.Items;
        init => _faces = new ValueSequence<MeasuredFace>(value);
    }

    /// <summary>Faces that were found but whose points lie so that nothing can be measured from them (see <see cref="FrontalMesh.Of"/>); they are not among <see cref="Faces"/>.
    /// Next to always 0.</summary>
    public int Unmeasurable { get; init; }

    /// <summary>Where a run that is broken off after this frame may go on; null for most frames: see <see cref="FaceVideoOptions.FramesPerCheckpoint"/>.</summary>
    public FaceVideoCheckpoint? Checkpoint { get; init; }

    /// <summary>As in <c>frame 12 (0.48 s): 1 face, smile 87</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"frame {Index} ({Time:0.###} s): {(Faces.IsEmpty ? "no face" : $"{Plural.Of(Faces.Length, "face")}, smile {string.Join(", ", Faces.Select(face => FormattableString.Invariant($"{face.Smile.Score:0}")))}")}");
}
