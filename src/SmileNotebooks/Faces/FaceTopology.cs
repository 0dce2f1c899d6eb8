// What the 478 points of a face mesh are. Numbering: MediaPipe Face Mesh (Kartynnik et al., 2019, arXiv:1907.06724; irises:
// Ablavatski et al., 2020, arXiv:2006.11341). Public code disagrees on left and right: here they are the subject's.
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What the 478 points of a face mesh are: names, contours, triangles and edges. Left and right are the subject's.</summary>
public static class FaceTopology
{
    /// <summary>Points of a mesh with irises.</summary>
    public const int PointCount = 478;

    /// <summary>Points of the face's surface; the irises follow them.</summary>
    public const int SurfacePointCount = 468;

    private static readonly Lazy<ImmutableArray<(int A, int B)>> s_edges = new(EdgesOfTriangles);
    private static readonly Lazy<ImmutableArray<string>> s_names = new(NamePoints);

    /// <summary>The contours by name, in drawing order.</summary>
    public static ImmutableArray<FaceContour> Contours { get; } =
    [
        new("face oval", true,
            [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
             148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]),
        new("nose bridge", false, [168, 6, 197, 195, 5, 4]),
        new("nose wings", false, [98, 64, 48, 115, 220, 45, 4, 275, 440, 344, 278, 294, 327]),
        new("nostrils", false, [98, 97, 2, 326, 327]),
        new("right eyebrow", true, [46, 53, 52, 65, 55, 107, 66, 105, 63, 70]),
        new("left eyebrow", true, [276, 283, 282, 295, 285, 336, 296, 334, 293, 300]),
        new("right eye", true, [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246]),
        new("left eye", true, [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]),
        new("outer lips", true,
            [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185]),
        new("inner lips", true,
            [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191]),
        new("right iris", true, [469, 470, 471, 472]),
        new("left iris", true, [474, 475, 476, 477]),
    ];

    /// <summary>Points that have a name of their own, such as <c>right mouth corner</c> (61).</summary>
    public static FrozenDictionary<string, int> NamedPoints { get; } = new Dictionary<string, int>
    {
        ["right eye outer corner"] = 33,
        ["right eye inner corner"] = 133,
        ["right eye upper lid"] = 159,
        ["right eye lower lid"] = 145,
        ["right iris centre"] = 468,
        ["right eyebrow inner end"] = 107,
        ["right eyebrow outer end"] = 70,
        ["left eye outer corner"] = 263,
        ["left eye inner corner"] = 362,
        ["left eye upper lid"] = 386,
        ["left eye lower lid"] = 374,
        ["left iris centre"] = 473,
        ["left eyebrow inner end"] = 336,
        ["left eyebrow outer end"] = 300,
        ["right mouth corner"] = 61,
        ["left mouth corner"] = 291,
        ["upper lip top"] = 0,
        ["upper lip inner edge"] = 13,
        ["lower lip inner edge"] = 14,
        ["lower lip bottom"] = 17,
        ["nose tip"] = 4,
        ["nose root"] = 168,
        ["nose base"] = 2,
        ["right nose wing"] = 64,
        ["left nose wing"] = 294,
        ["chin"] = 152,
        ["forehead"] = 10,
        ["right cheek"] = 50,
        ["left cheek"] = 280,
        ["right temple"] = 127,
        ["left temple"] = 356,
    }.ToFrozenDictionary();

    /// <summary>The triangles of the surface (indices below 468), from the canonical face of the installed model.</summary>
    public static ImmutableArray<(int A, int B, int C)> Triangles => CanonicalFace.Default.Triangles;

    /// <summary>The edges of <see cref="Triangles"/>, each once, the smaller index first, in ascending order.</summary>
    public static ImmutableArray<(int A, int B)> Edges => s_edges.Value;

    /// <summary>A contour by name.</summary>
    /// <exception cref="ArgumentException">There is no such contour; the message lists those there are.</exception>
    public static FaceContour Contour(string name) =>
        Contours.FirstOrDefault(contour => contour.Name == name)
        ?? throw new ArgumentException(
            $"No contour '{name}'. There are: {string.Join(", ", Contours.Select(contour => contour.Name))}.", nameof(name));

    /// <summary>What a point is: its own name, else the contour that it lies on, else <c>surface</c>.</summary>
    /// <param name="point">0 to 477.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such point.</exception>
    public static string NameOf(int point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(point);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(point, PointCount);
        return s_names.Value[point];
    }

    private static ImmutableArray<string> NamePoints()
    {
        string[] result = new string[PointCount];
        Array.Fill(result, "surface");
        foreach (FaceContour contour in Contours)
        {
            foreach (int point in contour.Points)
            {
                result[point] = contour.Name;
            }
        }

        foreach ((string name, int point) in NamedPoints)
        {
            result[point] = name;
        }

        return ImmutableArray.Create(result);
    }

    private static ImmutableArray<(int A, int B)> EdgesOfTriangles()
    {
        SortedSet<(int A, int B)> found = [];
        foreach ((int a, int b, int c) in Triangles)
        {
            found.Add((Math.Min(a, b), Math.Max(a, b)));
            found.Add((Math.Min(b, c), Math.Max(b, c)));
            found.Add((Math.Min(a, c), Math.Max(a, c)));
        }

        return [.. found];
    }
}
