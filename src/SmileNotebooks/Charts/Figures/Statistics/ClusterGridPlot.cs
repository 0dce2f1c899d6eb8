using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a statistic over time and channels as colours, with the clusters outlined.</summary>
internal static class ClusterGridPlot
{
    private const double RowHeight = 20;
    private const double LeastHeight = 200;
    private const double GreatestHeight = 560;
    private const int MostLabels = 40;
    private const string Ink = "#1b1f24";

    public static Figure Make(
        IReadOnlyList<double> times, IReadOnlyList<string> channels, double[,] statistic, IReadOnlyList<GridCluster> clusters, double alpha, FigureOptions options)
    {
        FigureCheck.Any(times.Count, "times");
        FigureCheck.Any(channels.Count, "channels");
        FigureCheck.SameLength(statistic.GetLength(0), times.Count, "Rows of the statistic [time, channel]", "time");
        FigureCheck.SameLength(statistic.GetLength(1), channels.Count, "Columns of the statistic [time, channel]", "the list of channels");
        double half = times.Count > 1 ? (times[^1] - times[0]) / (times.Count - 1) / 2 : 0.5;
        GridCluster[] found = [.. clusters.Where(cluster => cluster.P <= alpha)];
        return new([Colours(times, channels, statistic), .. found.Select((cluster, at) => Outline(cluster, times, half, at))])
        {
            Layout = LayoutOf(times, channels, found, clusters.Count, alpha, options),
            Description = $"{times.Count} times and {channels.Count} channels, {clusters.Count} clusters, {found.Length} with p at most {Apa.Bounded(alpha)}"
                + string.Concat(found.Select(cluster => $"; {cluster.Points.Length} points from {Apa.Quantity(times[cluster.Points.Min(point => point.Sample)])} to "
                    + $"{Apa.Quantity(times[cluster.Points.Max(point => point.Sample)])}, {Apa.P(cluster.P)}")) + ".",
        };
    }

    private static Heatmap Colours(IReadOnlyList<double> times, IReadOnlyList<string> channels, double[,] statistic)
    {
        double greatest = statistic.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        return new()
        {
            Name = "t",
            X = Marks.Rounded(times),
            Y = [.. channels.Select((_, channel) => (Value)channel)],
            Z = [.. channels.Select((_, channel) => times.Select((_, sample) => Math.Round(statistic[sample, channel], 3)).ToArray())],
            ZMin = -Marks.Round(greatest),
            ZMax = Marks.Round(greatest),
            ColorScale = ColorScale.Diverging,
            ColorBar = new() { Title = "t", Thickness = 12, Raw = new() { ["outlinewidth"] = 0 } },
            HoverTemplate = "%{x}, %{text}: %{z:.2f}<extra></extra>",
            Raw = new() { ["text"] = channels.Select(channel => times.Select(_ => PlotlyText.Escape(channel)).ToArray()).ToArray() },
        };
    }

    /// <summary>Each side of a cell that has no neighbour in the cluster.</summary>
    private static Scatter Outline(GridCluster cluster, IReadOnlyList<double> times, double half, int at)
    {
        HashSet<(int Sample, int Channel)> inside = [.. cluster.Points];
        List<double> x = [];
        List<double> y = [];
        void Side(double x0, double y0, double x1, double y1)
        {
            x.AddRange([x0, x1, double.NaN]);
            y.AddRange([y0, y1, double.NaN]);
        }

        foreach ((int sample, int channel) in cluster.Points)
        {
            (double left, double right) = (times[sample] - half, times[sample] + half);
            if (!inside.Contains((sample - 1, channel)))
            {
                Side(left, channel - 0.5, left, channel + 0.5);
            }

            if (!inside.Contains((sample + 1, channel)))
            {
                Side(right, channel - 0.5, right, channel + 0.5);
            }

            if (!inside.Contains((sample, channel - 1)))
            {
                Side(left, channel - 0.5, right, channel - 0.5);
            }

            if (!inside.Contains((sample, channel + 1)))
            {
                Side(left, channel + 0.5, right, channel + 0.5);
            }
        }

        return new()
        {
            Name = $"cluster {at + 1}: {PlotlyText.Escape(Apa.P(cluster.P))}",
            X = Marks.Rounded(x),
            Y = Marks.Rounded(y),
            Mode = Mode.Lines,
            // The colours below are the same on a light and a dark page, and so is the outline.
            Line = new() { Color = Ink, Width = 2.2 },
            HoverInfo = "skip",
        };
    }

    /// <summary>In the middle of the cluster, on a point that belongs to it.</summary>
    private static Annotation Label(GridCluster cluster, IReadOnlyList<double> times)
    {
        double sample = cluster.Points.Average(point => point.Sample);
        double channel = cluster.Points.Average(point => point.Channel);
        (int atSample, int atChannel) = cluster.Points.MinBy(point => Math.Abs(point.Channel - channel) + (0.01 * Math.Abs(point.Sample - sample)));
        return new()
        {
            Text = PlotlyText.Escape(Apa.P(cluster.P)),
            X = Marks.Round(times[atSample]),
            Y = atChannel,
            XRef = "x",
            YRef = "y",
            ShowArrow = false,
            Font = new() { Size = 12, Color = Ink },
            BgColor = "rgba(255,255,255,0.85)",
        };
    }

    private static Layout LayoutOf(
        IReadOnlyList<double> times, IReadOnlyList<string> channels, GridCluster[] found, int count, double alpha, FigureOptions options)
    {
        bool isNamed = channels.Count <= MostLabels;
        return new()
        {
            Title = Marks.Title(options.Title ?? "Clusters over time and channels", options.Subtitle ?? $"outlined: {found.Length} of {count} clusters with p ≤ {Apa.Bounded(alpha)}"),
            Height = 150 + Math.Clamp(RowHeight * channels.Count, LeastHeight, GreatestHeight),
            Margin = new() { T = 72, B = 60 },
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            Annotations = [.. found.Select(cluster => Label(cluster, times))],
            XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Time (s)"), ShowGrid = false, ZeroLine = false },
            YAxis = new()
            {
                Title = Marks.AxisTitle(options.YTitle ?? (isNamed ? null : $"{channels.Count} channels")),
                // The first channel at the top.
                Range = [channels.Count - 0.5, -0.5],
                TickVals = isNamed ? [.. channels.Select((_, channel) => (Value)channel)] : null,
                TickText = isNamed ? [.. channels.Select(channel => (Value)PlotlyText.Escape(channel))] : null,
                ShowTickLabels = isNamed,
                ShowGrid = false,
                ZeroLine = false,
            },
        };
    }
}
