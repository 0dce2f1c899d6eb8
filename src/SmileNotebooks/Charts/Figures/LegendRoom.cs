using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>The room below the plot for a legend along the lower border.</summary>
internal static class LegendRoom
{
    /// <summary>Ticks and title of the axis.</summary>
    private const double AxisHeight = 58;

    private const double RowHeight = 20;

    /// <summary>What is left for a legend on a page of 400 pixels.</summary>
    private const double NarrowWidth = 340;

    private const double SymbolWidth = 48;
    private const double LetterWidth = 7;

    /// <summary>Plotly gives all entries of a legend of several rows the width of the widest.</summary>
    /// <param name="traces">The traces; those without a name in the legend take no room.</param>
    public static double Below(IEnumerable<Trace> traces)
    {
        int[] letters = [.. traces.Where(trace => trace.ShowLegend != false).Select(trace => trace.Name?.Length ?? 0)];
        if (letters.Length == 0)
        {
            return AxisHeight;
        }

        double perRow = Math.Max(1, Math.Floor(NarrowWidth / (SymbolWidth + (LetterWidth * letters.Max()))));
        return AxisHeight + 12 + (RowHeight * Math.Ceiling(letters.Length / perRow));
    }
}
