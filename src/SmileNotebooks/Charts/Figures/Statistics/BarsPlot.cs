using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws one number a row, all from zero.</summary>
internal static class BarsPlot
{
    private const double RowHeight = 32;
    private const double Surroundings = 140;

    /// <summary>Partial eta squared of F tests, F df / (F df + df error).</summary>
    public static Figure EffectSizes(IReadOnlyList<(string Label, double F, double Degrees, double ErrorDegrees, double P)> tests, FigureOptions options)
    {
        IEnumerable<(string Label, double Value, string Text)> rows = tests.Select(test =>
        {
            double size = double.IsPositiveInfinity(test.F) ? 1 : test.F * test.Degrees / ((test.F * test.Degrees) + test.ErrorDegrees);
            return (test.Label, size, $"{test.Label}: partial eta squared {Apa.Bounded(size, 3)}, {Apa.P(test.P)}");
        });
        return Make([.. rows], options with { XTitle = options.XTitle ?? "Partial eta squared" });
    }

    public static Figure Make(IReadOnlyList<(string Label, double Value, string Text)> rows, FigureOptions options)
    {
        FigureCheck.Any(rows.Count, "rows");
        return new(new Bar
        {
            Orientation = "h",
            X = Marks.Rounded(rows.Select(row => row.Value)),
            Y = [.. rows.Select((_, at) => (Value)at)],
            Width = 0.6,
            Marker = new() { Color = Palette.Blue },
            Text = [.. rows.Select(row => (Value)PlotlyText.Escape(row.Text))],
            TextPosition = "none",
            HoverTemplate = "%{text}<extra></extra>",
        })
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Sizes", options.Subtitle),
                Height = Surroundings + (RowHeight * rows.Count),
                Margin = new() { T = options.Subtitle is null ? 48 : 72 },
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle), Raw = new() { ["rangemode"] = "tozero" } },
                YAxis = new()
                {
                    Title = Marks.AxisTitle(options.YTitle),
                    Range = [rows.Count - 0.5, -0.5],
                    TickVals = [.. rows.Select((_, at) => (Value)at)],
                    TickText = [.. rows.Select(row => (Value)PlotlyText.Escape(row.Label))],
                    ShowGrid = false,
                    ZeroLine = false,
                    Raw = new() { ["ticklabelstandoff"] = 8 },
                },
            },
            Description = string.Join(" ", rows.Select(row => $"{row.Text}.")),
        };
    }
}
