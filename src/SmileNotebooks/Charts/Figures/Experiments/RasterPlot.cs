// Each trial as a row of colours over time: rows by condition and then by participant, what was left out as an empty row with a cross.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>A trial in a raster.</summary>
/// <param name="Block">The condition: rows of one block stand together.</param>
/// <param name="Name">The row, as in "09 Happy 3".</param>
/// <param name="Values">One value for each time; null for a trial that was left out.</param>
internal sealed record RasterRow(string Block, string Name, double[]? Values);

/// <summary>Draws rasters.</summary>
internal static class RasterPlot
{
    private const int MostRows = 300;
    private const int MostColumns = 160;
    private const double RowHeight = 7;
    private const double LeastHeight = 240;
    private const double GreatestHeight = 620;
    private const double ScaleHeight = 124;

    /// <summary>The share of values that the colours tell apart; the few beyond it, mostly artefacts, would make all others pale.</summary>
    private const double Share = 0.98;

    private const string Ink = "#1b1f24";

    /// <summary>What is drawn besides the rows.</summary>
    /// <param name="Title">The title.</param>
    /// <param name="Remarks">Lines below it.</param>
    /// <param name="Measure">What the colours are.</param>
    /// <param name="Middle">The value of no change, in the middle of diverging colours; null for amplitudes, from little to much.</param>
    public sealed record Content(string Title, IReadOnlyList<string?> Remarks, string Measure, double? Middle)
    {
        /// <summary>How the data were simulated; null for data that were recorded.</summary>
        public string? Simulated { get; init; }
    }

    public static Figure Make(IReadOnlyList<double> times, IReadOnlyList<RasterRow> rows, Content content, FigureOptions options)
    {
        FigureCheck.Any(times.Count, "times");
        FigureCheck.Any(rows.Count, "trials");
        foreach (RasterRow row in rows)
        {
            FigureCheck.SameLength(row.Values?.Length ?? times.Count, times.Count, row.Name, "time");
        }

        int rowsEach = (rows.Count + MostRows - 1) / MostRows;
        int columnsEach = (times.Count + MostColumns - 1) / MostColumns;
        (RasterRow Row, int Rejected)[] drawn = [.. rows.GroupBy(row => row.Block).SelectMany(block => block.Chunk(rowsEach)).Select(chunk => Merge(chunk, columnsEach))];
        double[] columns = [.. times.Chunk(columnsEach).Select(chunk => (chunk[0] + chunk[^1]) / 2)];
        (double least, double greatest) = Limits(drawn.Select(one => one.Row), content.Middle);
        int rejected = drawn.Sum(one => one.Rejected);
        string?[] remarks =
        [
            .. content.Remarks, LimitsInWords(least, greatest, content.Middle), rejected > 0 ? $"x: {rejected} trial{(rejected == 1 ? "" : "s")} left out" : null,
            rowsEach > 1 ? $"a row is the mean of {rowsEach} neighbouring trials" : null, columnsEach > 1 ? $"a column is the mean of {columnsEach} samples" : null,
        ];
        Heatmap colours = Colours(columns, [.. drawn.Select(one => one.Row)], least, greatest, content);
        return new(rejected > 0 ? [colours, Crosses(columns, drawn)] : [colours])
        {
            Layout = LayoutOf(columns, [.. drawn.Select(one => one.Row)], FigureHead.Of(options, content.Title, content.Simulated, remarks), content.Measure, options),
            Description = Describe(times, rows, content),
        };
    }

    /// <summary>The mean of neighbouring rows and columns, of what is there.</summary>
    private static (RasterRow Row, int Rejected) Merge(RasterRow[] chunk, int columnsEach)
    {
        double[][] values = [.. chunk.Select(row => row.Values).OfType<double[]>()];
        string name = chunk.Length == 1 ? chunk[0].Name : $"{chunk[0].Name} to {chunk[^1].Name}";
        double[]? means = values.Length == 0 ? null
            : [.. Enumerable.Range(0, (values[0].Length + columnsEach - 1) / columnsEach).Select(column => MeanOf(values.SelectMany(row => row.Skip(column * columnsEach).Take(columnsEach))))];
        return (new(chunk[0].Block, name, means), chunk.Length - values.Length);
    }

    private static double MeanOf(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? double.NaN : finite.Average();
    }

    /// <summary>Where the colours end.</summary>
    private static (double Least, double Greatest) Limits(IEnumerable<RasterRow> rows, double? middle)
    {
        double[] values = [.. rows.SelectMany(row => row.Values ?? []).Where(double.IsFinite).Select(value => middle is { } zero ? Math.Abs(value - zero) : value).Order()];
        if (values.Length == 0)
        {
            return (0, 1);
        }

        double reach = Marks.Round(values[(int)Math.Ceiling((Share * values.Length) - 1)]);
        double least = middle is { } centre ? centre - reach : Marks.Round(values[(int)((1 - Share) * values.Length)]);
        double greatest = middle is { } same ? same + reach : reach;
        return least < greatest ? (least, greatest) : (least - 1, greatest + 1);
    }

    private static string LimitsInWords(double least, double greatest, double? middle) => middle is { } zero
        ? $"colours end at {Apa.Quantity(zero)} ± {Apa.Quantity(greatest - zero)}, which holds {Apa.Percent(Share)}% of values"
        : $"colours from {Apa.Quantity(least)} to {Apa.Quantity(greatest)}, {Apa.Percent(1 - Share)}% of values beyond each";

