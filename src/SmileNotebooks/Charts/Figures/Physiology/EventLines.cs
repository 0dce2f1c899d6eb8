// Events over the lanes of a recording: a line through all lanes for each, a mark on top of it, a colour, dash and symbol for each label.
using System.Globalization;
using System.Text;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws events.</summary>
internal static class EventLines
{
    /// <summary>Labels with a look of their own; the further ones share the last.</summary>
    private const int MostKinds = 5;

    /// <summary>More lines than this are a surface.</summary>
    private const int MostEvents = 400;

    private const int MostWords = 12;

    /// <summary>The events that a window holds a part of.</summary>
    public static RecordingEvent[] Within(IReadOnlyList<RecordingEvent> events, double from, double to) =>
        [.. events.Where(one => one.Onset < to && one.Onset + one.Duration >= from)];

    /// <summary>As many as can be drawn, evenly chosen.</summary>
    public static RecordingEvent[] Drawn(RecordingEvent[] events)
    {
        int every = (events.Length + MostEvents - 1) / MostEvents;
        return every <= 1 ? events : [.. events.Where((_, at) => at % every == 0)];
    }

    /// <summary>Which events are drawn, in words; null where all are.</summary>
    public static string? Selection(RecordingEvent[] events) =>
        Drawn(events).Length is var drawn && drawn < events.Length ? $"{drawn} of {events.Length} events drawn, evenly chosen" : null;

    /// <summary>A mark for each event, one trace a label, in the middle of a strip from 0 to 1.</summary>
    public static IEnumerable<Trace> Symbols(RecordingEvent[] drawn, string axis, double from) =>
        Kinds(drawn).Select((kind, at) => new Scatter
        {
            Name = PlotlyText.Escape(kind.Name),
            X = Marks.Rounded(kind.Events.Select(one => Math.Max(one.Onset, from))),
            Y = [.. kind.Events.Select(_ => (Value)0.5)],
            YAxis = axis,
            Mode = Mode.Markers,
            Marker = new() { Symbol = Marks.Symbol(at + 1), Size = 9, Color = ColorOf(at) },
            Text = [.. kind.Events.Select(one => (Value)PlotlyText.Escape(one.ToString()))],
            HoverTemplate = "%{text}<extra></extra>",
        });

    /// <summary>A line from top to bottom for each event, under the signals, and a stroke along the top for its duration: one path a label.</summary>
    public static IEnumerable<Shape> Lines(RecordingEvent[] drawn, double from, double to) =>
        Kinds(drawn).Select((kind, at) => new Shape
        {
            Type = "path",
            Path = PathOf(kind.Events, from, to),
            XRef = "x",
            YRef = "paper",
            Line = new() { Color = ColorOf(at), Width = 1, Dash = Marks.DashOf(at) },
            Layer = "below",
        });

    /// <summary>The events in words: how often each label occurs.</summary>
    public static string Describe(RecordingEvent[] events)
    {
        IGrouping<string, RecordingEvent>[] kinds = [.. events.GroupBy(one => one.Label)];
        string each = string.Join(", ", kinds.Take(MostWords).Select(kind => $"{Named(kind.Key)} {kind.Count()}"));
        return kinds.Length == 0 ? "" : $" Events: {each}{(kinds.Length > MostWords ? $" and {kinds.Length - MostWords} further labels" : "")}.";
    }

    private static IEnumerable<(string Name, RecordingEvent[] Events)> Kinds(RecordingEvent[] drawn)
    {
        IGrouping<string, RecordingEvent>[] kinds = [.. drawn.GroupBy(one => one.Label)];
        int own = kinds.Length <= MostKinds ? kinds.Length : MostKinds - 1;
        foreach (IGrouping<string, RecordingEvent> kind in kinds.Take(own))
        {
            yield return (Named(kind.Key), [.. kind]);
        }

        if (own < kinds.Length)
        {
            yield return ($"{kinds.Length - own} further labels", [.. kinds.Skip(own).SelectMany(kind => kind)]);
        }
    }

    private static string Named(string label) => label.Length > 0 ? label : "without label";

    /// <summary>The first colour is that of the signals.</summary>
    private static string ColorOf(int kind) => Marks.Color(kind + 1);

    private static string PathOf(RecordingEvent[] events, double from, double to)
    {
        StringBuilder path = new();
        foreach (RecordingEvent one in events)
        {
            double onset = Marks.Round(Math.Max(one.Onset, from));
            path.Append(CultureInfo.InvariantCulture, $"M{onset},0L{onset},1");
            if (one.Duration > 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"L{Marks.Round(Math.Min(one.Onset + one.Duration, to))},1");
            }
        }

        return path.ToString();
    }
}
