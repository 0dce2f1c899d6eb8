// Figures of dyads and their synchrony.
using SmileNotebooks.Charts;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Figures of dyads and their synchrony. That data are simulated is said in all of them.</summary>
public static class SynchronyFigures
{
    private const int MostSamples = 3_000;

    /// <summary>The series of both people over time.</summary>
    /// <param name="dyad">A dyad.</param>
    /// <param name="options">Words.</param>
    public static Figure ToFigure(this Dyad dyad, FigureOptions? options = null)
    {
        options ??= new();
        int each = (dyad.Samples + MostSamples - 1) / MostSamples;
        Scatter Line(string person, IReadOnlyList<double> series, int index) => new()
        {
            Name = PlotlyText.Escape(person),
            X0 = Marks.Round(dyad.Start + ((each - 1) / 2.0 / dyad.SamplingRate)),
            DX = each / dyad.SamplingRate,
            Y = [.. series.Chunk(each).Select(chunk => (Value)Math.Round(chunk.Average(), 4))],
            Mode = Mode.Lines,
            Line = new() { Color = Marks.Color(index), Width = 1.6, Dash = Marks.DashOf(index) },
            ShowLegend = true,
            HoverTemplate = "%{x:.1f} s: %{y:.2f}",
        };
        Scatter[] lines = [Line(dyad.FirstPerson, dyad.First, 0), Line(dyad.SecondPerson, dyad.Second, 1)];
        FigureHead head = FigureHead.Of(options, $"Dyad {dyad.Name}", dyad.Simulated, [.. dyad.Remarks, each > 1 ? $"a point is the mean of {each} samples" : null]);
        return new(lines)
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + 250 + LegendRoom.Below(lines),
                Margin = new() { T = head.Height, B = LegendRoom.Below(lines) },
                Legend = Legend.Below,
                HoverMode = HoverMode.XUnified,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? PlotlyText.Escape(dyad.Measure)), ZeroLine = false },
            },
            Description = $"{dyad}.",
        };
    }

    /// <summary>The correlations of windows as colours: time along x, lag along y, the peaks of windows as circles. Above the middle the second person follows the first.</summary>
    /// <param name="correlation">A windowed cross-correlation.</param>
    /// <param name="options">Words.</param>
    public static Figure ToFigure(this WindowedCrossCorrelation correlation, FigureOptions? options = null)
    {
        options ??= new();
        Dyad dyad = correlation.Dyad;
        string follows = $"above 0 {dyad.SecondPerson} follows {dyad.FirstPerson}";
        FigureHead head = FigureHead.Of(
            options, $"Windowed cross-correlation of dyad {dyad.Name}", dyad.Simulated,
            [$"{correlation.Options}", "circles: the peak nearest to lag 0 of each window", correlation.Undefined > 0 ? Invariant($"{correlation.Undefined:#,0} correlations do not exist: gaps, or somebody who did not move") : null]);
        CorrelationPeak[] peaks = [.. correlation.Peaks.Where(peak => !double.IsNaN(peak.Lag))];
        Heatmap colours = new()
        {
            Name = "r",
            X = Marks.Rounded(correlation.Times),
            Y = Marks.Rounded(correlation.Lags),
            Z = [.. Enumerable.Range(0, correlation.Lags.Length).Select(lag => (IReadOnlyList<double>)[.. Enumerable.Range(0, correlation.Times.Length).Select(window => Math.Round(correlation[window, lag], 3))])],
            ZMin = -1,
            ZMid = 0,
            ZMax = 1,
            ColorScale = ColorScale.Diverging,
            ColorBar = new()
            {
                Thickness = 12,
                Raw = new() { ["orientation"] = "h", ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom", ["outlinewidth"] = 0, ["len"] = 0.9, ["nticks"] = 5, ["title"] = new { text = "r", side = "top" } },
            },
            HoverTemplate = "%{x:.1f} s, lag %{y:.1f} s: r = %{z:.2f}<extra></extra>",
        };
        Scatter circles = new()
        {
            Name = "peaks",
            X = Marks.Rounded(peaks.Select(peak => peak.Time)),
            Y = Marks.Rounded(peaks.Select(peak => peak.Lag)),
            Text = [.. peaks.Select(peak => (Value)Invariant($"{peak.R:0.00}"))],
            Mode = Mode.Markers,
            Marker = new() { Symbol = "circle-open", Size = 7, Color = "#1b1f24", Line = new() { Width = 1.8, Color = "#1b1f24" } },
            HoverTemplate = "%{x:.1f} s: peak at %{y:.1f} s, r = %{text}<extra></extra>",
        };
        return new(peaks.Length > 0 ? [colours, circles] : [colours])
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + 270 + 132,
                Margin = new() { T = head.Height, B = 132 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), ZeroLine = false, ShowGrid = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? PlotlyText.Escape($"Lag (s), {follows}")), ZeroLine = false, ShowGrid = false },
            },
            Description = $"{correlation}. {peaks.Length} windows have a peak.",
        };
    }

    /// <summary>The scores of partners beside those of strangers.</summary>
    /// <param name="synchrony">The synchrony of dyads and pseudo-dyads.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure; null where no dyad has a score.</returns>
    public static Figure? ToFigure(this DyadSynchrony synchrony, FigureOptions? options = null)
    {
        double[] partners = [.. synchrony.Scores.Where(double.IsFinite)];
        if (partners.Length == 0)
        {
            return null;
        }

        NamedSample[] groups = [new($"partners ({partners.Length})", [.. partners]), .. synchrony.PseudoScores.IsEmpty ? [] : new[] { new NamedSample($"strangers ({synchrony.PseudoScores.Length})", synchrony.PseudoScores) }];
        Figure figure = StatisticsFigures.Raincloud(groups, options: (options ?? new()).Titled("Synchrony of partners and of strangers", "Synchrony (Fisher's z)") with { Subtitle = options?.Subtitle ?? "strangers: pseudo-dyads, each first with all other second people" });
        return synchrony.Dyads.Simulated is { } simulated ? FigureHead.Add(figure, $"Data: {simulated}") : figure;
    }
}
