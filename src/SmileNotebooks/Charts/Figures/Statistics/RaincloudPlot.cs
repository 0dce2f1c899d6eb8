// Rainclouds (Allen et al., 2019, Wellcome Open Research 4:63): for each group, from above, the density, the mean with its interval,
// the quartiles and the values themselves.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws rainclouds.</summary>
internal static class RaincloudPlot
{
    private const double RowHeight = 112;
    private const double Surroundings = 150;

    // Within a group's row, which is 1 high, from its middle upwards.
    private const double CloudBase = 0.06;
    private const double CloudHeight = 0.4;
    private const double BoxMiddle = -0.08;
    private const double BoxHalf = 0.055;
    private const double RainTop = -0.19;
    private const double RainHeight = 0.24;

    /// <summary>More dots than this are a surface; what is left out is said.</summary>
    private const int MostDots = 1500;

    public static Figure Make(IReadOnlyList<NamedSample> samples, double? reference, FigureOptions options)
    {
        double[][] sorted = [.. samples.Select(sample => FigureCheck.Sorted(sample))];
        KernelDensity?[] densities = [.. sorted.Select(values => KernelDensity.Of(values))];
        double highest = densities.Max(density => density?.Density.Max() ?? 0);
        List<Trace> traces = [];
        for (int group = 0; group < samples.Count; group++)
        {
            traces.AddRange(Group(samples[group], sorted[group], densities[group], highest, group, options.Level));
        }

        return new(traces)
        {
            Layout = LayoutOf(samples, reference, sorted, densities, options),
            Description = string.Join(" ", samples.Select((sample, group) => Describe(sample.Name, sorted[group], options.Level))),
        };
    }

    private static IEnumerable<Trace> Group(NamedSample sample, double[] sorted, KernelDensity? density, double highest, int group, double level)
    {
        if (sorted.Length == 0)
        {
            yield break;
        }

        string name = sample.Name;
        string color = Marks.Color(group);
        if (density is not null)
        {
            yield return Cloud(name, density, highest, group, color);
        }

        yield return Rain(sample, sorted, group, color);
        if (sorted.Length > 2)
        {
            yield return Quartiles(name, sorted, group, color);
        }

        yield return Mean(name, sorted, group, color, level);
    }

    private static Scatter Cloud(string name, KernelDensity density, double highest, int group, string color)
    {
        double floor = CloudBase - group;
        return new()
        {
            Name = $"{PlotlyText.Escape(name)}: density",
            X = Marks.Rounded([density.X[0], .. density.X, density.X[^1]]),
            Y = Marks.Rounded([floor, .. density.Density.Select(height => floor + (CloudHeight * height / highest)), floor]),
            Mode = Mode.Lines,
            Fill = "toself",
            FillColor = Marks.Pale(color, 0.3),
            Line = new() { Color = color, Width = 1.2 },
            HoverInfo = "skip",
        };
    }

    private static Scatter Rain(NamedSample sample, double[] sorted, int group, string color)
    {
        if (!sample.Labels.IsEmpty)
        {
            FigureCheck.SameLength(sample.Labels.Length, sorted.Length, $"Labels of {sample.Name}", "the sample");
        }

        int step = (sorted.Length + MostDots - 1) / MostDots;
        double[] shown = [.. sorted.Where((_, rank) => rank % step == 0)];
        return new()
        {
            Name = $"{PlotlyText.Escape(sample.Name)}: values",
            X = Marks.Rounded(shown),
            Y = Marks.Rounded(shown.Select((_, rank) => RainTop - group - (RainHeight * Marks.Scattered(rank)))),
            Mode = Mode.Markers,
            Marker = new() { Color = color, Size = shown.Length > 200 ? 3.5 : 6, Opacity = shown.Length > 200 ? 0.6 : 0.9 },
            // In the order of the values, as they are drawn; equal values keep theirs.
            Text = sample.Labels.IsEmpty ? null : [.. sample.Values.Zip(sample.Labels).OrderBy(one => one.First).Where((_, rank) => rank % step == 0).Select(one => (Value)PlotlyText.Escape(one.Second))],
            HoverTemplate = sample.Labels.IsEmpty ? "%{x}<extra></extra>" : "%{text}: %{x}<extra></extra>",
        };
    }