    private static Heatmap Colours(double[] columns, RasterRow[] rows, double least, double greatest, Content content)
    {
        // A hundredth of the colours' range is a step that no eye tells, and a page with a thousand trials stays small.
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10((greatest - least) / 100)), 0, 15);
        double[] gap = [.. columns.Select(_ => double.NaN)];
        return new()
        {
            Name = PlotlyText.Escape(content.Measure),
            X = Marks.Rounded(columns),
            Y = [.. rows.Select(row => (Value)PlotlyText.Escape(row.Name))],
            Z = [.. rows.Select(row => row.Values is null ? gap : [.. row.Values.Select(value => Math.Round(value, decimals))])],
            ZMin = least,
            ZMax = greatest,
            ColorScale = content.Middle is null ? ColorScale.Sequential : ColorScale.Diverging,
            // Along the lower border: beside the plot it would take its room on a narrow page.
            ColorBar = new()
            {
                Thickness = 12,
                Raw = new() { ["orientation"] = "h", ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom", ["outlinewidth"] = 0, ["len"] = 0.9, ["nticks"] = 6, ["exponentformat"] = Ticks.ExponentFormat([least, greatest]) },
            },
            HoverTemplate = "%{y}<br>%{x:.4~g} s: %{z:.3~g}<extra></extra>",
        };
    }

    private static Scatter Crosses(double[] columns, (RasterRow Row, int Rejected)[] rows)
    {
        RasterRow[] with = [.. rows.Where(one => one.Rejected > 0).Select(one => one.Row)];
        return new()
        {
            Name = "left out",
            X = [.. with.Select(_ => (Value)Marks.Round(columns[0]))],
            Y = [.. with.Select(row => (Value)PlotlyText.Escape(row.Name))],
            Mode = Mode.Markers,
            Marker = new() { Symbol = "x-thin", Size = 6, Line = new() { Color = Palette.Vermilion, Width = 1.6 } },
            HoverTemplate = "%{y}: left out<extra></extra>",
        };
    }

    private static Layout LayoutOf(double[] columns, RasterRow[] rows, FigureHead head, string measure, FigureOptions options)
    {
        double plot = Math.Clamp(RowHeight * rows.Length, LeastHeight, GreatestHeight);
        IGrouping<string, (int Index, RasterRow Item)>[] blocks = [.. rows.Index().GroupBy(row => row.Item.Block)];
        double half = columns.Length > 1 ? (columns[^1] - columns[0]) / (columns.Length - 1) / 2 : 0.5;
        bool hasOnset = columns[0] - half <= 0 && columns[^1] + half >= 0;
        return new()
        {
            Title = head.Title,
            Height = head.Height + plot + ScaleHeight,
            Margin = new() { T = head.Height, B = ScaleHeight },
            ShowLegend = false,
            Annotations = [ScaleTitle(measure)],
            HoverMode = HoverMode.Closest,
            XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time from stimulus onset (s)"), ZeroLine = false, ShowGrid = false, Range = [Marks.Round(columns[0] - half), Marks.Round(columns[^1] + half)] },
            YAxis = new()
            {
                Title = Marks.AxisTitle(options.YTitle ?? "Trials"),
                Type = "category",
                Range = [rows.Length - 0.5, -0.5],
                TickVals = [.. blocks.Select(block => (Value)PlotlyText.Escape(block.ElementAt(block.Count() / 2).Item.Name))],
                TickText = [.. blocks.Select(block => (Value)PlotlyText.Escape(block.Key))],
                ShowGrid = false,
                ZeroLine = false,
                Raw = new() { ["tickangle"] = blocks.Length <= 4 ? -90 : 0 },
            },
            Shapes = [.. blocks.Skip(1).Select(block => Border(block.First().Index - 0.5)), .. hasOnset ? [Onset] : Array.Empty<Shape>()],
        };
    }

    /// <summary>Above the colour scale: Plotly would write the scale's own title into its colours.</summary>
    private static Annotation ScaleTitle(string measure) => new()
    {
        Text = PlotlyText.Escape(measure), X = 0.5, XRef = "paper", XAnchor = "center", Y = 0, YRef = "paper", YAnchor = "top", YShift = -62, ShowArrow = false, Font = new() { Size = 12 },
    };

    /// <summary>The colours below are the same on a light and a dark page, and so is the line.</summary>
    private static Shape Onset { get; } = new() { Type = "line", X0 = 0, X1 = 0, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = new() { Color = Ink, Width = 1.4, Dash = Dash.Dash } };

    private static Shape Border(double row) => new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = row, Y1 = row, YRef = "y", Line = new() { Color = Ink, Width = 1.6 } };

    private static string Describe(IReadOnlyList<double> times, IReadOnlyList<RasterRow> rows, Content content)
    {
        string blocks = string.Join(' ', rows.GroupBy(row => row.Block).Select(block =>
            $"{block.Key}: {Plural.Of(block.Count(), "trial")}, {block.Count(row => row.Values is null)} left out, mean {Apa.Quantity(MeanOf(block.SelectMany(row => row.Values ?? [])))}."));
        return $"Each trial's {content.Measure}, {Apa.Quantity(times[0])} to {Apa.Quantity(times[^1])} s from stimulus onset. {blocks}";
    }
}
