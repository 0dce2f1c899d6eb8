// A frame of a clip with what was measured drawn over it: outlines and mesh, and under each face bars of AU12 and AU6.
using System.Globalization;
using System.Text;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>Draws frames.</summary>
internal static class ClipOverlay
{
    private const double LinesPerSide = 640;
    private const double Maximum = 5;

    /// <summary>The frame with its faces; the same pixels where there are none.</summary>
    public static Picture Draw(MeasuredFrame frame, Picture picture)
    {
        if (frame.Faces.IsEmpty)
        {
            return picture.WithSvgOverlay(NoFace(picture));
        }

        FaceOverlayOptions options = new() { Box = false, Labels = [.. frame.Faces.Select(face => Label(face, frame.Faces.Length > 1))] };
        string svg = FaceOverlaySvg.Render(picture.Width, picture.Height, [.. frame.Faces.Select(face => face.Face)], options);
        StringBuilder bars = new();
        foreach (MeasuredFace face in frame.Faces)
        {
            AppendBars(bars, face, picture);
        }

        return picture.WithSvgOverlay(svg.Replace("</svg>", bars + "</svg>", StringComparison.Ordinal));
    }

    private static string Label(MeasuredFace face, bool several)
    {
        string smile = FormattableString.Invariant($"smile {face.Smile.Score:0}");
        return several ? $"{face.Person}: {smile}" : smile;
    }

    /// <summary>Below the face where there is room, else at the lower border; never beyond the picture.</summary>
    private static void AppendBars(StringBuilder svg, MeasuredFace face, Picture picture)
    {
        double line = Math.Max(picture.Width, picture.Height) / LinesPerSide;
        double size = 11 * line;
        double width = Math.Min(150 * line, picture.Width);
        double height = 2 * 1.5 * size;
        FaceBox box = face.Face.Box;
        double left = Math.Clamp(box.X + ((box.Width - width) / 2), 0, picture.Width - width);
        double top = Math.Clamp(box.Y + box.Height + (6 * line), 0, Math.Max(0, picture.Height - height));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" rx=\"{3 * line:0.##}\" fill=\"#16191d\" fill-opacity=\"0.82\"/>\n");
        foreach ((int row, string name, double value, string color) in ((int, string, double, string)[])[(0, "AU12", face.Smile.AU12.Intensity, "#f0a060"), (1, "AU06", face.Smile.AU06.Intensity, "#6fc3f0")])
        {
            double baseline = top + (((row * 1.5) + 1.1) * size);
            double barLeft = left + (4.2 * size);
            double barWidth = width - (7 * size);
            string bar = FormattableString.Invariant($"y=\"{baseline - (0.75 * size):0.##}\" height=\"{0.75 * size:0.##}\" rx=\"{line:0.##}\"");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + (0.6 * size):0.##}\" y=\"{baseline:0.##}\" font-family=\"sans-serif\" font-size=\"{size:0.##}\" fill=\"#ffffff\">{name}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{barLeft:0.##}\" {bar} width=\"{barWidth:0.##}\" fill=\"#ffffff\" fill-opacity=\"0.22\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{barLeft:0.##}\" {bar} width=\"{barWidth * value / Maximum:0.##}\" fill=\"{color}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + width - (0.6 * size):0.##}\" y=\"{baseline:0.##}\" text-anchor=\"end\" font-family=\"sans-serif\" font-size=\"{size:0.##}\" fill=\"#ffffff\">{value:0.0}</text>\n");
        }
    }

    private static string NoFace(Picture picture)
    {
        double size = 13 * Math.Max(picture.Width, picture.Height) / LinesPerSide;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{picture.Width}\" height=\"{picture.Height}\"><rect x=\"0\" y=\"0\" width=\"{6.5 * size:0.##}\" height=\"{1.7 * size:0.##}\" fill=\"#16191d\" fill-opacity=\"0.82\"/><text x=\"{0.6 * size:0.##}\" y=\"{1.2 * size:0.##}\" font-family=\"sans-serif\" font-size=\"{size:0.##}\" fill=\"#ffffff\">no face</text></svg>");
    }
}
