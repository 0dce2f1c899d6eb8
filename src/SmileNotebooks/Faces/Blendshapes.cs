// The blendshape scores of MediaPipe's FaceLandmarker, whose names are Apple ARKit's.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The 52 blendshape scores of a <c>face_landmarker.task</c> bundle, each 0 to 1. Equal scores are equal.</summary>
public sealed class Blendshapes : IEquatable<Blendshapes>
{
    private readonly ImmutableArray<float> _scores;

    internal Blendshapes(ReadOnlySpan<float> scores)
    {
        if (scores.Length != Names.Length)
        {
            throw new ArgumentException($"Expected {Names.Length} scores, found {scores.Length}.", nameof(scores));
        }

        _scores = [.. scores];
    }

    /// <summary>The names in the order of the bundle. Left and right are the subject's.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "_neutral", "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight",
        "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft", "eyeBlinkRight", "eyeLookDownLeft",
        "eyeLookDownRight", "eyeLookInLeft", "eyeLookInRight", "eyeLookOutLeft", "eyeLookOutRight", "eyeLookUpLeft",
        "eyeLookUpRight", "eyeSquintLeft", "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawForward", "jawLeft",
        "jawOpen", "jawRight", "mouthClose", "mouthDimpleLeft", "mouthDimpleRight", "mouthFrownLeft",
        "mouthFrownRight", "mouthFunnel", "mouthLeft", "mouthLowerDownLeft", "mouthLowerDownRight", "mouthPressLeft",
        "mouthPressRight", "mouthPucker", "mouthRight", "mouthRollLower", "mouthRollUpper", "mouthShrugLower",
        "mouthShrugUpper", "mouthSmileLeft", "mouthSmileRight", "mouthStretchLeft", "mouthStretchRight",
        "mouthUpperUpLeft", "mouthUpperUpRight", "noseSneerLeft", "noseSneerRight",
    ];

    /// <summary>The scores in the order of <see cref="Names"/>.</summary>
    public ReadOnlySpan<float> Scores => _scores.AsSpan();

    /// <inheritdoc/>
    public bool Equals(Blendshapes? other) => other is not null && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Blendshapes);

    /// <inheritdoc/>
    public override int GetHashCode() => new ValueSequence<float>(_scores).GetHashCode();

    /// <summary>The score of a name, such as <c>mouthSmileLeft</c>.</summary>
    /// <exception cref="ArgumentException">No blendshape has that name.</exception>
    public double this[string name]
    {
        get
        {
            int index = Names.IndexOf(name);
            return index >= 0
                ? _scores[index]
                : throw new ArgumentException($"No blendshape '{name}'. There are: {string.Join(", ", Names)}.", nameof(name));
        }
    }
}
