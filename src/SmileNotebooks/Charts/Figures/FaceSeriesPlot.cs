// Lanes one below the other on one time axis: a smile is read from the upper two, and whether the head moved with it from the lowest.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a series of measures of a face.</summary>
internal static class FaceSeriesPlot
{
    /// <summary>More points than this are finer than a screen.</summary>
    private const int MostPoints = 1600;

    private const double NameHeight = 22;
    private const double LaneGap = 12;

    private sealed record Curve(string Name, double[] Values, string Color, Dash Dash, string Unit);

    private sealed record Lane(string Title, double Height, Curve[] Curves, (double Low, double High) Range);

    public static Figure Make(FaceSeries series, FigureOptions options)
    {
        Lane[] lanes = [.. Lanes(series).Where(lane => lane.Curves.Length > 0)];
        int every = Math.Max(1, (series.Count + MostPoints - 1) / MostPoints);
        int[] drawn = [.. Enumerable.Range(0, series.Count).Where(at => at % every == 0)];
        Trace[] traces = [.. lanes.Index().SelectMany(lane => lane.Item.Curves.Select(line => TraceOf(series, line, drawn, AxisName(lane.Index))))];
        FigureHead head = FigureHead.Of(
            options,
            $"Face {series.Face} of {Path.GetFileName(series.Clip)}",
            series.Simulated,
            [SourceOf(series), .. series.Remarks, every > 1 ? $"one of every {every} frames drawn" : null]);
        double plot = Math.Max(lanes.Sum(lane => NameHeight + lane.Height + LaneGap), 120);
        double bottom = LegendRoom.Below(traces);
        (double Top, double Bottom)[] places = [.. Places(lanes, plot)];
        Axis[] axes = [.. lanes.Zip(places, AxisOf)];
        return new(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + plot + bottom,
                Margin = new() { T = head.Height, B = bottom },
                ShowLegend = traces.Length > 0,
                Legend = traces.Length > 0 ? Legend.Below : null,
                HoverMode = HoverMode.Closest,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"),
                    Range = series.Count > 1 ? [Marks.Round(series.Times[0]), Marks.Round(series.Times[^1])] : null,
                    ZeroLine = false,
                    Raw = lanes.Length > 1 ? new() { ["anchor"] = AxisName(lanes.Length - 1) } : null,
                },
                YAxis = axes.Length > 0 ? axes[0] : null,
                YAxis2 = axes.Length > 1 ? axes[1] : null,
                Raw = axes.Index().Skip(2).ToDictionary(axis => $"yaxis{axis.Index + 1}", axis => (object?)axis.Item),
                Annotations = [.. lanes.Zip(places, NameOf)],
                Shapes = [.. Gaps(series).Select(gap => Shade(series, gap.From, gap.Until))],
            },
            Description = Describe(series, lanes),
        };
    }

    private static IEnumerable<Lane> Lanes(FaceSeries series)
    {
        Curve[] units = [.. new[] { Unit(series, 12, "AU12", Palette.Blue, Dash.Solid), Unit(series, 6, "AU6", Palette.Vermilion, Dash.Dash) }.OfType<Curve>()];
        yield return new(FormattableString.Invariant($"Action units, 0 to {series.IntensityMaximum:0.##}"), 170, units, (-0.03 * series.IntensityMaximum, 1.05 * series.IntensityMaximum));

        Curve[] lips = LipAmplitude(series) is { } amplitude ? [new("lips", amplitude, Palette.Green, Dash.Solid, " lip widths")] : [];
        yield return new("Lip amplitude from the first frame (lip widths)", 120, lips, RangeOf(lips, 0.05));

        Curve[] angles =
        [
            .. new[]
            {
                Angle(series, FaceColumns.Yaw, "turn right", Palette.Purple, Dash.Solid), Angle(series, FaceColumns.Pitch, "nod down", Palette.Orange, Dash.Dash),
                Angle(series, FaceColumns.Roll, "tilt", Palette.Grey, Dash.Dot),
            }.OfType<Curve>(),
        ];
        yield return new("Head (degrees; tilt clockwise)", 80, angles, RangeOf(angles, 5));
    }

    private static Curve? Unit(FaceSeries series, int number, string name, string color, Dash dash) =>
        series.Columns.TryGetValue(FaceColumns.ActionUnit(number), out ImmutableArray<double> values) ? new(name, [.. values], color, dash, "") : null;

    private static Curve? Angle(FaceSeries series, string column, string name, string color, Dash dash) =>
        series.Columns.TryGetValue(column, out ImmutableArray<double> values) ? new(name, [.. values.Select(value => value * 180 / Math.PI)], color, dash, " degrees") : null;

    /// <summary>D(t) of docs/methods.md less its first value; null where the series has no corners of the lips.</summary>
    private static double[]? LipAmplitude(FaceSeries series)
    {
        string[] names =
            [FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY, FaceColumns.LipCornerRightZ, FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY, FaceColumns.LipCornerLeftZ];
        if (!names.All(series.Has))
        {
            return null;
        }

        double[][] corners = [.. names.Select(name => series[name].ToArray())];
        int first = Enumerable.Range(0, series.Count).FirstOrDefault(i => corners.All(values => double.IsFinite(values[i])), -1);
        if (first < 0)
        {
            return null;
        }

        double[] middle = [.. Enumerable.Range(0, 3).Select(axis => (corners[axis][first] + corners[axis + 3][first]) / 2)];
        double Distance(int corner, int frame) => Math.Sqrt(Enumerable.Range(0, 3).Sum(axis => Math.Pow(corners[(3 * corner) + axis][frame] - middle[axis], 2)));
        double width = 2 * Distance(0, first);
        return width > 0 ? [.. Enumerable.Range(0, series.Count).Select(frame => ((Distance(0, frame) + Distance(1, frame)) / (2 * width)) - 0.5)] : null;
    }

    private static (double Low, double High) RangeOf(Curve[] lines, double least)
    {
        double[] values = [.. lines.SelectMany(line => line.Values).Where(double.IsFinite), 0];
        (double low, double high) = (values.Min(), values.Max());
        double room = Math.Max((high - low) * 0.08, least * 0.2);
        return (Math.Min(low, -least * 0.2) - room, Math.Max(high, least) + room);
    }

    private static Scatter TraceOf(FaceSeries series, Curve line, int[] drawn, string axis) => new()
    {
        Name = line.Name,
        X = Marks.Rounded(drawn.Select(at => series.Times[at])),
        Y = Marks.Rounded(drawn.Select(at => line.Values[at])),
        YAxis = axis == "y" ? null : axis,
        Mode = drawn.Length < 60 ? Mode.LinesMarkers : Mode.Lines,
        Marker = drawn.Length < 60 ? new() { Color = line.Color, Size = 4 } : null,
        Line = new() { Color = line.Color, Width = 1.8, Dash = line.Dash },
        HoverTemplate = $"%{{x:.4~g}} s: %{{y:.3~g}}{line.Unit}<extra>{line.Name}</extra>",
    };

    private static IEnumerable<(double Top, double Bottom)> Places(Lane[] lanes, double plot)
    {
        double above = 0;
        foreach (Lane lane in lanes)
        {
            double top = 1 - ((above + NameHeight) / plot);
            above += NameHeight + lane.Height + LaneGap;
            yield return (Marks.Round(top), Marks.Round(Math.Max(0, top - (lane.Height / plot))));
        }
    }

    private static Axis AxisOf(Lane lane, (double Top, double Bottom) place) => new()
    {
        Range = [Marks.Round(lane.Range.Low), Marks.Round(lane.Range.High)],
        Domain = [place.Bottom, place.Top],
        ZeroLine = true,
        FixedRange = true,
        TickFont = new() { Size = 11 },
        Raw = new() { ["nticks"] = lane.Height > 150 ? 7 : 4 },
    };

    /// <summary>Above its lane: beside it, it would take the room of the lines on a narrow page.</summary>
    private static Annotation NameOf(Lane lane, (double Top, double Bottom) place) => new()
    {
        Text = $"<b>{lane.Title}</b>",
        X = 0,
        XRef = "paper",
        XAnchor = "left",
        Y = place.Top,
        YRef = "paper",
        YAnchor = "bottom",
        ShowArrow = false,
        Font = new() { Size = 12 },
    };

    private static Shape Shade(FaceSeries series, int from, int until) => new()
    {
        Type = "rect",
        X0 = Marks.Round(series.Times[Math.Max(from - 1, 0)]),
        X1 = Marks.Round(series.Times[Math.Min(until, series.Count - 1)]),
        XRef = "x",
        Y0 = 0,
        Y1 = 1,
        YRef = "paper",
        FillColor = Palette.Grey,
        Opacity = 0.2,
        Layer = "below",
        Line = new() { Width = 0 },
    };

    /// <summary>Stretches of frames in which nothing was measured.</summary>
    private static IEnumerable<(int From, int Until)> Gaps(FaceSeries series)
    {
        int from = -1;
        for (int i = 0; i <= series.Count; i++)
        {
            bool isGap = i < series.Count && series.Columns.Values.All(values => double.IsNaN(values[i]));
            if (isGap && from < 0)
            {
                from = i;
            }
            else if (!isGap && from >= 0)
            {
                yield return (from, i);
                from = -1;
            }
        }
    }

    private static string SourceOf(FaceSeries series) => series.Source switch
    {
        FaceSeriesSource.OpenFace => "measured by OpenFace 2",
        FaceSeriesSource.PyFeat => "measured by py-feat (scores of action units, 0 to 1)",
        FaceSeriesSource.Simulation => "a simulation",
        _ => "measured by the geometry of landmarks",
    } + (Gaps(series).Any() ? "; shaded: face not found" : "");

    private static string Describe(FaceSeries series, Lane[] lanes)
    {
        if (series.Count == 0)
        {
            return "No frame.";
        }

        string lines = string.Join(" ", lanes.SelectMany(lane => lane.Curves).Select(line =>
        {
            double[] values = [.. line.Values.Where(double.IsFinite)];
            return values.Length == 0 ? $"{line.Name}: nothing measured." : $"{line.Name}: {Apa.Quantity(values.Min())} to {Apa.Quantity(values.Max())}{line.Unit}.";
        }));
        return $"{Plural.Of(series.Count, "frame")}, {Apa.Quantity(series.Times[0])} to {Apa.Quantity(series.Times[^1])} s. {lines}"
            + (Gaps(series).Count() is > 0 and int gaps ? $" {Plural.Of(gaps, "gap")}." : "") + (series.Simulated is { } how ? $" {how}." : "");
    }

    private static string AxisName(int lane) => lane == 0 ? "y" : FormattableString.Invariant($"y{lane + 1}");
}
