namespace SmileNotebooks.Tests.Validation;

/// <summary>Eyes, brows, nose and mouth of portraits as lines: the frontal mesh, so that all have one pose and size.</summary>
internal static class ContourDrawings
{
    private const int Columns = 4, Width = 210, Height = 230, Top = 44;
    private const double PixelsPerCentimetre = 14;

    private static readonly string[] s_contours =
        ["right eye", "left eye", "right eyebrow", "left eyebrow", "nostrils", "outer lips", "inner lips"];

    /// <param name="rows">Portraits with their caption, first row first.</param>
    /// <param name="title">What is drawn.</param>
    public static string Draw(IReadOnlyList<(Face Face, string Name, string Numbers)> rows, string title)
    {
        int lines = (rows.Count + Columns - 1) / Columns;
        SvgPage page = new(Columns * Width, Top + (lines * Height), title);
        page.Text(16, 28, title);
        for (int i = 0; i < rows.Count; i++)
        {
            DrawFace(page, rows[i], (i % Columns * Width) + (Width / 2), Top + (i / Columns * Height));
        }

        return page.ToString();
    }

    private static void DrawFace(SvgPage page, (Face Face, string Name, string Numbers) row, double middle, double top)
    {
        FrontalMesh mesh = FrontalMesh.Of(row.Face.MeasuredLandmarks.AsSpan());
        foreach (string name in s_contours)
        {
            FaceContour contour = FaceTopology.Contour(name);
            bool isMouth = name.EndsWith("lips", StringComparison.Ordinal);
            page.Path(
                contour.Points.Select(i => (middle + (PixelsPerCentimetre * mesh.Points[i].X), top + 82 - (PixelsPerCentimetre * mesh.Points[i].Y))),
                contour.IsClosed,
                isMouth ? SvgPage.Orange : SvgPage.Ink,
                isMouth ? 1.6 : 1.1,
                name == "outer lips" ? "#fbe9dd" : name == "inner lips" ? "#ffffff" : "none");
        }

        page.Text(middle, top + 188, row.Name, "middle");
        page.Text(middle, top + 206, row.Numbers, "middle", "#616e7c", 12);
    }
}
