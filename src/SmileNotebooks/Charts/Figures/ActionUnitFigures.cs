// Action units as bars.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of action units.</summary>
public static class ActionUnitFigures
{
    private const double BarHeight = 24;
    private const double Surroundings = 170;

    /// <summary>In rows.</summary>
    private const double BarThickness = 0.65;

    /// <summary>Left stands above right, so that equal sides are both seen; in rows.</summary>
    private const double SideOffset = 0.19;

    /// <summary>Intensities as bars from 0 to 5, with marks for the subject's left and right. What geometry sees poorly is
    /// pale and hatched; what it may be mistaken for stands beside the mouse.</summary>
    /// <param name="units">The action units, the first at the top; none gives an empty chart. An intensity that is NaN has
    /// no bar.</param>
    /// <returns>A figure.</returns>
    public static Figure Bars(this IEnumerable<ActionUnit> units)
    {
        ActionUnit[] shown = [.. units];
        (int Row, ActionUnit Unit)[] rows = [.. shown.Index()];
        Trace[] traces =
        [
            Intensities("intensity", rows.Where(row => IsSeen(row.Unit)), new() { Color = Palette.Blue }),
            Intensities(
                "geometry sees it poorly",
                rows.Where(row => !IsSeen(row.Unit)),
                new() { Color = Palette.Grey, Pattern = new() { Shape = "/", Solidity = 0.35, Size = 7 } }),
            Side("left", rows, unit => unit.Left, -SideOffset, "triangle-left", Palette.Vermilion),
            Side("right", rows, unit => unit.Right, SideOffset, "triangle-right", Palette.Green),
        ];
        return new(traces.Where(trace => trace.PointCount > 0))
        {
            Layout = LayoutOf(shown),
            Description = shown.Length == 0
                ? "None."
                : $"Intensities, 0 to 5: {string.Join(", ", shown.Select(unit => unit.ToString()))}.",
        };
    }

    private static bool IsSeen(ActionUnit unit) => unit.Quality != AuQuality.Poor;

    private static Layout LayoutOf(ActionUnit[] units) => new()
    {
        Title = "Action units",
        Height = Surroundings + BarHeight * Math.Max(units.Length, 1),
        BarMode = units.Length > 0 ? BarMode.Overlay : null,
        HoverMode = HoverMode.Closest,
        Legend = units.Length > 0 ? Legend.Below : null,
        ShowLegend = units.Length > 0,
        XAxis = new() { Title = "Intensity, 0 to 5", Range = [0, 5.15], DTick = 1, FixedRange = true },
        YAxis = new()
        {
            // The first at the top.
            Range = [Math.Max(units.Length, 1) - 0.5, -0.5],
            TickVals = [.. units.Select((_, row) => (Value)row)],
            TickText = [.. units.Select(unit => (Value)Category(unit))],
            ZeroLine = false,
            ShowGrid = false,
            AutoMargin = true,
            FixedRange = true,
            Raw = new() { ["ticklabelstandoff"] = 8 },
        },
    };

    private static Bar Intensities(string name, IEnumerable<(int Row, ActionUnit Unit)> rows, Marker marker)
    {
        (int Row, ActionUnit Unit)[] shown = [.. rows];
        return new()
        {
            Name = name,
            Orientation = "h",
            Width = BarThickness,
            X = [.. shown.Select(row => (Value)Round(row.Unit.Intensity))],
            Y = [.. shown.Select(row => (Value)row.Row)],
            Marker = marker,
            CustomData = [.. shown.Select(row => (Value)Explanation(row.Unit))],
            HoverTemplate = "%{customdata}<extra></extra>",
        };
    }

    private static Scatter Side(
        string name, (int Row, ActionUnit Unit)[] rows, Func<ActionUnit, double?> side, double offset, string symbol, string color)
    {
        (int Row, ActionUnit Unit)[] shown = [.. rows.Where(row => HasSides(row.Unit) && side(row.Unit) is not null)];
        return new()
        {
            Name = $"subject's {name}",
            Mode = Mode.Markers,
            X = [.. shown.Select(row => (Value)Round(side(row.Unit)!.Value))],
            Y = [.. shown.Select(row => (Value)(row.Row + offset))],
            Text = [.. shown.Select(row => (Value)Category(row.Unit))],
            Marker = new() { Symbol = symbol, Size = 9, Color = color, Line = new() { Width = 1, Color = "#ffffff" } },
            HoverTemplate = "%{text}, subject's " + name + ": %{x:.2f}<extra></extra>",
            // The mark of a side at 0 stands half beyond the axis.
            Raw = new() { ["cliponaxis"] = false },
        };
    }

    /// <summary>Where neither side moves, two marks at 0 say nothing that the missing bar does not.</summary>
    private static bool HasSides(ActionUnit unit) => unit.Left is not 0 || unit.Right is not 0;

    private static double Round(double intensity) => Math.Round(intensity, 3);

    private static string Category(ActionUnit unit) => $"<b>{unit.Code}</b> {PlotlyText.Escape(unit.Name)}";

    private static string Explanation(ActionUnit unit)
    {
        string value = FormattableString.Invariant($"{Category(unit)}: {unit.Intensity:F2}");
        return unit.Caveat is string caveat ? $"{value}<br>{PlotlyText.Escape(caveat)}" : value;
    }
}
