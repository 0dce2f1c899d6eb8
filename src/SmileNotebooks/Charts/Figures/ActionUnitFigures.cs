// Action units as bars.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of action units.</summary>
public static class ActionUnitFigures
{
    private const double BarHeight = 24;
    private const double Surroundings = 150;

    /// <summary>Intensities as bars from 0 to 5, with marks for the subject's left and right. Values that are not to be
    /// trusted are pale and hatched, the reason stands beside the mouse.</summary>
    /// <param name="bars">The action units, the first at the top; none gives an empty chart.</param>
    /// <returns>A figure.</returns>
    public static Figure Bars(IReadOnlyList<ActionUnitBar> bars)
    {
        Trace[] traces =
        [
            Values("intensity", bars.Where(bar => bar.IsGood), Palette.Blue, hatch: ""),
            Values("hard to see from geometry", bars.Where(bar => !bar.IsGood), Palette.Grey, hatch: "/"),
            Side("left", bars, bar => bar.Left, "triangle-left", Palette.Vermilion),
            Side("right", bars, bar => bar.Right, "triangle-right", Palette.Green),
        ];
        return new(traces.Where(trace => trace.PointCount > 0))
        {
            Layout = LayoutOf(bars),
            Description = "Action unit intensities, 0 to 5: "
                + string.Join(", ", bars.Select(bar => FormattableString.Invariant($"{bar.Name} {bar.Value:F1}"))) + ".",
        };
    }

    private static Layout LayoutOf(IReadOnlyList<ActionUnitBar> bars) => new()
    {
        Title = "Action units",
        Height = Surroundings + BarHeight * Math.Max(bars.Count, 1),
        BarMode = BarMode.Overlay,
        BarGap = 0.35,
        HoverMode = HoverMode.Closest,
        Legend = new() { Orientation = "h", X = 0, XAnchor = "left", Y = 1, YAnchor = "bottom" },
        XAxis = new() { Title = "Intensity, 0 to 5 (FACS A to E)", Range = [0, 5.15], DTick = 1, FixedRange = true },
        YAxis = new()
        {
            // The first at the top.
            Range = [bars.Count - 0.5, -0.5],
            CategoryOrder = "array",
            CategoryArray = [.. bars.Select(bar => (Value)Category(bar))],
            Type = "category",
            ShowGrid = false,
            AutoMargin = true,
            FixedRange = true,
        },
    };

    private static Bar Values(string name, IEnumerable<ActionUnitBar> bars, string color, string hatch)
    {
        ActionUnitBar[] shown = [.. bars];
        return new()
        {
            Name = name,
            Orientation = "h",
            X = [.. shown.Select(bar => (Value)bar.Value)],
            Y = [.. shown.Select(bar => (Value)Category(bar))],
            Opacity = hatch.Length == 0 ? null : 0.6,
            Marker = new() { Color = color, Pattern = hatch.Length == 0 ? null : new() { Shape = hatch, Solidity = 0.35, Size = 7 } },
            CustomData = [.. shown.Select(bar => (Value)Explanation(bar))],
            HoverTemplate = "%{customdata}<extra></extra>",
        };
    }

    private static Scatter Side(
        string name, IReadOnlyList<ActionUnitBar> bars, Func<ActionUnitBar, double?> side, string symbol, string color)
    {
        ActionUnitBar[] shown = [.. bars.Where(bar => side(bar) is not null)];
        return new()
        {
            Name = name,
            Mode = Mode.Markers,
            X = [.. shown.Select(bar => (Value)side(bar)!.Value)],
            Y = [.. shown.Select(bar => (Value)Category(bar))],
            Marker = new() { Symbol = symbol, Size = 10, Color = color, Line = new() { Width = 1, Color = "#ffffff" } },
            HoverTemplate = "subject's " + name + ": %{x:.2f}<extra></extra>",
            Raw = new() { ["cliponaxis"] = false },
        };
    }

    private static string Category(ActionUnitBar bar) =>
        $"<b>{PlotlyText.Escape(bar.Name)}</b> {PlotlyText.Escape(bar.Label)}";

    private static string Explanation(ActionUnitBar bar)
    {
        string value = FormattableString.Invariant($"{Category(bar)}: {bar.Value:F2}");
        return bar.IsGood ? value : $"{value}<br>{PlotlyText.Escape(bar.Quality)}";
    }
}
