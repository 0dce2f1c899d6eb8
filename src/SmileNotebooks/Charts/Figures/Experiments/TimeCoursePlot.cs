// Condition means over time with their bands, the stimulus, the baseline, and below them a row for each comparison with its clusters as bars.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>The clusters of one comparison.</summary>
/// <param name="Name">What is compared, as in "Happy - Neutral".</param>
/// <param name="Clusters">The clusters, significant or not.</param>
internal sealed record ClusterRow(string Name, ImmutableArray<TimeCluster> Clusters);

/// <summary>Draws time courses.</summary>
internal static class TimeCoursePlot
{
    /// <summary>More points than this are finer than a screen.</summary>
    private const int MostTimes = 1600;

    private const double PlotHeight = 290;
    private const double RowHeight = 40;
    private const double RowsGap = 26;
    private const double BarHeight = 9;
    
    /// <summary>A narrow page has room for the words of one.</summary>
    private const int MostNamed = 1;

    /// <summary>What is drawn besides the curves.</summary>
    /// <param name="Title">The title.</param>
    /// <param name="Remarks">Lines below it.</param>
    /// <param name="YTitle">What is measured.</param>
    /// <param name="Rows">Comparisons with their clusters; may be none.</param>
    public sealed record Content(string Title, IReadOnlyList<string?> Remarks, string YTitle, IReadOnlyList<ClusterRow> Rows)
    {
        /// <summary>How the data were simulated; null for data that were recorded.</summary>
        public string? Simulated { get; init; }

        /// <summary>Where the baseline lies, in seconds; null where there is none.</summary>
        public (double From, double To)? Baseline { get; init; }

        /// <summary>The value of no change, a line; null where there is none, as for amplitudes.</summary>
        public double? Reference { get; init; }

        /// <summary>Up to which p a cluster counts.</summary>
        public double Alpha { get; init; } = .05;
    }

    public static Figure Make(IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, Content content, FigureOptions options)
    {
        FigureCheck.Any(times.Count, "times");
        FigureCheck.Any(curves.Count, "conditions");
        foreach (TimeCurve curve in curves)
        {
            FigureCheck.SameLength(curve.Values.Length, times.Count, curve.Name, "time");
        }

        foreach (TimeCluster cluster in content.Rows.SelectMany(row => row.Clusters).Where(cluster => cluster.From < 0 || cluster.Until > times.Count || cluster.From >= cluster.Until))
        {
            throw new ArgumentException($"A cluster from sample {cluster.From} until {cluster.Until}; expected a stretch within 0 until {times.Count}.");
        }

        int every = (times.Count + MostTimes - 1) / MostTimes;
        int[] drawn = [.. Enumerable.Range(0, times.Count).Where(at => at % every == 0)];
        Trace[] traces = [.. curves.Index().SelectMany(curve => Curve(times, curve.Item, curve.Index, drawn))];
        string? selection = every > 1 ? $"one of every {every} samples drawn" : null;
        return new(traces)
        {
            Layout = LayoutOf(times, curves, traces, content, [.. content.Remarks, selection], options),
            Description = Describe(times, curves, content),
        };
    }

    private static IEnumerable<Trace> Curve(IReadOnlyList<double> times, TimeCurve curve, int at, int[] drawn)
    {
        string color = Marks.Color(at);
        double[] x = [.. drawn.Select(time => times[time])];
        if (!curve.Lower.IsDefaultOrEmpty && !curve.Upper.IsDefaultOrEmpty && curve.Lower.Any(double.IsFinite))
        {
            yield return Marks.Band($"{PlotlyText.Escape(curve.Name)}: band", color, x, [.. drawn.Select(time => curve.Lower[time])], [.. drawn.Select(time => curve.Upper[time])]);
        }

        yield return new Scatter
        {
            Name = PlotlyText.Escape(curve.Name),
            X = Marks.Rounded(x),
            Y = Marks.Rounded(drawn.Select(time => curve.Values[time])),
            Mode = drawn.Length == 1 ? Mode.Markers : Mode.Lines,
            Line = drawn.Length == 1 ? null : new() { Color = color, Width = 2, Dash = Marks.DashOf(at) },
            Marker = drawn.Length == 1 ? new() { Color = color, Symbol = Marks.Symbol(at), Size = 8 } : null,
            HoverTemplate = $"%{{x:.4~g}} s: %{{y:.3~g}}<extra>{PlotlyText.Escape(curve.Name)}</extra>",
        };
    }

