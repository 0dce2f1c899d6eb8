using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws cell means with intervals: one line a series, one panel below the other.</summary>
internal static class InteractionPlot
{
    private const double PanelHeight = 270;
    private const double Surroundings = 170;

    /// <summary>Gap between panels, as a share of the figure.</summary>
    private const double Gap = 0.09;

    /// <summary>Series stand beside each other, so that their intervals do not cover each other; in levels of x.</summary>
    private const double Dodge = 0.07;

    public static Figure Make(IReadOnlyList<MeanCell> cells, string xName, string? seriesName, FigureOptions options)
    {
        FigureCheck.Any(cells.Count, "cell means");
        string[] levels = [.. cells.Select(cell => cell.X).Distinct()];
        string?[] series = [.. cells.Select(cell => cell.Series).Distinct()];
        string?[] panels = [.. cells.Select(cell => cell.Panel).Distinct()];
        IEnumerable<Trace> traces = panels.SelectMany((panel, row) => series.Select((name, at) =>
            Line([.. cells.Where(cell => cell.Panel == panel && cell.Series == name)], levels, at, series.Length, row)));
        return new(traces.Where(trace => trace.PointCount > 0))
        {
            Layout = LayoutOf(cells, levels, series, panels, xName, seriesName, options),
            Description = string.Join(" ", cells.Select(Describe)),
        };
    }

    private static Scatter Line(MeanCell[] cells, string[] levels, int series, int count, int row)
    {
        string color = Marks.Color(series);
        return new()
        {
            Name = PlotlyText.Escape(cells.FirstOrDefault()?.Series ?? "mean"),
            LegendGroup = $"series {series}",
            ShowLegend = row == 0,
            X = Marks.Rounded(cells.Select(cell => Array.IndexOf(levels, cell.X) + (Dodge * (series - ((count - 1) / 2.0))))),
            Y = Marks.Rounded(cells.Select(cell => cell.Mean)),
            YAxis = AxisName("y", row),
            Mode = Mode.LinesMarkers,
            Line = new() { Color = color, Width = 2, Dash = Marks.DashOf(series) },
            Marker = new() { Color = color, Size = 9, Symbol = Marks.Symbol(series) },
            ErrorY = new()
            {
                Array = Marks.Rounded(cells.Select(cell => cell.Interval.Upper - cell.Mean)),
                ArrayMinus = Marks.Rounded(cells.Select(cell => cell.Mean - cell.Interval.Lower)),
                Symmetric = false,
                Color = color,
                Thickness = 1.8,
                Width = 4,
            },
            Text = [.. cells.Select(cell => (Value)$"{PlotlyText.Escape(cell.X)}: {Apa.Quantity(cell.Mean)} [{Apa.Quantity(cell.Interval.Lower)}, {Apa.Quantity(cell.Interval.Upper)}]")],
            HoverTemplate = "%{text}",
        };
    }

    private static Layout LayoutOf(
        IReadOnlyList<MeanCell> cells, string[] levels, string?[] series, string?[] panels, string xName, string? seriesName, FigureOptions options)
    {
        bool hasLegend = series.Length > 1;
        double level = cells[0].Interval.Level;
        Axis[] rows = [.. panels.Select((panel, row) => RowAxis(row, panels.Length, options.YTitle ?? "Mean"))];
        return new()
        {
            Title = Marks.Title(options.Title ?? "Cell means", options.Subtitle ?? $"means with {Apa.Percent(level)}% intervals"),
            Height = Surroundings + (PanelHeight * panels.Length),
            Margin = new() { T = panels.Length > 1 ? 96 : 76, B = hasLegend ? 124 : 60 },
            ShowLegend = hasLegend,
            Legend = hasLegend ? LegendOf(seriesName) : null,
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle ?? PlotlyText.Escape(xName)),
                Range = [-0.4, levels.Length - 0.6],
                TickVals = [.. levels.Select((_, at) => (Value)at)],
                TickText = [.. levels.Select(name => (Value)PlotlyText.Escape(name))],
                ZeroLine = false,
                ShowGrid = false,
                Raw = new() { ["anchor"] = AxisName("y", panels.Length - 1) },
            },
            YAxis = rows[0],
            YAxis2 = rows.Length > 1 ? rows[1] : null,
            Raw = rows.Length > 2 ? rows.Index().Skip(2).ToDictionary(row => $"yaxis{row.Index + 1}", row => (object?)row.Item) : null,
            Annotations = panels.Length > 1 ? [.. panels.Select((panel, row) => PanelName(panel, row, panels.Length))] : null,
        };
    }

    /// <summary>Its title above the entries: beside them, it takes their room on a narrow page.</summary>
    private static Legend LegendOf(string? seriesName) => seriesName is null
        ? Legend.Below
        : Legend.Below with { Title = new() { Text = PlotlyText.Escape(seriesName), Font = new() { Size = 13 }, Raw = new() { ["side"] = "top" } } };

    /// <summary>The first panel is at the top.</summary>
    private static Axis RowAxis(int row, int count, string? title)
    {
        double height = (1 - (Gap * (count - 1))) / count;
        double top = 1 - (row * (height + Gap));
        return new()
        {
            Title = Marks.AxisTitle(title),
            Domain = [Marks.Round(Math.Max(top - height, 0)), Marks.Round(top)],
            ZeroLine = false,
            Raw = row == 0 || count == 1 ? null : new() { ["matches"] = "y" },
        };
    }

    private static Annotation PanelName(string? panel, int row, int count) => new()
    {
        Text = $"<b>{PlotlyText.Escape(panel ?? "")}</b>",
        X = 0,
        XRef = "paper",
        XAnchor = "left",
        Y = Marks.Round(1 - (row * (((1 - (Gap * (count - 1))) / count) + Gap))),
        YRef = "paper",
        YAnchor = "bottom",
        ShowArrow = false,
    };

    private static string AxisName(string axis, int row) => row == 0 ? axis : $"{axis}{row + 1}";

    private static string Describe(MeanCell cell)
    {
        string place = string.Join(", ", new[] { cell.Panel, cell.Series, cell.X }.OfType<string>());
        return $"{place}: {Apa.Quantity(cell.Mean)} [{Apa.Quantity(cell.Interval.Lower)}, {Apa.Quantity(cell.Interval.Upper)}].";
    }
}
