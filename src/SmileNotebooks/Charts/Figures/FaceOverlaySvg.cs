// The overlay as SVG, to be burnt into a photo: lines grow with the photo, so that a print of any size looks the same.
using System.Globalization;
using System.Net;
using System.Text;

namespace SmileNotebooks;

/// <summary>Draws faces as SVG of the size of their picture.</summary>
public static class FaceOverlaySvg
{
    /// <summary>The longer side of a picture in units of its line width.</summary>
    private const double LinesPerSide = 640;

    /// <summary>Mean width of a letter of a sans-serif font, in font sizes; on the wide side, so that a label covers its text.</summary>
    private const double LetterWidth = 0.58;

    /// <summary>Draws faces.</summary>
    /// <param name="width">Width of the picture in pixels, at least 1.</param>
    /// <param name="height">Height of the picture in pixels, at least 1.</param>
    /// <param name="faces">The faces; none is fine.</param>
    /// <param name="options">What is drawn; all of it by default.</param>
    /// <returns>An SVG document of the size of the picture, transparent where nothing is drawn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public static string Render(int width, int height, IReadOnlyList<Face> faces, FaceOverlayOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        options ??= new();
        double line = Math.Max(width, height) / LinesPerSide;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
        foreach (Face face in faces)
        {
            AppendFace(svg, face, options, line);
        }

        // Labels last: no line of another face crosses them.
        foreach ((int number, Face face) in faces.Index().Take(options.Labels.IsDefault ? 0 : options.Labels.Length))
        {
            AppendLabel(svg, face.Box, options.Labels[number], width, height, line);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendFace(StringBuilder svg, Face face, FaceOverlayOptions options, double line)
    {
        if (options.Mesh)
        {
            AppendPath(svg, "#e1ebf5", 0.35, 0.4 * line, string.Concat(FaceTopology.Edges.Select(edge => $"M{At(face, edge.A)}L{At(face, edge.B)}")));
        }

        foreach (DrawnRegion region in DrawnRegion.All)
        {
            string data = string.Concat(region.Contours.Select(contour => Outline(face, contour)));
            // A dark edge keeps bright lines visible on bright skin.
            AppendPath(svg, "#000000", 0.35, 2.1 * line, data);
            AppendPath(svg, region.OnPhoto, 0.95, 1.1 * line, data);
        }

        if (options.Box)
        {
            FaceBox box = face.Box;
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{box.X:0.##}\" y=\"{box.Y:0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\" rx=\"{3 * line:0.##}\" stroke=\"#ffffff\" stroke-opacity=\"0.9\" stroke-width=\"{line:0.##}\"/>\n");
        }
    }

    private static void AppendPath(StringBuilder svg, string color, double opacity, double lineWidth, string data) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<path stroke=\"{color}\" stroke-opacity=\"{opacity}\" stroke-width=\"{lineWidth:0.###}\" d=\"{data}\"/>\n");

    private static string Outline(Face face, FaceContour contour) =>
        $"M{string.Join('L', DrawnRegion.Outline(face, contour).Select(point => At(point.X, point.Y)))}{(contour.IsClosed ? "Z" : "")}";

    private static string At(Face face, int point) => At(face.Landmarks[point].X, face.Landmarks[point].Y);

    private static string At(double x, double y) => FormattableString.Invariant($"{x:0.##},{y:0.##}");

    /// <summary>Above the box where there is room, else inside its top; never beyond the picture.</summary>
    private static void AppendLabel(StringBuilder svg, FaceBox box, string label, int width, int height, double line)
    {
        double letters = Math.Max(label.Length, 1) * LetterWidth;
        double size = Math.Min(15 * line, (width - 2 * line) / (letters + 1));
        double labelWidth = (letters + 1) * size;
        double labelHeight = 1.6 * size;
        double left = Math.Clamp(box.X, 0, Math.Max(0, width - labelWidth));
        double above = box.Y - labelHeight - 2 * line;
        double top = Math.Clamp(above >= 0 ? above : box.Y + 2 * line, 0, Math.Max(0, height - labelHeight));
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{labelWidth:0.##}\" height=\"{labelHeight:0.##}\" rx=\"{0.3 * size:0.##}\" fill=\"#16191d\" fill-opacity=\"0.82\"/>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{left + 0.5 * size:0.##}\" y=\"{top + 1.13 * size:0.##}\" font-family=\"sans-serif\" font-size=\"{size:0.##}\" fill=\"#ffffff\">{WebUtility.HtmlEncode(label)}</text>\n");
    }
}
