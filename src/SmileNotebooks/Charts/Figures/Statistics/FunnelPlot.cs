using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws studies by effect and precision, with the region in which they would lie without heterogeneity and selection.</summary>
internal static class FunnelPlot
{
    public static Figure Make(IReadOnlyList<FunnelStudy> studies, double pooled, (double Intercept, double Slope)? egger, FigureOptions options)
    {
        FigureCheck.Any(studies.Count, "studies");
        double greatest = 1.08 * studies.Max(study => study.StandardError);
        double critical = Normal.UpperQuantile((1 - options.Level) / 2);
        double reach = critical * greatest;
        List<Trace> traces = [Region(pooled, reach, greatest, options.Level), Pooled(pooled, greatest)];
        if (egger is var (intercept, slope))
        {
            traces.Add(Egger(intercept, slope, greatest));
        }

        traces.Add(Points(studies));
        return new(traces)
        {
            Layout = LayoutOf(greatest, options, hasEgger: egger is not null),
            Description = $"{studies.Count} studies around {Apa.Number(pooled)}; "
                + $"{studies.Count(study => Math.Abs(study.Effect - pooled) > critical * study.StandardError)} outside the {Apa.Percent(options.Level)}% region.",
        };
    }

    private static Scatter Region(double pooled, double reach, double greatest, double level) => new()
    {
        Name = $"pseudo {Apa.Percent(level)}% region",
        X = Marks.Rounded([pooled - reach, pooled, pooled + reach]),
        Y = Marks.Rounded([greatest, 0, greatest]),
        Mode = Mode.Lines,
        Fill = "toself",
        FillColor = Marks.Pale(Palette.Grey, 0.16),
        Line = Marks.Reference,
        HoverInfo = "skip",
    };

    private static Scatter Pooled(double pooled, double greatest) => new()
    {
        Name = "pooled effect",
        X = Marks.Rounded([pooled, pooled]),
        Y = Marks.Rounded([0, greatest]),
        Mode = Mode.Lines,
        Line = new() { Color = Palette.Vermilion, Width = 1.6 },
        HoverInfo = "skip",
    };

    /// <summary>Egger's regression of effect / SE on 1 / SE is effect = slope + intercept SE in this plane.</summary>
    private static Scatter Egger(double intercept, double slope, double greatest) => new()
    {
        Name = "Egger's line",
        X = Marks.Rounded([slope, slope + (intercept * greatest)]),
        Y = Marks.Rounded([0, greatest]),
        Mode = Mode.Lines,
        Line = new() { Color = Palette.Green, Width = 1.8, Dash = Dash.DashDot },
        HoverInfo = "skip",
    };

    private static Scatter Points(IReadOnlyList<FunnelStudy> studies) => new()
    {
        Name = "study",
        X = Marks.Rounded(studies.Select(study => study.Effect)),
        Y = Marks.Rounded(studies.Select(study => study.StandardError)),
        Mode = Mode.Markers,
        Marker = new() { Color = Palette.Blue, Size = 8, Opacity = 0.85 },
        Text = [.. studies.Select(study => (Value)PlotlyText.Escape(study.Label))],
        HoverTemplate = "%{text}: effect %{x:.3g}, SE %{y:.3g}<extra></extra>",
    };

    private static Layout LayoutOf(double greatest, FigureOptions options, bool hasEgger) => new()
    {
        Title = Marks.Title(options.Title ?? "Funnel plot", options.Subtitle),
        Height = 430,
        Margin = new() { T = options.Subtitle is null ? 56 : 72, B = hasEgger ? 120 : 100 },
        HoverMode = HoverMode.Closest,
        Legend = Legend.Below,
        XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Effect"), ZeroLine = false },
        YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Standard error"), Range = [Marks.Round(greatest), 0], ZeroLine = false },
    };
}