    private static Scatter Quartiles(string name, double[] sorted, int group, string color)
    {
        double low = KernelDensity.Quantile(sorted, 0.25);
        double median = KernelDensity.Quantile(sorted, 0.5);
        double high = KernelDensity.Quantile(sorted, 0.75);
        double reach = 1.5 * (high - low);
        double left = sorted.First(value => value >= low - reach);
        double right = sorted.Last(value => value <= high + reach);
        double y = BoxMiddle - group;
        (double X, double Y)[] path =
        [
            (left, y), (low, y), (low, y + BoxHalf), (median, y + BoxHalf), (median, y - BoxHalf), (median, y + BoxHalf), (high, y + BoxHalf),
            (high, y), (right, y), (high, y), (high, y - BoxHalf), (low, y - BoxHalf), (low, y),
        ];
        return new()
        {
            Name = $"{PlotlyText.Escape(name)}: quartiles",
            X = Marks.Rounded(path.Select(point => point.X)),
            Y = Marks.Rounded(path.Select(point => point.Y)),
            Mode = Mode.Lines,
            Line = new() { Color = color, Width = 1.4 },
            Text = $"median {Apa.Quantity(median)}, quartiles {Apa.Quantity(low)} and {Apa.Quantity(high)}",
            HoverTemplate = "%{text}<extra></extra>",
        };
    }

    private static Scatter Mean(string name, double[] sorted, int group, string color, double level)
    {
        (double mean, ConfidenceInterval interval) = MeanInterval.Of(sorted, level);
        bool hasInterval = sorted.Length > 1;
        return new()
        {
            Name = $"{PlotlyText.Escape(name)}: mean",
            X = [Marks.Round(mean)],
            Y = [CloudBase - group],
            Mode = Mode.Markers,
            Marker = new() { Color = color, Size = 10, Symbol = "diamond", Line = new() { Color = "#ffffff", Width = 1 } },
            ErrorX = hasInterval ? new() { Array = [Marks.Round(interval.Upper - mean)], Color = color, Thickness = 3, Width = 0 } : null,
            Text = $"mean {Apa.Quantity(mean)}" + (hasInterval ? $", {Apa.Percent(level)}% CI [{Apa.Quantity(interval.Lower)}, {Apa.Quantity(interval.Upper)}]" : ""),
            HoverTemplate = "%{text}<extra></extra>",
        };
    }

    private static Layout LayoutOf(IReadOnlyList<NamedSample> samples, double? reference, double[][] sorted, KernelDensity?[] densities, FigureOptions options) => new()
    {
        Title = Marks.Title(
            options.Title ?? "Distributions",
            options.Subtitle ?? $"density, mean with {Apa.Percent(options.Level)}% CI, quartiles, {(sorted.Any(values => values.Length > MostDots) ? $"up to {MostDots} values" : "values")}"),
        Height = Surroundings + (RowHeight * samples.Count),
        Margin = new() { T = 72 },
        ShowLegend = false,
        HoverMode = HoverMode.Closest,
        XAxis = new() { Title = Marks.AxisTitle(options.XTitle), Range = Range(sorted, densities, reference), ZeroLine = false },
        YAxis = new()
        {
            Title = Marks.AxisTitle(options.YTitle),
            Range = [-samples.Count + 0.45, 0.55],
            TickVals = [.. samples.Select((_, group) => (Value)(-group))],
            TickText = [.. samples.Select(sample => (Value)$"{PlotlyText.Escape(sample.Name)}<br><i>n</i> = {sample.Values.Length}")],
            ZeroLine = false,
            ShowGrid = false,
        },
        Shapes = reference is double at
            ? [new() { Type = "line", X0 = at, X1 = at, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below" }]
            : null,
    };

    /// <summary>All values and curves with a little room: Plotly leaves none beside lines.</summary>
    private static Values? Range(double[][] sorted, KernelDensity?[] densities, double? reference)
    {
        double[] ends = [.. sorted.Where(values => values.Length > 0).SelectMany(values => new[] { values[0], values[^1] }), .. densities.OfType<KernelDensity>().SelectMany(density => new[] { density.X[0], density.X[^1] })];
        if (ends.Length == 0)
        {
            return null;
        }

        (double least, double greatest) = (Math.Min(ends.Min(), reference ?? double.PositiveInfinity), Math.Max(ends.Max(), reference ?? double.NegativeInfinity));
        double room = greatest > least ? 0.03 * (greatest - least) : 1;
        return [Marks.Round(least - room), Marks.Round(greatest + room)];
    }

    private static string Describe(string name, double[] sorted, double level)
    {
        (double mean, ConfidenceInterval interval) = MeanInterval.Of(sorted, level);
        return sorted.Length switch
        {
            0 => $"{name}: no values.",
            1 => $"{name}: one value, {Apa.Quantity(mean)}.",
            _ => $"{name}: {sorted.Length} values, mean {Apa.Quantity(mean)}, {Apa.Percent(level)}% CI [{Apa.Quantity(interval.Lower)}, {Apa.Quantity(interval.Upper)}].",
        };
    }
}
