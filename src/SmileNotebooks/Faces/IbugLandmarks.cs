// The 68 points that most face software speaks of, found among ours.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The 68 facial points of the iBUG 300-W annotation (Sagonas, Tzimiropoulos, Zafeiriou and Pantic, 2013), as points of our mesh of 478. OpenFace, dlib and py-feat
/// number them so, from 0.</summary>
/// <remarks>The annotation says what each point is (corners of eyes and mouth, ends of brows, tip of the nose, chin) and spaces the points between evenly along their
/// contour. So was this table made: named points for the named ones, and for those between the points of the contour whose arc lengths on the canonical face come
/// nearest to even. The jaw ends where iBUG's does, at the height of the eyes. Two programs agree no better on such points than two people: within a
/// few per cent of the distance of the eyes, worst along the jaw.</remarks>
public static class IbugLandmarks
{
    /// <summary>How many there are.</summary>
    public const int Count = 68;

    /// <summary>For each of the 68 points the index of ours, [68]: jaw 0-16 from the subject's right ear to the left one, right brow 17-21, left brow 22-26 (both from the
    /// viewer's left), bridge of the nose 27-30, its base 31-35, right eye 36-41, left eye 42-47, outer lips 48-59, inner lips 60-67.</summary>
    public static ImmutableArray<int> Points { get; } =
    [
        127, 234, 132, 58, 172, 136, 150, 176, 152, 400, 379, 365, 397, 288, 361, 454, 356,
        70, 63, 105, 66, 107,
        336, 296, 334, 293, 300,
        168, 197, 195, 4,
        98, 97, 2, 326, 327,
        33, 160, 158, 133, 153, 144,
        362, 385, 387, 263, 373, 380,
        61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91,
        78, 81, 13, 311, 308, 402, 14, 178,
    ];
}
