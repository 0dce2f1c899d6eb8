namespace SmileNotebooks.Charts;

/// <summary>From where to where traces reach along an axis.</summary>
internal static class Extents
{
    /// <summary>The extent; null where there are no numbers, or where plotly.js computes what is drawn (counts of histograms, stacked bars).</summary>
    /// <param name="traces">Traces of one axis.</param>
    /// <param name="isX">The horizontal axis.</param>
    /// <param name="isLog">Powers of ten are counted.</param>
    public static (double From, double To)? Of(IEnumerable<PlaneTrace> traces, bool isX, bool isLog)
    {
        List<double> all = [];
        foreach (PlaneTrace trace in traces)
        {
            if (Numbers(trace, isX) is not { } numbers)
            {
                return null;
            }

            all.AddRange(numbers.Where(double.IsFinite));
        }

        double[] counted = [.. isLog ? all.Where(number => number > 0).Select(Math.Log10) : all];
        return counted.Length == 0 ? null : (counted.Min(), counted.Max());
    }

    private static IEnumerable<double>? Numbers(PlaneTrace trace, bool isX) => trace switch
    {
        Histogram histogram => (isX ? histogram.X : histogram.Y) is { } values ? NumbersOf(values) : null,
        Bar bar => OfBars(bar, isX),
        Scatter scatter => OfPoints(scatter, isX),
        Heatmap heatmap => OfCells(isX ? heatmap.X : heatmap.Y),
        _ => NumbersOf(isX ? trace.X : trace.Y),
    };

    private static IEnumerable<double> OfPoints(Scatter scatter, bool isX)
    {
        double[] places = isX && scatter.X is null
            ? [.. Enumerable.Range(0, scatter.Y?.Count ?? 0).Select(at => (scatter.X0 ?? 0) + (at * (scatter.DX ?? 1)))]
            : [.. NumbersOf(isX ? scatter.X : scatter.Y)];
        return places.Concat(Reach(places, isX ? scatter.ErrorX : scatter.ErrorY));
    }

    /// <summary>Along the length of the bars from where they begin; along their categories half a step to either side.</summary>
    private static IEnumerable<double> OfBars(Bar bar, bool isX)
    {
        if (isX != (bar.Orientation == "h"))
        {
            return OfCells(isX ? bar.X : bar.Y);
        }

        double[] lengths = [.. NumbersOf(isX ? bar.X : bar.Y)];
        double[] from = bar.Base is { Count: > 0 } own ? [.. lengths.Select((_, at) => own[own.IsSingle ? 0 : Math.Min(at, own.Count - 1)].Number)] : new double[lengths.Length];
        double[] ends = [.. lengths.Zip(from, (length, start) => start + length)];
        return ends.Concat(from).Concat(Reach(ends, isX ? bar.ErrorX : bar.ErrorY));
    }

    private static IEnumerable<double> OfCells(Values? places)
    {
        double[] numbers = [.. NumbersOf(places).Where(double.IsFinite).Order()];
        double half = numbers.Length > 1 ? (numbers[^1] - numbers[0]) / (numbers.Length - 1) / 2 : 0.5;
        return numbers.Length == 0 ? [] : [numbers[0] - half, numbers[^1] + half];
    }

    private static IEnumerable<double> Reach(double[] places, ErrorBar? error) => error?.Array is not { } up ? [] :
    [
        .. places.Zip(NumbersOf(up), (place, length) => place + length),
        .. places.Zip(NumbersOf(error.ArrayMinus ?? up), (place, length) => place - length),
    ];

    private static IEnumerable<double> NumbersOf(Values? values) => values?.Select(value => value.Text is null ? value.Number : double.NaN) ?? [];
}
