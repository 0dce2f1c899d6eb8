using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws average courses with their latencies.</summary>
internal static class LatencyPlot
{
    public static Figure Make(IReadOnlyList<(string Name, JackknifeLatencyResult Latency)> courses, FigureOptions options) => new(courses.Select(Course))
    {
        Layout = new()
        {
            Title = Marks.Title(options.Title ?? "Latency", options.Subtitle ?? $"line and area: latency with {Apa.Percent(courses[0].Latency.Interval.Level)}% CI"),
            Height = 400,
            Margin = new() { T = 92, B = courses.Count > 1 ? 96 : 60 },
            ShowLegend = courses.Count > 1,
            Legend = courses.Count > 1 ? Legend.Below : null,
            HoverMode = HoverMode.Closest,
            XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), ZeroLine = true },
            YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Average"), ZeroLine = true },
            Shapes = [.. courses.Index().SelectMany(course => Shapes(course.Item.Latency, Marks.Color(course.Index)))],
            Annotations = [.. courses.Index().Select(course => Label(course.Item.Latency, course.Index))],
        },
        Description = string.Join(" ", courses.Select(course => $"{course.Name}: {course.Latency.Apa}.")),
    };

    private static Scatter Course((string Name, JackknifeLatencyResult Latency) course, int at) => new()
    {
        Name = PlotlyText.Escape(course.Name),
        X = Marks.Rounded(course.Latency.Average.Select((_, sample) => course.Latency.StartTime + (sample / course.Latency.SamplingRate))),
        Y = Marks.Rounded(course.Latency.Average),
        Mode = Mode.Lines,
        Line = new() { Color = Marks.Color(at), Width = 2, Dash = Marks.DashOf(at) },
    };

    private static IEnumerable<Shape> Shapes(JackknifeLatencyResult latency, string color)
    {
        if (double.IsFinite(latency.Interval.Width))
        {
            yield return new()
            {
                Type = "rect", X0 = Marks.Round(latency.Interval.Lower), X1 = Marks.Round(latency.Interval.Upper), XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper",
                FillColor = Marks.Pale(color, 0.18), Line = new() { Width = 0 }, Layer = "below",
            };
        }

        yield return new() { Type = "line", X0 = Marks.Round(latency.Latency), X1 = Marks.Round(latency.Latency), XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = new() { Color = color, Width = 1.6 } };
    }

    /// <summary>Neighbours on two lines, so that they do not run into each other.</summary>
    private static Annotation Label(JackknifeLatencyResult latency, int row) => new()
    {
        Text = $"{Apa.Number(latency.Latency, 3)} s",
        X = Marks.Round(latency.Latency),
        XRef = "x",
        Y = 1,
        YRef = "paper",
        YAnchor = "bottom",
        YShift = 14 * (row % 2),
        ShowArrow = false,
        Font = new() { Size = 12 },
    };
}
