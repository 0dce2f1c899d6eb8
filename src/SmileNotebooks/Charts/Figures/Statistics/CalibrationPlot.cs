using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws observed frequencies against predicted probabilities, and below them how often each probability was predicted.</summary>
internal static class CalibrationPlot
{
    public static Figure Make(
        IReadOnlyList<CurvePoint> bins, IReadOnlyList<int> counts, (double Intercept, double Slope)? line, FigureOptions options)
    {
        FigureCheck.Any(bins.Count, "bins");
        FigureCheck.SameLength(counts.Count, bins.Count, "Counts", "bins");
        List<Trace> traces = [Ideal()];
        if (line is var (intercept, slope))
        {
            traces.Add(Fitted(intercept, slope));
        }

        traces.Add(Observed(bins, counts));
        traces.Add(Counts(bins, counts));
        return new(traces)
        {
            Layout = LayoutOf(bins, options, line is not null),
            Description = string.Join(" ", bins.Zip(counts, (bin, count) => $"Predicted {Apa.Bounded(bin.X)}: observed {Apa.Bounded(bin.Y)} of {count}.")),
        };
    }

    private static Scatter Ideal() => new() { Name = "perfect calibration", X = [0, 1], Y = [0, 1], Mode = Mode.Lines, Line = Marks.Reference, HoverInfo = "skip" };

    /// <summary>logit(observed) = intercept + slope logit(predicted) (Cox, 1958).</summary>
    private static Scatter Fitted(double intercept, double slope)
    {
        double[] x = [.. Enumerable.Range(1, 99).Select(percent => percent / 100.0)];
        return new()
        {
            Name = "logistic calibration",
            X = x,
            Y = Marks.Rounded(x.Select(p => 1 / (1 + Math.Exp(-intercept - (slope * Math.Log(p / (1 - p))))))),
            Mode = Mode.Lines,
            Line = new() { Color = Palette.Vermilion, Width = 2 },
            HoverInfo = "skip",
        };
    }

    private static Scatter Observed(IReadOnlyList<CurvePoint> bins, IReadOnlyList<int> counts) => new()
    {
        Name = "observed",
        X = Marks.Rounded(bins.Select(bin => bin.X)),
        Y = Marks.Rounded(bins.Select(bin => bin.Y)),
        Mode = Mode.Markers,
        Marker = new() { Color = Palette.Blue, Size = 8 },
        ErrorY = bins.Any(bin => double.IsFinite(bin.Lower))
            ? new()
            {
                Array = Marks.Rounded(bins.Select(bin => bin.Upper - bin.Y)),
                ArrayMinus = Marks.Rounded(bins.Select(bin => bin.Y - bin.Lower)),
                Symmetric = false,
                Color = Palette.Blue,
                Thickness = 1.6,
                Width = 0,
            }
            : null,
        Text = [.. counts.Select(count => (Value)$"{count} cases")],
        HoverTemplate = "predicted %{x:.3f}, observed %{y:.3f}, %{text}<extra></extra>",
    };

    private static Bar Counts(IReadOnlyList<CurvePoint> bins, IReadOnlyList<int> counts) => new()
    {
        Name = "cases",
        X = Marks.Rounded(bins.Select(bin => bin.X)),
        Y = [.. counts.Select(count => (Value)count)],
        YAxis = "y2",
        Width = WidthOf(bins),
        Marker = new() { Color = Palette.Grey },
        ShowLegend = false,
        HoverTemplate = "%{y} cases<extra></extra>",
    };

    /// <summary>Bars that do not run into each other where predictions lie close together.</summary>
    private static double WidthOf(IReadOnlyList<CurvePoint> bins)
    {
        double[] x = [.. bins.Select(bin => bin.X).Order()];
        double least = x.Zip(x.Skip(1), (left, right) => right - left).Where(gap => gap > 0).DefaultIfEmpty(1).Min();
        return Marks.Round(Math.Clamp(0.8 * least, 0.002, 0.025));
    }

    private static Layout LayoutOf(IReadOnlyList<CurvePoint> bins, FigureOptions options, bool hasLine) => new()
    {
        Title = Marks.Title(options.Title ?? "Calibration", options.Subtitle ?? $"observed shares{(bins.Any(bin => double.IsFinite(bin.Lower)) ? $" with {Apa.Percent(options.Level)}% intervals" : "")}; below: cases"),
        Height = 520,
        Margin = new() { T = 72, B = hasLine ? 112 : 96 },
        HoverMode = HoverMode.Closest,
        Legend = Legend.Below,
        XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Predicted probability"), Range = [-0.02, 1.02], DTick = 0.25, ZeroLine = false, Raw = new() { ["anchor"] = "y2" } },
        YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Observed share"), Range = [-0.02, 1.02], DTick = 0.25, Domain = [0.25, 1], ZeroLine = false },
        YAxis2 = new() { Title = Marks.AxisTitle("Cases"), Domain = [0, 0.16], ZeroLine = false },
    };
}
