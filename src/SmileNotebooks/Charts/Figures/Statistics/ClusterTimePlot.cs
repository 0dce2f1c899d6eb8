using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws curves over time with shaded clusters, and below them the statistic that formed the clusters.</summary>
internal static class ClusterTimePlot
{
    private const double CurvesFrom = 0.42;
    private const double StatisticUntil = 0.3;

    public static Figure Make(
        IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, IReadOnlyList<double>? statistic, double threshold,
        IReadOnlyList<TimeCluster> clusters, double alpha, FigureOptions options)
    {
        Check(times, curves, statistic, clusters);
        bool hasBoth = curves.Count > 0 && statistic is not null;
        List<Trace> traces = [.. curves.Index().SelectMany(curve => Curve(times, curve.Item, curve.Index))];
        if (statistic is not null)
        {
            traces.Add(Statistic(times, statistic, hasBoth));
        }

        return new(traces)
        {
            Layout = LayoutOf(times, curves, statistic, threshold, clusters, alpha, options),
            Description = Describe(times, clusters, alpha),
        };
    }

    private static void Check(IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, IReadOnlyList<double>? statistic, IReadOnlyList<TimeCluster> clusters)
    {
        FigureCheck.Any(times.Count, "times");
        foreach (TimeCurve curve in curves)
        {
            FigureCheck.SameLength(curve.Values.Length, times.Count, curve.Name, "time");
        }

        if (statistic is not null)
        {
            FigureCheck.SameLength(statistic.Count, times.Count, "The statistic", "time");
        }

        foreach (TimeCluster cluster in clusters.Where(cluster => cluster.From < 0 || cluster.Until > times.Count || cluster.From >= cluster.Until))
        {
            throw new ArgumentException($"A cluster from sample {cluster.From} until {cluster.Until}; expected a stretch within 0 until {times.Count}.");
        }
    }

    private static IEnumerable<Trace> Curve(IReadOnlyList<double> times, TimeCurve curve, int at)
    {
        string color = Marks.Color(at);
        if (!curve.Lower.IsDefaultOrEmpty && !curve.Upper.IsDefaultOrEmpty)
        {
            yield return Marks.Band($"{PlotlyText.Escape(curve.Name)}: band", color, times, curve.Lower, curve.Upper);
        }

        yield return new Scatter
        {
            Name = PlotlyText.Escape(curve.Name),
            X = Marks.Rounded(times),
            Y = Marks.Rounded(curve.Values),
            Mode = Mode.Lines,
            Line = new() { Color = color, Width = 2, Dash = Marks.DashOf(at) },
        };
    }

    private static Scatter Statistic(IReadOnlyList<double> times, IReadOnlyList<double> statistic, bool isBelow) => new()
    {
        Name = "statistic",
        X = Marks.Rounded(times),
        Y = Marks.Rounded(statistic),
        YAxis = isBelow ? "y2" : "y",
        Mode = Mode.Lines,
        Line = new() { Color = Palette.Grey, Width = 1.6 },
        ShowLegend = false,
    };

