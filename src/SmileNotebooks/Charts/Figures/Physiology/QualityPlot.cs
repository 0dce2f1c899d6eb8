// The quality of channels: a row for each, in it a bar for each index against its limit, and the verdict with a sign and in words.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws quality.</summary>
internal static class QualityPlot
{
    private const double RowHeight = 46;
    private const double HeadingsHeight = 40;

    /// <summary>The part of a column that a bar of twice the limit fills; longer ones end there.</summary>
    private const double Full = 0.9;

    /// <summary>Where the limit is, within a column.</summary>
    private const double AtLimit = Full / 2;

    private const double BarWidth = 0.26;

    public static Figure Make(IReadOnlyList<EmgQuality> channels, string title, IReadOnlyList<string?> remarks, string? simulated, FigureOptions options)
    {
        FigureCheck.Any(channels.Count, "channels");
        string[] names = [.. channels.SelectMany(channel => channel.Indices).Select(index => index.Name).Distinct()];
        Cell[] cells =
        [
            .. channels.Index().SelectMany(row => row.Item.Indices.Select(index => new Cell(row.Index, Array.IndexOf(names, index.Name), index, row.Item.Channel))),
        ];
        PlaneTrace[] traces =
        [
            Bars("within the limit", [.. cells.Where(cell => !cell.Index.Exceeds && !double.IsNaN(cell.Index.Value))], Palette.Blue, null),
            Bars("beyond the limit", [.. cells.Where(cell => cell.Index.Exceeds)], Palette.Vermilion, "/"),
            Withheld([.. cells.Where(cell => double.IsNaN(cell.Index.Value))]),
        ];
        traces = [.. traces.Where(trace => trace.X!.Count > 0)];
        FigureHead head = FigureHead.Of(options, title, simulated, [.. remarks, "dashed: limits; bars end at twice the limit"]);
        return new(traces)
        {
            Layout = LayoutOf(channels, names, traces, head),
            Description = string.Join(' ', channels.Select(channel => $"{channel.Channel}: {channel.Verdict}.")),
        };
    }

    /// <summary>The verdict as a sign: those who cannot tell the colours apart, or see none, read it too.</summary>
    public static string Sign(EmgQuality quality) => quality.IsUnusable ? "✗" : quality.Findings.Any() ? "!" : "✓";

    private static Bar Bars(string name, Cell[] cells, string color, string? hatch) => new()
    {
        Name = name,
        Orientation = "h",
        Base = [.. cells.Select(cell => (Value)cell.Column)],
        X = Marks.Rounded(cells.Select(cell => Full * cell.Filled)),
        Y = [.. cells.Select(cell => (Value)(cell.Row + 0.22))],
        Width = BarWidth,
        Marker = new() { Color = color, Pattern = hatch is null ? null : new() { Shape = hatch, Solidity = 0.4 }, Line = new() { Color = color, Width = 1 } },
        CustomData = [.. cells.Select(cell => (Value)cell.Words)],
        HoverTemplate = "%{customdata}<extra></extra>",
    };

    private static Scatter Withheld(Cell[] cells) => new()
    {
        Name = "not told",
        X = [.. cells.Select(cell => (Value)(cell.Column + 0.06))],
        Y = [.. cells.Select(cell => (Value)(cell.Row + 0.22))],
        Mode = Mode.Markers,
        Marker = new() { Symbol = "circle-open", Color = Palette.Grey, Size = 8 },
        CustomData = [.. cells.Select(cell => (Value)cell.Words)],
        HoverTemplate = "%{customdata}<extra></extra>",
    };

    private static Layout LayoutOf(IReadOnlyList<EmgQuality> channels, string[] names, PlaneTrace[] traces, FigureHead head)
    {
        double bottom = LegendRoom.Below(traces) - 24;
        double top = head.Height + HeadingsHeight;
        return new()
        {
            Title = head.Title,
            Height = top + (RowHeight * channels.Count) + bottom,
            Margin = new() { T = top, B = bottom, L = 24 },
            ShowLegend = true,
            Legend = Legend.Below,
            HoverMode = HoverMode.Closest,
            BarMode = BarMode.Overlay,
            XAxis = new()
            {
                Range = [-0.02, names.Length],
                TickVals = [.. names.Select((_, column) => (Value)(column + AtLimit))],
                TickText = [.. names.Select(name => (Value)PlotlyText.Escape(name).Replace(" ", "<br>", StringComparison.Ordinal))],
                ShowGrid = false,
                ZeroLine = false,
                FixedRange = true,
                Raw = new() { ["side"] = "top", ["tickangle"] = 0 },
            },
            YAxis = new() { Range = [channels.Count - 0.5, -0.5], Visible = false, FixedRange = true },
            Shapes = [.. names.Select((_, column) => Limit(column + AtLimit)), .. Enumerable.Range(1, channels.Count - 1).Select(row => Border(row - 0.5))],
            Annotations = [.. channels.Select(Verdict)],
        };
    }

    private static Shape Limit(double x) => new() { Type = "line", X0 = x, X1 = x, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below" };

    private static Shape Border(double y) => new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = y, Y1 = y, YRef = "y", Line = new() { Color = Marks.Pale(Palette.Grey, 0.4), Width = 1 } };

    /// <summary>Above the bars of the row. The indices are named; their numbers stand beside the mouse and in the table.</summary>
    private static Annotation Verdict(EmgQuality channel, int row)
    {
        string findings = string.Join(", ", channel.Findings.Select(index => index.Name));
        string words = findings.Length == 0 ? "good" : $"{(channel.IsUnusable ? "unusable" : "look at")}: {findings}";
        return new()
        {
            Text = $"<b>{Sign(channel)} {PlotlyText.Escape(channel.Channel)}</b> {PlotlyText.Escape(words)}",
            X = 0,
            XRef = "paper",
            XAnchor = "left",
            Y = row - 0.02,
            YRef = "y",
            YAnchor = "bottom",
            ShowArrow = false,
            Font = new() { Size = 12 },
        };
    }

    /// <summary>An index of a channel and where it stands.</summary>
    private sealed record Cell(int Row, int Column, QualityIndex Index, string Channel)
    {
        /// <summary>0 for none, 1/2 at the limit, 1 at twice the limit and beyond; a limit of 0 is exceeded by whatever there is.</summary>
        public double Filled => Index.Limit > 0 ? Math.Clamp(Index.Value / Index.Limit / 2, 0, 1) : Index.Exceeds ? 1 : 0;

        public string Words => PlotlyText.Escape($"{Channel}, {Index}") + (double.IsNaN(Index.Value) ? "" : $"<br>{Apa.Quantity(Index.Value)}, limit {Apa.Quantity(Index.Limit)}");
    }
}
