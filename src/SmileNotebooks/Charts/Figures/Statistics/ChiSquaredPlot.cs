using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a chi-squared statistic in its distribution under the null hypothesis.</summary>
internal static class ChiSquaredPlot
{
    private const int Points = 161;

    /// <summary>The distribution is drawn up to this upper tail.</summary>
    private const double LeastTail = 1e-3;

    public static Figure Make(double statistic, int degrees, double p, FigureOptions options)
    {
        double until = Math.Max(ChiSquared.UpperQuantile(LeastTail, degrees), 1.1 * statistic);
        double step = until / (Points - 1);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => i * step)];

        // The mean density of each step, from its tail probabilities: finite also where the density is not (at 0, with 1 degree of freedom).
        double[] density = [.. x.Select(value => Mean(Math.Max(0, value - (step / 2)), value + (step / 2), degrees))];
        double[] tail = [.. x.Select((value, i) => value >= statistic ? density[i] : double.NaN)];
        return new(
            new Scatter { Name = "null distribution", X = Marks.Rounded(x), Y = Marks.Rounded(density), Mode = Mode.Lines, Line = new() { Color = Palette.Grey, Width = 2 }, HoverInfo = "skip" },
            Marks.Band("as extreme or more", Palette.Vermilion, x, [.. tail.Select(value => double.IsNaN(value) ? value : 0)], tail))
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Chi-squared test", options.Subtitle ?? $"null distribution; observed chi2({degrees}) = {Apa.Number(statistic)}, {PlotlyText.Escape(Apa.P(p))}"),
                Height = 320,
                Margin = new() { T = 88 },
                ShowLegend = false,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Chi-squared"), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Density"), ZeroLine = false, Raw = new() { ["rangemode"] = "tozero" } },
                Shapes = [new() { Type = "line", X0 = statistic, X1 = statistic, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = new() { Color = Palette.Vermilion, Width = 2.5 } }],
                Annotations = [new() { Text = "observed", X = statistic, XRef = "x", Y = 1, YRef = "paper", YAnchor = "bottom", ShowArrow = false, Font = new() { Size = 12 } }],
            },
            Description = $"Chi-squared distribution with {degrees} degrees of freedom; observed {Apa.Number(statistic)}, {Apa.P(p)}.",
        };
    }

    private static double Mean(double from, double until, int degrees) => (ChiSquared.UpperTail(from, degrees) - ChiSquared.UpperTail(until, degrees)) / (until - from);
}
