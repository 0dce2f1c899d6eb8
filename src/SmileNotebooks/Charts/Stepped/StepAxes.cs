// One range of each axis for all steps of a figure: what moves then are the data, not the scale.
using System.Globalization;

namespace SmileNotebooks.Charts;

/// <summary>Unites the axes of layouts.</summary>
internal static class StepAxes
{
    /// <summary>The part of the extent that is left free at either end.</summary>
    private const double Margin = 0.05;

    /// <summary>The figures with the same range of each axis.</summary>
    public static Figure[] Unite(Figure[] figures)
    {
        Axis? x = AxisOf(figures, "x", isX: true, layout => layout.XAxis);
        Axis? x2 = AxisOf(figures, "x2", isX: true, layout => layout.XAxis2);
        Axis? y = AxisOf(figures, "y", isX: false, layout => layout.YAxis);
        Axis? y2 = AxisOf(figures, "y2", isX: false, layout => layout.YAxis2);
        return
        [
            .. figures.Select(figure => figure with
            {
                Layout = figure.Layout with
                {
                    XAxis = With(figure.Layout.XAxis, x), XAxis2 = With(figure.Layout.XAxis2, x2), YAxis = With(figure.Layout.YAxis, y), YAxis2 = With(figure.Layout.YAxis2, y2),
                },
            }),
        ];
    }

    private static Axis? With(Axis? axis, Axis? united) => united is null ? axis : (axis ?? new()) with
    {
        Range = united.Range ?? axis?.Range, CategoryOrder = united.CategoryOrder ?? axis?.CategoryOrder, CategoryArray = united.CategoryArray ?? axis?.CategoryArray,
    };

    /// <summary>What the axis must have at each step; null for nothing.</summary>
    private static Axis? AxisOf(Figure[] figures, string name, bool isX, Func<Layout, Axis?> axisOf)
    {
        Axis?[] axes = [.. figures.Select(figure => axisOf(figure.Layout))];
        PlaneTrace[][] traces = [.. figures.Select(figure => figure.Data.OfType<PlaneTrace>().Where(trace => ((isX ? trace.XAxis : trace.YAxis) ?? (isX ? "x" : "y")) == name).ToArray())];
        if (axes.Any(axis => axis?.Range is null) && traces.Any(step => step.Length > 0))
        {
            string[][] categories = [.. traces.Select(step => Categories(step, isX))];
            if (categories.Any(own => own.Length > 0))
            {
                return categories.All(own => own.SequenceEqual(categories[0])) || axes.Any(axis => axis?.CategoryArray is not null || axis?.Type == "date") ? null : OfCategories(categories);
            }
        }

        bool isLog = axes.Any(axis => axis?.Type == "log");
        List<(double From, double To)> ranges = [];
        for (int step = 0; step < figures.Length; step++)
        {
            if (axes[step]?.Range is { Count: 2 } own)
            {
                ranges.Add((own[0].Number, own[1].Number));
            }
            else if (Extents.Of(traces[step], isX, isLog) is { } extent)
            {
                ranges.Add(extent);
            }
            else if (traces[step].Length > 0)
            {
                return null; // what plotly.js computes itself, such as the counts of a histogram
            }
        }

        if (ranges.Count == 0 || ranges.Any(range => !double.IsFinite(range.From) || !double.IsFinite(range.To)))
        {
            return null;
        }

        bool isReversed = axes.Any(axis => axis?.Range is { Count: 2 } own && own[0].Number > own[1].Number);
        double least = ranges.Min(range => Math.Min(range.From, range.To)), greatest = ranges.Max(range => Math.Max(range.From, range.To));
        if (axes.Any(axis => axis?.Range is null))
        {
            double room = greatest > least ? Margin * (greatest - least) : Math.Max(Math.Abs(least) * Margin, Margin);
            (least, greatest) = (least - room, greatest + room);
        }

        return new() { Range = isReversed ? [Marks.Round(greatest), Marks.Round(least)] : [Marks.Round(least), Marks.Round(greatest)] };
    }

    private static Axis OfCategories(string[][] categories)
    {
        string[] all = [.. categories.SelectMany(own => own).Distinct()];
        return new() { CategoryOrder = "array", CategoryArray = all, Range = [-0.5, all.Length - 0.5] };
    }

    /// <summary>Texts along an axis that are no dates, in their order.</summary>
    private static string[] Categories(PlaneTrace[] traces, bool isX) =>
    [
        .. traces.SelectMany(trace => (IEnumerable<Value>?)(isX ? trace.X : trace.Y) ?? []).Select(value => value.Text).OfType<string>().Distinct()
            .Where(text => !DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)),
    ];
}
