using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a square table of counts, its diagonal the agreement.</summary>
internal static class ConfusionPlot
{
    private const double RowHeight = 44;
    private const double Surroundings = 170;

    public static Figure Make(IReadOnlyList<string> categories, int[] counts, FigureOptions options)
    {
        int size = categories.Count;
        FigureCheck.Any(size, "categories");
        FigureCheck.SameLength(counts.Length, size * size, "Counts", "a square table of the categories");
        Values names = [.. categories.Select((_, at) => (Value)at)];
        Values texts = [.. categories.Select(category => (Value)PlotlyText.Escape(category))];
        int agreed = Enumerable.Range(0, size).Sum(at => counts[(at * size) + at]);
        return new(new Heatmap
        {
            X = names,
            Y = names,
            Z = [.. Enumerable.Range(0, size).Select(row => counts.Skip(row * size).Take(size).Select(count => (double)count).ToArray())],
            ZMin = 0,
            ZMax = Math.Max(1, counts.Max()),
            ColorScale = ColorScale.Sequential,
            ShowScale = false,
            XGap = 2,
            YGap = 2,
            TextTemplate = "%{z}",
            HoverInfo = "z",
        })
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Counts", options.Subtitle ?? $"{agreed} of {counts.Sum()} on the diagonal"),
                Height = Surroundings + (RowHeight * size),
                Margin = new() { T = 72 },
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle), TickVals = names, TickText = texts, ShowGrid = false, ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle), TickVals = names, TickText = texts, Range = [size - 0.5, -0.5], ShowGrid = false, ZeroLine = false },
            },
            Description = $"{agreed} of {counts.Sum()} on the diagonal. "
                + string.Join(" ", Enumerable.Range(0, size).Select(row => $"{categories[row]}: {string.Join(", ", counts.Skip(row * size).Take(size))}.")),
        };
    }
}
