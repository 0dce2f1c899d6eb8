using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws faces over their photo.</summary>
internal static class FaceOverlay
{
    private const double GreatestHeight = 600;
    private const double LeastHeight = 280;
    private const double TopMargin = 32;
    private const double BottomMargin = 64;

    /// <summary>Width of a figure in a report on a wide screen, in CSS pixels: what the height of a photo is reckoned from.</summary>
    private const double UsualWidth = 820;

    /// <summary>A face that is wider, as a share of the view, shows its points; on a smaller one they would hide it.</summary>
    private const double CloseUp = 0.3;

    public static Figure Make(Picture? picture, IReadOnlyList<Face> faces, FaceBox view)
    {
        List<Trace> traces = [];
        if (faces.Count > 0)
        {
            traces.Add(Mesh(faces, onPhoto: picture is not null));
            traces.AddRange(DrawnRegion.All.Select(region => Region(region, faces, onPhoto: picture is not null)));
            traces.Add(Boxes(faces, onPhoto: picture is not null));
            traces.Add(Points(faces, onPhoto: picture is not null, isCloseUp: faces.Any(face => face.Box.Width > CloseUp * view.Width)));
        }
        else
        {
            // Plotly shows no axes, hence no photo, without a trace.
            traces.Add(new Scatter { X = [0], Y = [0], Mode = Mode.Markers, Opacity = 0, HoverInfo = "skip", ShowLegend = false });
        }

        return new(traces) { Layout = LayoutOf(view, picture, hasFaces: faces.Count > 0), Description = Describe(picture, faces) };
    }

    private static Layout LayoutOf(FaceBox view, Picture? picture, bool hasFaces) => new()
    {
        Height = Math.Clamp(TopMargin + BottomMargin + (UsualWidth * view.Height / view.Width), LeastHeight, GreatestHeight),
        Margin = new() { L = 8, R = 8, T = TopMargin, B = BottomMargin },
        Legend = hasFaces ? (picture is null ? Legend.Below : OnDark(Legend.Below)) : null,
        HoverMode = HoverMode.Closest,
        DragMode = "pan",
        XAxis = new() { Visible = false, Range = [view.X, view.X + view.Width], Constrain = "domain" },
        YAxis = new()
        {
            // Rows of a picture count downwards.
            Visible = false,
            Range = [view.Y + view.Height, view.Y],
            ScaleAnchor = "x",
            Constrain = "domain",
        },
        Images = picture is null ? null : [PhotoOf(picture)],
    };

    /// <summary>The colours of lines on photos are bright: a dark ground shows them on any page.</summary>
    private static Legend OnDark(Legend legend) => legend with
    {
        Raw = new(legend.Raw!) { ["bgcolor"] = "#2b3036", ["font"] = new Font { Color = "#ffffff" } },
    };

    private static LayoutImage PhotoOf(Picture picture) => new()
    {
        Source = PhotoUri.Of(picture),
        X = 0,
        Y = 0,
        SizeX = picture.Width,
        SizeY = picture.Height,
        XRef = "x",
        YRef = "y",
        Sizing = "stretch",
        Layer = "below",
    };

    private static Scatter Mesh(IReadOnlyList<Face> faces, bool onPhoto) => Lines(faces, face => MeshStrokes.All.SelectMany(stroke => Stroke(face, stroke))) with
    {
        Name = "mesh",
        Line = new() { Color = onPhoto ? "rgba(225,238,250,0.5)" : "rgba(128,140,155,0.45)", Width = 0.7 },
    };

    private static IEnumerable<(double X, double Y, double Z)> Stroke(Face face, IEnumerable<int> stroke) =>
        [.. stroke.Select(point => ((double)face.Landmarks[point].X, (double)face.Landmarks[point].Y, (double)face.Landmarks[point].Z)), (double.NaN, double.NaN, double.NaN)];

    private static Scatter Region(DrawnRegion region, IReadOnlyList<Face> faces, bool onPhoto) => Lines(faces, region.Line) with
    {
        Name = region.Name,
        Line = new() { Color = onPhoto ? region.OnPhoto : region.OnPaper, Width = 1.8 },
    };

    private static Scatter Lines(IReadOnlyList<Face> faces, Func<Face, IEnumerable<(double X, double Y, double Z)>> line)
    {
        (double X, double Y, double Z)[] points = [.. faces.SelectMany(line)];
        return new()
        {
            Mode = Mode.Lines,
            HoverInfo = "skip",
            X = [.. points.Select(point => (Value)FaceFigures.Round(point.X))],
            Y = [.. points.Select(point => (Value)FaceFigures.Round(point.Y))],
        };
    }

    private static Scatter Boxes(IReadOnlyList<Face> faces, bool onPhoto) => new()
    {
        Name = "box",
        Mode = Mode.Lines,
        HoverInfo = "skip",
        Line = new() { Color = onPhoto ? "#ffffff" : Palette.Grey, Width = 1.2, Dash = Dash.Dot },
        X = [.. faces.SelectMany(face => Corners(face.Box).Select(corner => (Value)corner.X))],
        Y = [.. faces.SelectMany(face => Corners(face.Box).Select(corner => (Value)corner.Y))],
    };

    private static (double X, double Y)[] Corners(FaceBox box)
    {
        double left = FaceFigures.Round(box.X);
        double top = FaceFigures.Round(box.Y);
        double right = FaceFigures.Round(box.X + box.Width);
        double bottom = FaceFigures.Round(box.Y + box.Height);
        return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (double.NaN, double.NaN)];
    }

    /// <summary>The points that answer the mouse; on a small face they do so unseen.</summary>
    private static Scatter Points(IReadOnlyList<Face> faces, bool onPhoto, bool isCloseUp) => new()
    {
        Name = "points",
        Mode = Mode.Markers,
        ShowLegend = isCloseUp ? null : false,
        Opacity = isCloseUp ? 0.7 : 0,
        Marker = new() { Size = isCloseUp ? 2.5 : 4, Color = onPhoto ? "#ffffff" : "#808c9b" },
        X = [.. faces.SelectMany(face => face.Landmarks.Select(point => (Value)FaceFigures.Round(point.X)))],
        Y = [.. faces.SelectMany(face => face.Landmarks.Select(point => (Value)FaceFigures.Round(point.Y)))],
        Text = [.. faces.SelectMany((face, number) => face.Landmarks.Select((_, point) => (Value)Label(faces, number, point)))],
        HoverTemplate = "%{text}<br>x %{x:.1f}, y %{y:.1f} px<extra></extra>",
    };

    private static string Label(IReadOnlyList<Face> faces, int number, int point) =>
        faces.Count == 1 ? FaceFigures.NameOf(point) : $"face {number + 1}: {FaceFigures.NameOf(point)}";

    private static string Describe(Picture? picture, IReadOnlyList<Face> faces)
    {
        string count = faces.Count switch { 0 => "No face", 1 => "One face", int n => $"{n} faces" };
        string place = picture is null ? "without a picture" : $"in {NameOf(picture)}, {picture.Width} x {picture.Height} pixels";
        IEnumerable<string> each = faces.Select(face =>
            FormattableString.Invariant($" Box at x {face.Box.X:F0}, y {face.Box.Y:F0}, {face.Box.Width:F0} x {face.Box.Height:F0} px."));
        return $"{count} {place}.{string.Concat(each)}";
    }

    private static string NameOf(Picture picture) => picture.Path is null ? "a picture" : Path.GetFileName(picture.Path);
}
