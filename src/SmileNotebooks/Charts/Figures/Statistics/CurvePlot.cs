// Curves with bands: power over sample size, ROC.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws curves.</summary>
internal static class CurvePlot
{
    public static Figure Power(IReadOnlyList<CurvePoint> points, double target, double alpha, string? floor, FigureOptions options)
    {
        FigureCheck.Any(points.Count, "points of a power curve");
        CurvePoint[] sorted = [.. points.OrderBy(point => point.X)];
        CurvePoint? reached = sorted.FirstOrDefault(point => point.Y >= target);
        string x = options.XTitle ?? "Sample size";
        string band = sorted.Any(HasInterval) ? $"simulated, {Apa.Percent(options.Level)}% Monte-Carlo band; " : "";
        return new(BandOf("Monte-Carlo interval", sorted), PowerLine(sorted, x))
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Power", options.Subtitle ?? $"{band}{Apa.Bounded(target)} {(reached is null ? "not reached" : $"reached at {Apa.DegreesOfFreedom(reached.X)}")}"),
                Height = 420,
                Margin = new() { T = 72 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(x), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Power"), Range = [-0.02, 1.02], ZeroLine = false },
                Shapes = double.IsNaN(alpha) ? [Across(target)] : [Across(target), Across(alpha)],
                Annotations =
                [
                    Beside(target, isLeft: true, $"wanted: {Apa.Bounded(target)}"),
                    .. double.IsNaN(alpha) ? [] : new[] { Beside(alpha, isLeft: false, floor is null ? $"alpha {Apa.Bounded(alpha)}" : PlotlyText.Escape(floor)) },
                ],
            },
            Description = string.Join(" ", sorted.Select(point => $"{Apa.DegreesOfFreedom(point.X)}: {Apa.Bounded(point.Y, 3)}{IntervalOf(point)}."))
                + (reached is null ? $" {Apa.Bounded(target)} is not reached." : $" {Apa.Bounded(target)} is reached at {Apa.DegreesOfFreedom(reached.X)}."),
        };
    }

    public static Figure Roc(IReadOnlyList<(string Name, IReadOnlyList<CurvePoint> Points)> curves, FigureOptions options)
    {
        FigureCheck.Any(curves.Count, "ROC curves");
        IEnumerable<Trace> traces = curves.Index().SelectMany(curve => RocTraces(curve.Index, curve.Item.Name, [.. curve.Item.Points]));
        Scatter chance = new() { Name = "chance", X = [0, 1], Y = [0, 1], Mode = Mode.Lines, Line = Marks.Reference, HoverInfo = "skip", ShowLegend = false };
        bool hasBand = curves.Any(curve => curve.Points.Any(HasInterval));
        return new(traces.Prepend(chance))
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Receiver operating characteristic", options.Subtitle ?? (hasBand ? $"pointwise {Apa.Percent(options.Level)}% band of the sensitivity; dashed: chance" : "dashed: chance")),
                Height = 500,
                Margin = new() { T = 72, B = 96 },
                HoverMode = HoverMode.Closest,
                Legend = Legend.Below,
                ShowLegend = true,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "1 - specificity"), Range = [-0.01, 1.01], DTick = 0.25, Constrain = "domain", ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Sensitivity"), Range = [-0.01, 1.01], DTick = 0.25, ScaleAnchor = "x", Constrain = "domain", ZeroLine = false },
            },
            Description = string.Join(" ", curves.Select(curve => $"{curve.Name}: {curve.Points.Count} points.")),
        };
    }

    private static IEnumerable<Trace> RocTraces(int at, string name, CurvePoint[] points)
    {
        string color = Marks.Color(at);
        if (points.Any(HasInterval))
        {
            yield return BandOf("band", points) with { FillColor = Marks.Pale(color, 0.2), Line = new() { Width = 0, Color = color } };
        }

        yield return new Scatter
        {
            Name = PlotlyText.Escape(name),
            X = Marks.Rounded(points.Select(point => point.X)),
            Y = Marks.Rounded(points.Select(point => point.Y)),
            Mode = Mode.Lines,
            Line = new() { Color = color, Width = 2.2, Dash = Marks.DashOf(at) },
            HoverTemplate = "sensitivity %{y:.3f}, 1 - specificity %{x:.3f}",
        };
    }

    private static bool HasInterval(CurvePoint point) => double.IsFinite(point.Lower);

    /// <summary>What stands behind the value; nothing for a point that was computed and not simulated.</summary>
    private static string IntervalOf(CurvePoint point) => HasInterval(point) ? $" [{Apa.Bounded(point.Lower, 3)}, {Apa.Bounded(point.Upper, 3)}]" : "";

    private static Scatter BandOf(string name, CurvePoint[] points) =>
        Marks.Band(name, Palette.Blue, [.. points.Select(point => point.X)], [.. points.Select(point => point.Lower)], [.. points.Select(point => point.Upper)]);

    private static Scatter PowerLine(CurvePoint[] points, string x) => new()
    {
        Name = "power",
        X = Marks.Rounded(points.Select(point => point.X)),
        Y = Marks.Rounded(points.Select(point => point.Y)),
        Mode = Mode.LinesMarkers,
        Line = new() { Color = Palette.Blue, Width = 2 },
        Marker = new() { Color = Palette.Blue, Size = 7 },
        Text = [.. points.Select(point => (Value)IntervalOf(point))],
        HoverTemplate = PlotlyText.Escape(x) + " %{x}: %{y:.3f}%{text}<extra></extra>",
    };

    private static Shape Across(double y) => new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = y, Y1 = y, YRef = "y", Line = Marks.Reference, Layer = "below" };

    /// <summary>On the side where the curve is not: above the wanted power at the left, above alpha at the right.</summary>
    private static Annotation Beside(double y, bool isLeft, string text) => new()
    {
        Text = text,
        X = isLeft ? 0 : 1,
        XRef = "paper",
        XAnchor = isLeft ? "left" : "right",
        Y = y,
        YRef = "y",
        YAnchor = "bottom",
        ShowArrow = false,
        Font = new() { Size = 12 },
    };
}