    private static Layout LayoutOf(IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, Trace[] traces, Content content, IEnumerable<string?> remarks, FigureOptions options)
    {
        FigureHead head = FigureHead.Of(options, content.Title, content.Simulated, remarks);
        double rows = content.Rows.Count == 0 ? 0 : RowsGap + (RowHeight * content.Rows.Count);
        double plot = PlotHeight + rows;
        double bottom = LegendRoom.Below(traces);
        double half = HalfStep(times);
        return new()
        {
            Title = head.Title,
            Height = head.Height + plot + bottom,
            Margin = new() { T = head.Height, B = bottom },
            ShowLegend = true,
            Legend = Legend.Below,
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle ?? "Time from stimulus onset (s)"),
                Range = [Marks.Round(times[0] - half), Marks.Round(times[^1] + half)],
                ZeroLine = false,
                Raw = new() { ["anchor"] = rows > 0 ? "y2" : "y" },
            },
            YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? content.YTitle), Domain = [Marks.Round(rows / plot), 1], ZeroLine = false, Raw = new() { ["nticks"] = 8, ["exponentformat"] = Ticks.ExponentFormat(curves.SelectMany(curve => curve.Values)) } },
            YAxis2 = rows > 0 ? new() { Range = [0, content.Rows.Count], Domain = [0, Marks.Round((rows - RowsGap) / plot)], Visible = false, FixedRange = true } : null,
            Shapes = [.. Surroundings(times, content), .. content.Rows.Index().SelectMany(row => Bars(times, row.Item, content.Rows.Count - row.Index - 1, content.Alpha))],
            Annotations = [.. Words(times, content), .. content.Rows.Index().Select(row => RowWords(times, row.Item, content.Rows.Count - row.Index - 1, content.Alpha))],
        };
    }

    /// <summary>Baseline, no change, and the onset of the stimulus, where the times hold them.</summary>
    private static IEnumerable<Shape> Surroundings(IReadOnlyList<double> times, Content content)
    {
        if (content.Baseline is { } baseline)
        {
            yield return new()
            {
                Type = "rect", X0 = Marks.Round(baseline.From), X1 = Marks.Round(baseline.To), XRef = "x", Y0 = 0, Y1 = 1, YRef = "y domain",
                FillColor = Marks.Pale(Palette.Grey, 0.14), Line = new() { Width = 0 }, Layer = "below",
            };
        }

        if (content.Reference is { } reference)
        {
            yield return new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = reference, Y1 = reference, YRef = "y", Line = Marks.Reference, Layer = "below" };
        }

        if (HasOnset(times))
        {
            yield return new() { Type = "line", X0 = 0, X1 = 0, XRef = "x", Y0 = 0, Y1 = 1, YRef = "y domain", Line = new() { Color = Palette.Grey, Width = 1.4 }, Layer = "below" };
        }
    }

    private static IEnumerable<Annotation> Words(IReadOnlyList<double> times, Content content)
    {
        if (content.Baseline is { } baseline)
        {
            yield return Word("baseline", Marks.Round((baseline.From + baseline.To) / 2), "center", 0);
        }

        if (HasOnset(times))
        {
            yield return Word("stimulus", 0, "left", 4);
        }
    }

    private static Annotation Word(string text, double x, string anchor, double shift) => new()
    {
        Text = text, X = x, XRef = "x", XAnchor = anchor, XShift = shift, Y = 1, YRef = "paper", YAnchor = "top", ShowArrow = false, Font = new() { Size = 11 },
    };

    private static bool HasOnset(IReadOnlyList<double> times) => times[0] - HalfStep(times) <= 0 && times[^1] + HalfStep(times) >= 0;

    /// <summary>Thick and in colour with p at most alpha, thin and grey otherwise.</summary>
    private static IEnumerable<Shape> Bars(IReadOnlyList<double> times, ClusterRow row, int from, double alpha) => row.Clusters.Select(cluster =>
    {
        (double start, double end) = Span(times, cluster);
        bool isFound = cluster.P <= alpha;
        double middle = from + (0.6 * BarHeight / RowHeight);
        double half = (isFound ? 0.5 : 0.2) * BarHeight / RowHeight;
        return new Shape
        {
            Type = "rect", X0 = start, X1 = end, XRef = "x", Y0 = Marks.Round(middle - half), Y1 = Marks.Round(middle + half), YRef = "y2",
            FillColor = isFound ? Palette.Orange : Palette.Grey, Line = new() { Width = 0 },
        };
    });

    /// <summary>The name of a comparison and its clusters, over its bars: beside each bar, short ones would run into each other.</summary>
    private static Annotation RowWords(IReadOnlyList<double> times, ClusterRow row, int from, double alpha)
    {
        TimeCluster[] found = [.. row.Clusters.Where(cluster => cluster.P <= alpha).OrderBy(cluster => cluster.P)];
        string words = found.Length > 0
            ? string.Join("; ", found.Take(MostNamed).Select(cluster => Words(times, cluster))) + (found.Length > MostNamed ? $"; {found.Length - MostNamed} more" : "")
            : row.Clusters.IsEmpty ? "no cluster"
            : $"least {Apa.P(row.Clusters.Min(cluster => cluster.P))}";
        return new()
        {
            Text = $"<b>{PlotlyText.Escape(row.Name)}</b>: {PlotlyText.Escape(words)}",
            X = 0,
            XRef = "paper",
            XAnchor = "left",
            Y = Marks.Round(from + (1.3 * BarHeight / RowHeight)),
            YRef = "y2",
            YAnchor = "bottom",
            ShowArrow = false,
            Font = new() { Size = 11 },
        };
    }

    private static string Words(IReadOnlyList<double> times, TimeCluster cluster)
    {
        (double from, double until) = Span(times, cluster);
        return FormattableString.Invariant($"{from:0.###} to {until:0.###} s, {Apa.P(cluster.P)}");
    }

    private static double HalfStep(IReadOnlyList<double> times) => times.Count > 1 ? (times[^1] - times[0]) / (times.Count - 1) / 2 : 0.5;

    /// <summary>A sample stands for the time half a step to either side.</summary>
    private static (double From, double Until) Span(IReadOnlyList<double> times, TimeCluster cluster) =>
        (Marks.Round(times[cluster.From] - HalfStep(times)), Marks.Round(times[cluster.Until - 1] + HalfStep(times)));

    private static string Describe(IReadOnlyList<double> times, IReadOnlyList<TimeCurve> curves, Content content)
    {
        string means = string.Join(' ', curves.Select(curve =>
        {
            double middle = content.Reference ?? 0;
            int at = curve.Values.IndexOf(curve.Values.MaxBy(value => Math.Abs(value - middle)));
            return $"{curve.Name}: {(content.Reference is null ? "greatest" : $"farthest from {Apa.Quantity(middle)}")} at {Apa.Quantity(times[at])} s with {Apa.Quantity(curve.Values[at])}.";
        }));
        string rows = string.Concat(content.Rows.Select(row =>
        {
            string each = string.Join("; ", row.Clusters.Where(cluster => cluster.P <= content.Alpha).Select(cluster => Words(times, cluster)));
            return $" {row.Name}: {(each.Length > 0 ? each : $"no cluster with p at most {Apa.Bounded(content.Alpha)}")}.";
        }));
        return $"Means of {content.YTitle}, {Apa.Quantity(times[0])} to {Apa.Quantity(times[^1])} s from stimulus onset. {means}{rows}";
    }
}