    private static Layout LayoutOf(
        IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, IReadOnlyList<double>? statistic, double threshold,
        IReadOnlyList<TimeCluster> clusters, double alpha, FigureOptions options)
    {
        bool hasBoth = curves.Count > 0 && statistic is not null;
        bool hasLegend = curves.Count > 1;
        Axis curveAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? (curves.Count > 0 ? "Mean" : "t")), Domain = hasBoth ? [CurvesFrom, 1] : null, ZeroLine = true };
        return new()
        {
            Title = Marks.Title(options.Title ?? "Clusters over time", options.Subtitle ?? SubtitleOf(curves, clusters, alpha, options.Level)),
            Height = hasBoth ? 500 : 380,
            Margin = new() { T = 96, B = hasLegend ? 96 : 60 },
            ShowLegend = hasLegend,
            Legend = hasLegend ? Legend.Below : null,
            HoverMode = HoverMode.Closest,
            XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), ZeroLine = true, Raw = hasBoth ? new() { ["anchor"] = "y2" } : null },
            YAxis = curveAxis,
            YAxis2 = hasBoth ? new() { Title = Marks.AxisTitle("t"), Range = Padded(statistic!, threshold), Domain = [0, StatisticUntil], ZeroLine = true, Raw = new() { ["nticks"] = 5 } } : null,
            Shapes = [.. clusters.Select(cluster => Shade(times, cluster, alpha)), .. Thresholds(statistic, threshold, hasBoth)],
            Annotations = [.. clusters.Index().Where(cluster => cluster.Item.P <= alpha).Select((cluster, row) => Label(times, cluster.Item, row))],
        };
    }

    private static string SubtitleOf(IReadOnlyList<TimeCurve> curves, IReadOnlyList<TimeCluster> clusters, double alpha, double level)
    {
        int found = clusters.Count(cluster => cluster.P <= alpha);
        string band = curves.Any(curve => !curve.Lower.IsDefaultOrEmpty) ? $"means with {Apa.Percent(level)}% bands; " : "";
        return $"{band}shaded: {found} of {clusters.Count} clusters with p ≤ {Apa.Bounded(alpha)}";
    }

    private static IEnumerable<Shape> Thresholds(IReadOnlyList<double>? statistic, double threshold, bool isBelow)
    {
        if (statistic is null || !double.IsFinite(threshold))
        {
            yield break;
        }

        foreach (double side in statistic.Any(value => value < 0) ? new[] { threshold, -threshold } : [threshold])
        {
            yield return new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = side, Y1 = side, YRef = isBelow ? "y2" : "y", Line = Marks.Reference };
        }
    }

    /// <summary>Room for the statistic and its thresholds.</summary>
    private static Values Padded(IReadOnlyList<double> statistic, double threshold)
    {
        double[] values = [.. statistic.Append(threshold).Append(statistic.Any(value => value < 0) ? -threshold : 0).Where(double.IsFinite)];
        double room = 0.1 * Math.Max(values.Max() - values.Min(), 1e-9);
        return [Marks.Round(values.Min() - room), Marks.Round(values.Max() + room)];
    }

    private static Shape Shade(IReadOnlyList<double> times, TimeCluster cluster, double alpha)
    {
        (double from, double until) = Span(times, cluster);
        return new()
        {
            Type = "rect",
            X0 = from,
            X1 = until,
            XRef = "x",
            Y0 = 0,
            Y1 = 1,
            YRef = "paper",
            FillColor = cluster.P <= alpha ? Marks.Pale(Palette.Orange, 0.25) : Marks.Pale(Palette.Grey, 0.12),
            Line = new() { Width = 0 },
            Layer = "below",
        };
    }

    /// <summary>A sample stands for the time half a step to either side.</summary>
    private static (double From, double Until) Span(IReadOnlyList<double> times, TimeCluster cluster)
    {
        double half = times.Count > 1 ? (times[^1] - times[0]) / (times.Count - 1) / 2 : 0.5;
        return (Marks.Round(times[cluster.From] - half), Marks.Round(times[cluster.Until - 1] + half));
    }

    /// <summary>Above the plot; neighbours on two lines, so that they do not run into each other.</summary>
    private static Annotation Label(IReadOnlyList<double> times, TimeCluster cluster, int row)
    {
        (double from, double until) = Span(times, cluster);
        return new()
        {
            Text = PlotlyText.Escape(Apa.P(cluster.P)),
            X = Marks.Round((from + until) / 2),
            XRef = "x",
            Y = 1,
            YRef = "paper",
            YAnchor = "bottom",
            YShift = 14 * (row % 2),
            ShowArrow = false,
            Font = new() { Size = 12 },
        };
    }

    private static string Describe(IReadOnlyList<double> times, IReadOnlyList<TimeCluster> clusters, double alpha)
    {
        string each = string.Join("; ", clusters.Where(cluster => cluster.P <= alpha)
            .Select(cluster => $"{Apa.Quantity(times[cluster.From])} to {Apa.Quantity(times[cluster.Until - 1])}, {Apa.P(cluster.P)}"));
        return $"{times.Count} times from {Apa.Quantity(times[0])} to {Apa.Quantity(times[^1])}, {clusters.Count} clusters. "
            + (each.Length > 0 ? $"p at most {Apa.Bounded(alpha)}: {each}." : $"None has p at most {Apa.Bounded(alpha)}.");
    }
}
