// Distributions that were made by resampling: under the null hypothesis (permutation) or of the estimate (bootstrap).
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws resampled statistics as bars.</summary>
internal static class HistogramPlot
{
    private const int MostBins = 80;
    private const int LeastBins = 8;

    public static Figure Null(IReadOnlyList<double> statistics, double observed, Alternative alternative, FigureOptions options)
    {
        (double From, double Width, int[] Counts) bins = Bins(statistics, observed);
        // Ties reach their sums in another order: what differs in the last digits is as extreme.
        double rounding = 1e-12 * Math.Abs(observed);
        bool IsExtreme(double value) => alternative switch
        {
            Alternative.Less => value <= observed + rounding,
            Alternative.Greater => value >= observed - rounding,
            _ => Math.Abs(value) >= Math.Abs(observed) - rounding,
        };

        // A bin at the border counts by its middle.
        bool[] extreme = [.. bins.Counts.Select((_, bin) => IsExtreme(bins.From + ((bin + 0.5) * bins.Width)))];
        int beyond = statistics.Count(IsExtreme);
        return new(
            Bars("less extreme", Palette.Grey, bins, bin => !extreme[bin], solid: true),
            Bars("as extreme as observed, or more", Palette.Vermilion, bins, bin => extreme[bin], solid: true))
        {
            Layout = LayoutOf(
                options.Title ?? "Distribution under the null hypothesis",
                options.Subtitle ?? FormattableString.Invariant($"{beyond:#,0} of {statistics.Count:#,0} as extreme as the observed {Apa.Number(observed)}"),
                options,
                [UpLine(observed, new() { Color = Palette.Vermilion, Width = 2.5 })],
                [Note(observed, "observed")]),
            Description = FormattableString.Invariant($"{statistics.Count} statistics under the null hypothesis from {Apa.Quantity(statistics.Min())} to {Apa.Quantity(statistics.Max())}; ")
                + FormattableString.Invariant($"observed {Apa.Quantity(observed)}; {beyond} as extreme or more."),
        };
    }

    public static Figure Bootstrap(IReadOnlyList<double> statistics, double estimate, ConfidenceInterval interval, FigureOptions options)
    {
        (double From, double Width, int[] Counts) bins = Bins(statistics, estimate);
        bool IsInside(int bin) => interval.Contains(bins.From + ((bin + 0.5) * bins.Width));
        return new(
            Bars($"inside the {Apa.Percent(interval.Level)}% interval", Palette.Blue, bins, IsInside, solid: true),
            Bars("outside", Palette.Grey, bins, bin => !IsInside(bin), solid: true))
        {
            Layout = LayoutOf(
                options.Title ?? "Bootstrap distribution",
                options.Subtitle ?? FormattableString.Invariant($"{statistics.Count:#,0} resamples; estimate and {Apa.Percent(interval.Level)}% interval as lines"),
                options,
                [
                    UpLine(estimate, new() { Color = Palette.Vermilion, Width = 2.5 }),
                    UpLine(interval.Lower, new() { Color = Palette.Vermilion, Width = 1.5, Dash = Dash.Dash }),
                    UpLine(interval.Upper, new() { Color = Palette.Vermilion, Width = 1.5, Dash = Dash.Dash }),
                ],
                [Note(estimate, Apa.Quantity(estimate))]),
            Description = FormattableString.Invariant($"{statistics.Count} resampled statistics; estimate {Apa.Quantity(estimate)}, ")
                + $"{Apa.Percent(interval.Level)}% CI [{Apa.Quantity(interval.Lower)}, {Apa.Quantity(interval.Upper)}].",
        };
    }

    /// <summary>Width by Freedman and Diaconis (1981): 2 IQR n^(-1/3), within bounds on the number of bins. A border of two bins lies at
    /// the observed value, so that no bar is half extreme.</summary>
    private static (double From, double Width, int[] Counts) Bins(IReadOnlyList<double> values, double border)
    {
        FigureCheck.Any(values.Count, "statistics");
        double[] sorted = [.. values.Order()];
        FigureCheck.Finite(sorted, "Resampled statistics");
        double range = sorted[^1] - sorted[0];
        if (range == 0)
        {
            return (sorted[0] - 0.5, 1, [sorted.Length]);
        }

        double wanted = 2 * (KernelDensity.Quantile(sorted, 0.75) - KernelDensity.Quantile(sorted, 0.25)) / Math.Cbrt(sorted.Length);
        double width = Math.Clamp(wanted, range / MostBins, range / LeastBins);
        double from = border + (width * Math.Floor((sorted[0] - border) / width));
        int[] counts = new int[Math.Max(1, (int)Math.Floor((sorted[^1] - from) / width) + 1)];
        foreach (double value in sorted)
        {
            counts[Math.Clamp((int)Math.Floor((value - from) / width), 0, counts.Length - 1)]++;
        }

        return (from, width, counts);
    }

    private static Bar Bars(string name, string color, (double From, double Width, int[] Counts) bins, Func<int, bool> isShown, bool solid)
    {
        int[] shown = [.. Enumerable.Range(0, bins.Counts.Length).Where(bin => isShown(bin) && bins.Counts[bin] > 0)];
        return new()
        {
            Name = name,
            ShowLegend = true,
            X = Marks.Rounded(shown.Select(bin => bins.From + ((bin + 0.5) * bins.Width))),
            Y = [.. shown.Select(bin => (Value)bins.Counts[bin])],
            Width = Marks.Round(bins.Width),
            Marker = new() { Color = color, Opacity = solid ? 0.75 : 0.5 },
            HoverTemplate = "%{x:.3g}: %{y}<extra></extra>",
        };
    }

    private static Shape UpLine(double x, Line line) => new() { Type = "line", X0 = Marks.Round(x), X1 = Marks.Round(x), XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = line };

    private static Annotation Note(double x, string text) => new()
    {
        Text = text,
        X = Marks.Round(x),
        XRef = "x",
        Y = 1,
        YRef = "paper",
        YAnchor = "bottom",
        ShowArrow = false,
        Font = new() { Size = 12 },
    };

    private static Layout LayoutOf(string title, string subtitle, FigureOptions options, Shape[] shapes, Annotation[] notes) => new()
    {
        Title = Marks.Title(title, subtitle),
        Height = 400,
        Margin = new() { T = 88, B = 100 },
        BarMode = BarMode.Overlay,
        BarGap = 0,
        Legend = Legend.Below,
        HoverMode = HoverMode.Closest,
        XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Statistic"), ZeroLine = false },
        YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Count"), ZeroLine = false },
        Shapes = [.. shapes],
        Annotations = [.. notes],
    };
}
