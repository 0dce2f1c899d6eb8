// The movement of a mouth through a clip, as lanes on one time axis: amplitude, speed, and the action units of a smile.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws smiles in time.</summary>
internal static class SmileDynamicsPlot
{
    private const double LaneHeight = 150;
    private const double NameHeight = 22;

    // More moments than this are finer than a screen.
    private const int MostPoints = 3000;

    /// <summary>One lane.</summary>
    /// <param name="Name">What is drawn, above the lane.</param>
    /// <param name="Traces">The curves; their axis is set by the plot.</param>
    private sealed record Lane(string Name, IReadOnlyList<Scatter> Traces);

    public static Figure Make(SmileDynamics dynamics, FigureOptions options)
    {
        Lane[] lanes = [.. Lanes(dynamics)];
        Trace[] traces =
        [
            .. lanes.Index().SelectMany(lane => lane.Item.Traces.Select(trace => trace with { YAxis = AxisName(lane.Index) })),
            .. dynamics.Episodes.IsEmpty ? [] : SmilePhases.Legend(),
        ];
        FigureHead head = FigureHead.Of(
            options, $"Smiles of {Path.GetFileName(dynamics.Series.Clip)}", dynamics.Series.Simulated,
            [Count(dynamics), .. dynamics.Remarks.Take(3), dynamics.Remarks.Length > 3 ? $"and {dynamics.Remarks.Length - 3} further remarks" : null]);
        double plot = (LaneHeight + NameHeight) * lanes.Length;
        double bottom = LegendRoom.Below(traces);
        Axis[] axes = [.. lanes.Select((_, at) => LaneAxis(at, plot))];
        return new(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = plot + head.Height + bottom,
                Margin = new() { T = head.Height, B = bottom },
                ShowLegend = true,
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"),
                    Range = RangeOf(dynamics.Series),
                    ZeroLine = false,
                    Raw = new() { ["anchor"] = AxisName(lanes.Length - 1) },
                },
                YAxis = axes[0],
                YAxis2 = axes[1],
                Shapes = [.. SmilePhases.Areas(dynamics.Episodes), Zero("y", dynamics.Rest), Zero("y2", 0)],
                Annotations = [.. lanes.Select((lane, at) => NameOf(lane.Name, at, plot))],
                Raw = axes.Index().Skip(2).ToDictionary(axis => $"yaxis{axis.Index + 1}", axis => (object?)axis.Item),
            },
            Description = $"{dynamics} {string.Join(' ', dynamics.Episodes.Take(12))}",
        };
    }

    private static IEnumerable<Lane> Lanes(SmileDynamics dynamics)
    {
        string unit = dynamics.Signal == SmileSignal.LipCorners ? "lip widths above rest" : "AU12, 0 to 5";
        string movement = dynamics.Signal == SmileSignal.LipCorners ? "Lip corners" : "Lip corner puller";
        yield return new($"{movement} ({unit})", [Curve(dynamics, movement, Palette.Blue, Dash.Solid, course => course.Position)]);
        yield return new($"Speed ({(dynamics.Signal == SmileSignal.LipCorners ? "lip widths" : "of AU12")} per second)", [Curve(dynamics, "Speed", Palette.Vermilion, Dash.Solid, course => course.Velocity)]);
        Scatter[] units = [.. UnitsOf(dynamics.Series)];
        if (units.Length > 0)
        {
            yield return new("Action units as measured (0 to 5)", units);
        }
    }

    private static IEnumerable<Scatter> UnitsOf(FaceSeries series)
    {
        if (FaceValues.Unit(series, 12) is { } corner)
        {
            yield return Measured(series, "AU12", corner, Palette.Blue, Dash.Dash);
        }

        if (FaceValues.Unit(series, 6) is { } cheek)
        {
            yield return Measured(series, "AU6", cheek, Palette.Green, Dash.Solid);
        }
    }

    /// <summary>The courses one after the other, with a break at each gap.</summary>
    private static Scatter Curve(SmileDynamics dynamics, string name, string color, Dash dash, Func<SmileCourse, System.Collections.Immutable.ImmutableArray<double>> of)
    {
        int every = 1 + (dynamics.Courses.Sum(course => course.Count) / MostPoints);
        List<double> x = [];
        List<double> y = [];
        foreach (SmileCourse course in dynamics.Courses)
        {
            for (int i = 0; i < course.Count; i += every)
            {
                x.Add(course.TimeAt(i));
                y.Add(of(course)[i]);
            }

            x.Add(course.Until);
            y.Add(double.NaN);
        }

        return Line(name, x, y, color, dash);
    }

    private static Scatter Measured(FaceSeries series, string name, double[] values, string color, Dash dash)
    {
        int every = 1 + (values.Length / MostPoints);
        int[] drawn = [.. Enumerable.Range(0, values.Length).Where(i => i % every == 0)];
        return Line(name, [.. drawn.Select(i => series.Times[i])], [.. drawn.Select(i => values[i])], color, dash);
    }

    private static Scatter Line(string name, List<double> x, List<double> y, string color, Dash dash) => new()
    {
        Name = name,
        X = Marks.Rounded(x),
        Y = Marks.Rounded(y),
        Mode = Mode.Lines,
        Line = new() { Color = color, Width = 2, Dash = dash },
        HoverTemplate = $"%{{x:.2f}} s: %{{y:.3~g}}<extra>{name}</extra>",
    };

    private static string Count(SmileDynamics dynamics) =>
        (dynamics.Episodes.Length switch { 0 => "no smile", 1 => "1 smile", int many => FormattableString.Invariant($"{many} smiles") })
        + (dynamics.LeftOut.IsEmpty ? "" : FormattableString.Invariant($", {dynamics.LeftOut.Length} {(dynamics.LeftOut.Length == 1 ? "movement" : "movements")} left out"));

    private static Values RangeOf(FaceSeries series) =>
        series.Count == 0 ? [0, 1] : series.Count == 1 ? [Marks.Round(series.Times[0] - 0.5), Marks.Round(series.Times[0] + 0.5)] : [Marks.Round(series.Times[0]), Marks.Round(series.Times[^1])];

    private static Shape Zero(string axis, double level) => new()
    {
        Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = Marks.Round(double.IsFinite(level) ? level : 0), Y1 = Marks.Round(double.IsFinite(level) ? level : 0), YRef = axis, Line = Marks.Reference, Layer = "below",
    };

    private static Axis LaneAxis(int at, double plot)
    {
        double top = 1 - (((at * (LaneHeight + NameHeight)) + NameHeight) / plot);
        return new()
        {
            Domain = [Marks.Round(Math.Max(0, top - (LaneHeight / plot))), Marks.Round(top)],
            ZeroLine = false,
            FixedRange = true,
            Raw = new() { ["nticks"] = 5 },
        };
    }

    private static Annotation NameOf(string name, int at, double plot) => new()
    {
        Text = $"<b>{PlotlyText.Escape(name)}</b>",
        X = 0,
        XRef = "paper",
        XAnchor = "left",
        Y = Marks.Round(1 - (((at * (LaneHeight + NameHeight)) + NameHeight) / plot)),
        YRef = "paper",
        YAnchor = "bottom",
        ShowArrow = false,
        Font = new() { Size = 12 },
    };

    private static string AxisName(int axis) => axis == 0 ? "y" : FormattableString.Invariant($"y{axis + 1}");
}
