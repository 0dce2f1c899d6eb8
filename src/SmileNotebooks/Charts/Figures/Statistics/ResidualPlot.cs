using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws residuals against fitted values.</summary>
internal static class ResidualPlot
{
    private const int LinePoints = 61;
    private const int MostDots = 5000;

    public static Figure Make(IReadOnlyList<double> fitted, IReadOnlyList<double> residuals, FigureOptions options)
    {
        FigureCheck.Any(fitted.Count, "residuals");
        FigureCheck.SameLength(residuals.Count, fitted.Count, "Residuals", "fitted values");
        FigureCheck.Finite([.. fitted], "Fitted values");
        FigureCheck.Finite([.. residuals], "Residuals");
        int[] order = [.. Enumerable.Range(0, fitted.Count).OrderBy(i => fitted[i]).ThenBy(i => i)];
        int step = Math.Max(1, (order.Length + MostDots - 1) / MostDots);
        int[] shown = [.. order.Where((_, rank) => rank % step == 0)];
        List<Trace> traces = [Dots(fitted, residuals, shown)];
        double[] x = [.. shown.Select(i => fitted[i])];
        if (x[^1] > x[0])
        {
            double[] places = [.. Enumerable.Range(0, LinePoints).Select(i => x[0] + (i * (x[^1] - x[0]) / (LinePoints - 1)))];
            traces.Add(Smooth(places, LocalRegression.At(x, [.. shown.Select(i => residuals[i])], places)));
        }

        string drawn = shown.Length < order.Length ? FormattableString.Invariant($"; {shown.Length:#,0} of {order.Length:#,0} drawn") : "";
        return new(traces)
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Residuals against fitted values", options.Subtitle ?? $"line: local regression{drawn}"),
                Height = 400,
                Margin = new() { T = 72 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Fitted value"), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Residual"), ZeroLine = false },
                Shapes = [new() { Type = "line", X0 = 0, X1 = 1, XRef = "paper", Y0 = 0, Y1 = 0, YRef = "y", Line = Marks.Reference, Layer = "below" }],
            },
            Description = $"{order.Length} residuals from {Apa.Quantity(residuals.Min())} to {Apa.Quantity(residuals.Max())}, "
                + $"fitted values from {Apa.Quantity(fitted.Min())} to {Apa.Quantity(fitted.Max())}.",
        };
    }

    private static Scatter Dots(IReadOnlyList<double> fitted, IReadOnlyList<double> residuals, int[] shown) => new()
    {
        Name = "residuals",
        X = Marks.Rounded(shown.Select(i => fitted[i])),
        Y = Marks.Rounded(shown.Select(i => residuals[i])),
        Mode = Mode.Markers,
        Marker = new() { Color = Palette.Blue, Size = shown.Length > 300 ? 4 : 7, Opacity = shown.Length > 300 ? 0.6 : 0.9 },
        Text = [.. shown.Select(i => (Value)$"row {i}")],
        HoverTemplate = "%{text}: fitted %{x}, residual %{y}<extra></extra>",
    };

    private static Scatter Smooth(double[] x, double[] y) => new()
    {
        Name = "local regression",
        X = Marks.Rounded(x),
        Y = Marks.Rounded(y),
        Mode = Mode.Lines,
        Line = new() { Color = Palette.Vermilion, Width = 2 },
        HoverInfo = "skip",
    };
}
