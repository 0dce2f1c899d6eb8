using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws two variables against each other, with the least-squares line and the interval of its mean.</summary>
internal static class CorrelationPlot
{
    private const int LinePoints = 61;
    private const int MostDots = 5000;

    public static Figure Make(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<string>? labels, FigureOptions options)
    {
        FigureCheck.SameLength(y.Count, x.Count, "y", "x");
        FigureCheck.Finite([.. x], "x");
        FigureCheck.Finite([.. y], "y");
        List<Trace> traces = [Dots(x, y, labels)];
        string shown = x.Count > MostDots ? FormattableString.Invariant($"; {traces[0].PointCount:#,0} of {x.Count:#,0} points") : "";
        if (Line(x, y, options.Level) is var (line, lower, upper, at))
        {
            traces.Insert(0, Marks.Band($"{Apa.Percent(options.Level)}% band", Palette.Vermilion, at, lower, upper));
            traces.Add(new Scatter { Name = "least-squares line", X = Marks.Rounded(at), Y = Marks.Rounded(line), Mode = Mode.Lines, Line = new() { Color = Palette.Vermilion, Width = 2 }, HoverInfo = "skip" });
        }

        return new(traces)
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Correlation", options.Subtitle ?? $"least-squares line and {Apa.Percent(options.Level)}% band{shown}"),
                Height = 430,
                Margin = new() { T = 72 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "x"), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "y"), ZeroLine = false },
            },
            Description = $"{x.Count} points, x from {Apa.Quantity(x.DefaultIfEmpty(double.NaN).Min())} to {Apa.Quantity(x.DefaultIfEmpty(double.NaN).Max())}, "
                + $"y from {Apa.Quantity(y.DefaultIfEmpty(double.NaN).Min())} to {Apa.Quantity(y.DefaultIfEmpty(double.NaN).Max())}.",
        };
    }

    private static Scatter Dots(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<string>? labels)
    {
        int step = Math.Max(1, (x.Count + MostDots - 1) / MostDots);
        int[] shown = [.. Enumerable.Range(0, x.Count).Where(i => i % step == 0)];
        return new()
        {
            Name = "values",
            X = Marks.Rounded(shown.Select(i => x[i])),
            Y = Marks.Rounded(shown.Select(i => y[i])),
            Mode = Mode.Markers,
            Marker = new() { Color = Palette.Blue, Size = shown.Length > 300 ? 4 : 7, Opacity = shown.Length > 300 ? 0.6 : 0.9 },
            Text = labels is null ? null : [.. shown.Select(i => (Value)PlotlyText.Escape(labels[i]))],
            HoverTemplate = labels is null ? "%{x}, %{y}<extra></extra>" : "%{text}: %{x}, %{y}<extra></extra>",
        };
    }

    /// <summary>Mean of y at x by least squares, +- t s sqrt(1/n + (x - mean)^2 / Sxx); null with fewer than three points or no spread of x.</summary>
    private static (double[] Line, double[] Lower, double[] Upper, double[] At)? Line(IReadOnlyList<double> x, IReadOnlyList<double> y, double level)
    {
        int n = x.Count;
        if (n < 3 || x.Min() == x.Max())
        {
            return null;
        }

        double meanX = x.Average();
        double meanY = y.Average();
        double sxx = x.Sum(value => (value - meanX) * (value - meanX));
        double slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / sxx;
        double error = Math.Sqrt(x.Zip(y, (a, b) => Square(b - meanY - (slope * (a - meanX)))).Sum() / (n - 2));
        double critical = MeanInterval.Critical(level, n - 2);
        double[] at = [.. Enumerable.Range(0, LinePoints).Select(i => x.Min() + (i * (x.Max() - x.Min()) / (LinePoints - 1)))];
        double[] line = [.. at.Select(value => meanY + (slope * (value - meanX)))];
        double[] half = [.. at.Select(value => critical * error * Math.Sqrt((1.0 / n) + (Square(value - meanX) / sxx)))];
        return (line, [.. line.Zip(half, (a, b) => a - b)], [.. line.Zip(half, (a, b) => a + b)], at);
    }

    private static double Square(double value) => value * value;
}
