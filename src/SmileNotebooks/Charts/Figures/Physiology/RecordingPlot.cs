// A recording as a reader looks through it: channels one below the other on one time axis, events as lines through all of them.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws channels over time.</summary>
internal static class RecordingPlot
{
    /// <summary>Values of all lanes together: some 100 kB of a page.</summary>
    private const int MostPoints = 16_000;

    private const int MostPointsOfLane = 4000;
    private const int MostDescribed = 12;
    private const double NameHeight = 20;
    private const double EventHeight = 18;

    /// <summary>What is drawn besides the channels.</summary>
    /// <param name="Title">The title.</param>
    /// <param name="Remarks">Lines below it.</param>
    /// <param name="Events">Events of the recording, in the window or not.</param>
    public sealed record Content(string Title, ImmutableArray<string?> Remarks, ImmutableArray<RecordingEvent> Events)
    {
        /// <summary>How the data were simulated; null for data that were recorded.</summary>
        public string? Simulated { get; init; }

        /// <summary>Stretches to shade, such as bursts; on the first lane.</summary>
        public ImmutableArray<(double From, double Until)> Spans { get; init; } = [];

        /// <summary>What the stretches are.</summary>
        public string SpanName { get; init; } = "";

        /// <summary>The stretches in words, for the description.</summary>
        public string? SpansInWords { get; init; }

        /// <summary>A threshold on the first lane; NaN for none.</summary>
        public double Level { get; init; } = double.NaN;
    }

    public static Figure Make(IReadOnlyList<Channel> channels, double from, double to, Content content, FigureOptions options)
    {
        FigureCheck.Any(channels.Count, "channels");
        if (!(from < to && double.IsFinite(from) && double.IsFinite(to)))
        {
            throw new ArgumentException($"The window goes from {Apa.Quantity(from)} to {Apa.Quantity(to)} s, expected two finite times, the first before the second.");
        }

        int points = Math.Min(MostPoints / channels.Count, MostPointsOfLane);
        SignalLane[] lanes = InOrder.Select(channels.Count, channel => SignalLane.Of(channels[channel], from, to, points));
        RecordingEvent[] events = EventLines.Within(content.Events, from, to);
        RecordingEvent[] drawn = EventLines.Drawn(events);
        Trace[] traces = [.. OnceInLegend([.. lanes.Index().SelectMany(lane => Traces(lane.Item, lane.Index, content)), .. EventLines.Symbols(drawn, AxisName(lanes.Length), from)])];
        FigureHead head = FigureHead.Of(options, content.Title, content.Simulated, [.. content.Remarks, EventLines.Selection(events), Thinned(lanes)]);
        bool hasLegend = traces.Any(trace => trace.ShowLegend != false);
        return new(traces)
        {
            Layout = LayoutOf(lanes, from, to, drawn.Length > 0, LegendRoom.Below(traces), head, options) with
            {
                ShowLegend = hasLegend,
                Legend = hasLegend ? Legend.Below : null,
                Shapes = [.. EventLines.Lines(drawn, from, to), .. double.IsFinite(content.Level) ? [Threshold(content.Level)] : Array.Empty<Shape>()],
            },
            Description = $"{Apa.Quantity(from)} to {Apa.Quantity(to)} s. {string.Join(' ', lanes.Take(MostDescribed).Select(lane => lane.Describe()))}"
                + (lanes.Length > MostDescribed ? $" And {lanes.Length - MostDescribed} further channels." : "") + EventLines.Describe(events)
                + (content.SpansInWords is null ? "" : $" {content.SpansInWords}"),
        };
    }

    /// <summary>How the lanes were thinned, in words; null where all samples are drawn.</summary>
    private static string? Thinned(SignalLane[] lanes)
    {
        double[] seconds = [.. lanes.Where(lane => lane.Signal.Stretch > 1).Select(lane => lane.Signal.Stretch / lane.SamplingRate).Order()];
        if (seconds.Length == 0)
        {
            return null;
        }

        (string least, string greatest) = (Apa.Quantity(seconds[0]), Apa.Quantity(seconds[^1]));
        return $"drawn: least and greatest of every {(least == greatest ? least : $"{least} to {greatest}")} s";
    }

