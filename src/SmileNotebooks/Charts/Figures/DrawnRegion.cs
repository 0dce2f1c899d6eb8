using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Contours of the face that are drawn and named as one.</summary>
/// <param name="Name">The name in a legend.</param>
/// <param name="OnPhoto">Its colour on a photo, which may be light or dark.</param>
/// <param name="OnPaper">Its colour on a page of the house template.</param>
/// <param name="Contours">The contours that belong to it.</param>
internal sealed record DrawnRegion(string Name, string OnPhoto, string OnPaper, ImmutableArray<FaceContour> Contours)
{
    /// <summary>The regions in drawing order. On photos: the bright colours of Okabe and Ito (2008).</summary>
    public static ImmutableArray<DrawnRegion> All { get; } =
    [
        Make("face oval", "#f2f2f2", Palette.Grey),
        Make("nose", "#4fd6ae", Palette.Green, "nose bridge", "nose wings", "nostrils"),
        Make("eyebrows", "#ffb733", Palette.Orange, "right eyebrow", "left eyebrow"),
        Make("eyes", "#56c4ff", Palette.Blue, "right eye", "left eye"),
        Make("irises", "#e9f56b", Palette.Purple, "right iris", "left iris"),
        Make("lips", "#ff8a5c", Palette.Vermilion, "outer lips", "inner lips"),
    ];

    /// <summary>The points of the region as one line with gaps: null stands between two contours.</summary>
    public IEnumerable<int?> Line()
    {
        foreach (FaceContour contour in Contours)
        {
            foreach (int point in contour.Points)
            {
                yield return point;
            }

            if (contour.IsClosed)
            {
                yield return contour.Points[0];
            }

            yield return null;
        }
    }

    private static DrawnRegion Make(string name, string onPhoto, string onPaper, params string[] contours) =>
        new(name, onPhoto, onPaper, [.. (contours.Length == 0 ? [name] : contours).Select(FaceTopology.Contour)]);
}
