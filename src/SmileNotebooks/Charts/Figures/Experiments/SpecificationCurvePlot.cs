// The specification curve (Simonsohn, Simmons and Nelson, 2020): effects by size above, and below them which options each stands for.
using SmileNotebooks.Charts;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Draws a multiverse.</summary>
internal static class SpecificationCurvePlot
{
    private const double RowHeight = 21;
    private const double CurveHeight = 230;
    private const double Gap = 26;
    private const int LabelLetters = 24;

    private static readonly (string Name, string Color, string Symbol)[] Classes =
        [("above 0", Palette.Blue, "circle"), ("not significant", Palette.Grey, "circle-open"), ("below 0", Palette.Vermilion, "diamond")];

    public static Figure Make(MultiverseResult multiverse, FigureOptions options)
    {
        Specification[] curve = [.. multiverse.Curve];
        (int Choice, string Label)[] rows = [.. multiverse.Choices.SelectMany((choice, at) => multiverse.ByOption.Where(one => one.Choice == choice).Select(one => (at, one.Option)).Prepend((at, "")))];
        string limit = Apa.Bounded(multiverse.Options.Alpha);
        FigureHead head = FigureHead.Of(options, $"{multiverse.Muscle}: {multiverse.First} - {multiverse.Second} in {Plural.Of(curve.Length, "specification")}", multiverse.Simulated, [
            $"dz with {Apa.Percent(multiverse.Options.Level)}% intervals; filled: p < {limit}",
            $"joint test of the median: {Apa.P(multiverse.MedianTest.P)}",
        ]);
        double plot = CurveHeight + Gap + (RowHeight * rows.Length);
        Trace[] traces = [.. Classes.Index().SelectMany(one => Traces(curve, one.Index, multiverse, rows, limit))];
        double foot = LegendRoom.Below(traces);
        return new(traces)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + plot + foot,
                Margin = new() { T = head.Height, B = foot, L = 8, R = 12 },
                HoverMode = HoverMode.Closest,
                Legend = Legend.Below,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "specifications, by effect"),
                    Range = [0.2, curve.Length + 0.8],
                    ShowGrid = false,
                    ZeroLine = false,
                    Raw = new() { ["anchor"] = "y2", ["nticks"] = 6 },
                },
                YAxis = new()
                {
                    Title = Marks.AxisTitle(options.YTitle ?? "dz"),
                    Domain = [Marks.Round(1 - (CurveHeight / plot)), 1],
                    ZeroLine = true,
                    AutoMargin = true,
                },
                YAxis2 = new()
                {
                    Domain = [0, Marks.Round(RowHeight * rows.Length / plot)],
                    Range = [rows.Length - 0.3, -0.6],
                    TickVals = [.. rows.Select((_, row) => (Value)row)],
                    TickText = [.. rows.Select(row => (Value)(row.Label.Length == 0 ? $"<b>{PlotlyText.Escape(multiverse.Choices[row.Choice])}</b>" : Label(row.Label)))],
                    TickFont = new() { Size = 11 },
                    ShowGrid = false,
                    ZeroLine = false,
                    AutoMargin = true,
                    FixedRange = true,
                },
            },
            Description = $"{multiverse.Apa} Below the curve, a mark stands in the row of each option that a specification has.",
        };
    }

    private static IEnumerable<Trace> Traces(Specification[] curve, int which, MultiverseResult multiverse, (int Choice, string Label)[] rows, string limit)
    {
        (int Place, Specification One)[] own = [.. curve.Index().Select(one => (one.Index + 1, one.Item)).Where(one => ClassOf(one.Item, multiverse.Options.Alpha) == which)];
        if (own.Length == 0)
        {
            yield break;
        }

        (string name, string color, string symbol) = Classes[which];
        bool isMany = curve.Length > 120;
        yield return new Scatter
        {
            Name = which == 1 ? name : $"{name}, p < {limit}",
            X = [.. own.Select(one => (Value)one.Place)],
            Y = Marks.Rounded(own.Select(one => one.One.Effect.Value)),
            Mode = Mode.Markers,
            Marker = new() { Color = color, Symbol = symbol, Size = isMany ? 4 : 7 },
            LegendGroup = name,
            ErrorY = new()
            {
                Array = Marks.Rounded(own.Select(one => one.One.Effect.Interval.Upper - one.One.Effect.Value)),
                ArrayMinus = Marks.Rounded(own.Select(one => one.One.Effect.Value - one.One.Effect.Interval.Lower)),
                Color = Marks.Pale(color, 0.55),
                Thickness = isMany ? 0.6 : 1.2,
                Width = 0,
            },
            Text = [.. own.Select(one => (Value)Hover(one.One, multiverse))],
            HoverTemplate = "%{text}<extra></extra>",
        };

        (int Place, int Row)[] marks =
        [
            .. own.SelectMany(one => one.One.Options.Select((option, choice) => (one.Place, Array.FindIndex(rows, row => row.Choice == choice && row.Label == option)))),
        ];
        yield return new Scatter
        {
            Name = name,
            X = [.. marks.Select(mark => (Value)mark.Place)],
            Y = [.. marks.Select(mark => (Value)mark.Row)],
            YAxis = "y2",
            Mode = Mode.Markers,
            Marker = new() { Color = color, Symbol = symbol, Size = isMany ? 3 : 5 },
            LegendGroup = name,
            ShowLegend = false,
            HoverTemplate = "place %{x} of the curve<extra></extra>",
        };
    }

    private static int ClassOf(Specification one, double alpha) => !(one.P < alpha) ? 1 : one.Effect.Value > 0 ? 0 : 2;

    private static string Hover(Specification one, MultiverseResult multiverse) =>
        $"specification {one.Number}<br>{string.Concat(one.Options.Zip(multiverse.Choices, (option, choice) => $"{PlotlyText.Escape(choice)}: {PlotlyText.Escape(option)}<br>"))}"
        + Invariant($"dz = {Apa.Number(one.Effect.Value)}, {Apa.Interval(one.Effect.Interval)}<br>{Apa.P(one.P)}, n = {one.Participants}; left out: {Plural.Of(one.TrialsLeftOut, "trial")}");

    /// <summary>A long name in two lines.</summary>
    private static string Label(string option)
    {
        int at = option.Length <= LabelLetters ? -1 : option.LastIndexOf(' ', Math.Min(option.Length - 1, LabelLetters));
        return at < 0 ? PlotlyText.Escape(option) : $"{PlotlyText.Escape(option[..at])}<br>{PlotlyText.Escape(option[(at + 1)..])}";
    }
}