    private static IEnumerable<Trace> Traces(SignalLane lane, int at, Content content)
    {
        string axis = AxisName(at);
        Scatter?[] traces =
        [
            at == 0 ? lane.Spans(content.SpanName, Palette.Orange, 0.3, content.Spans, axis) : null,
            lane.Spans("not recorded", Palette.Grey, 0.35, lane.Signal.Gaps, axis),
            lane.Trace(axis),
        ];
        return traces.OfType<Trace>();
    }

    /// <summary>What stands on several lanes has one line in the legend.</summary>
    private static IEnumerable<Trace> OnceInLegend(IEnumerable<Trace> traces)
    {
        HashSet<string> seen = [];
        return [.. traces.Select(trace => trace.LegendGroup is null || seen.Add(trace.LegendGroup) ? trace : trace with { ShowLegend = false })];
    }

    private static Layout LayoutOf(SignalLane[] lanes, double from, double to, bool hasEvents, double bottom, FigureHead head, FigureOptions options)
    {
        double lane = LaneHeight(lanes.Length);
        double plot = (lane * lanes.Length) + EventHeight;
        Axis[] axes = [.. lanes.Index().Select(one => LaneAxis(one.Item, one.Index, lane, plot)), .. hasEvents ? [EventAxis(plot)] : Array.Empty<Axis>()];
        return new()
        {
            Title = head.Title,
            Height = plot + head.Height + bottom,
            Margin = new() { T = head.Height, B = bottom },
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"),
                Range = [Marks.Round(from), Marks.Round(to)],
                ZeroLine = false,
                Raw = new() { ["anchor"] = AxisName(lanes.Length - 1) },
            },
            YAxis = axes[0],
            YAxis2 = axes.Length > 1 ? axes[1] : null,
            Annotations = [.. lanes.Index().Select(one => NameOf(one.Item, one.Index, lane, plot))],
            Raw = axes.Index().Skip(2).ToDictionary(axis => $"yaxis{axis.Index + 1}", axis => (object?)axis.Item),
        };
    }

    private static Shape Threshold(double level) => new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = Marks.Round(level), Y1 = Marks.Round(level), YRef = "y", Line = Marks.Reference };

    /// <summary>A strip above the lanes.</summary>
    private static Axis EventAxis(double plot) => new() { Range = [0, 1], Domain = [Marks.Round(1 - (EventHeight / plot)), 1], Visible = false, FixedRange = true };

    private static double LaneHeight(int lanes) => lanes switch
    {
        1 => 250,
        <= 4 => 124,
        <= 8 => 92,
        <= 16 => 70,
        _ => 54,
    };

    private static Axis LaneAxis(SignalLane lane, int at, double height, double plot)
    {
        (double low, double high) = lane.Range();
        double top = 1 - ((EventHeight + NameHeight + (at * height)) / plot);
        return new()
        {
            Range = [Marks.Round(low), Marks.Round(high)],
            Domain = [Marks.Round(Math.Max(top - ((height - NameHeight) / plot), 0)), Marks.Round(top)],
            ZeroLine = true,
            ShowTickLabels = !lane.IsEmpty,
            FixedRange = true,
            TickFont = lane.IsEmpty ? null : new() { Size = 11 },
            Raw = lane.IsEmpty ? null : new() { ["nticks"] = height > 200 ? 7 : height > 80 ? 4 : 3, ["exponentformat"] = Ticks.ExponentFormat([low, high]) },
        };
    }

    /// <summary>Above its lane: beside it, a long name would take the room of the signal on a narrow page.</summary>
    private static Annotation NameOf(SignalLane lane, int at, double height, double plot) => new()
    {
        Text = $"<b>{PlotlyText.Escape(lane.Name)}</b>{(lane.Unit.Length > 0 ? $" ({PlotlyText.Escape(lane.Unit)})" : "")}{(lane.IsEmpty ? ": no value in this window" : "")}",
        X = 0,
        XRef = "paper",
        XAnchor = "left",
        Y = Marks.Round(1 - ((EventHeight + NameHeight + (at * height)) / plot)),
        YRef = "paper",
        YAnchor = "bottom",
        ShowArrow = false,
        Font = new() { Size = 12 },
    };

    private static string AxisName(int axis) => axis == 0 ? "y" : FormattableString.Invariant($"y{axis + 1}");
}
