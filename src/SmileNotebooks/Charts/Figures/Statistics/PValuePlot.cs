using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws p values before and after adjustment.</summary>
internal static class PValuePlot
{
    private const double RowHeight = 26;
    private const double Surroundings = 190;
    private const int MostLabels = 60;

    /// <summary>Smaller ones are drawn here, so that one tiny p does not press the others together.</summary>
    private const double Least = 1e-6;

    public static Figure Make(AdjustedPValues adjusted, double level, FigureOptions options)
    {
        FigureCheck.Any(adjusted.Names.Length, "p values");
        bool isNamed = adjusted.Names.Length <= MostLabels;
        return new(
            Dots("p", adjusted.Raw, adjusted, Palette.Grey, "circle-open"),
            Dots("adjusted p", adjusted.Adjusted, adjusted, Palette.Blue, "circle"))
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Adjusted p values", options.Subtitle ?? $"{adjusted.Rejected(level)} of {adjusted.Names.Length} adjusted p ≤ {Apa.Bounded(level)}"),
                Height = Surroundings + Math.Min(RowHeight * adjusted.Names.Length, 620),
                Margin = new() { T = 72, B = 100 },
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "p (logarithmic; at least 10<sup>-6</sup>)"),
                    Type = "log",
                    Range = [-6.2, 0.15],
                    TickVals = [1e-6, 1e-4, 0.01, 1],
                    TickText = ["10<sup>-6</sup>", "10<sup>-4</sup>", ".01", "1"],
                    ZeroLine = false,
                },
                YAxis = new()
                {
                    Range = [adjusted.Names.Length - 0.5, -0.5],
                    TickVals = isNamed ? [.. adjusted.Names.Select((_, row) => (Value)row)] : null,
                    TickText = isNamed ? [.. adjusted.Names.Select(name => (Value)PlotlyText.Escape(name))] : null,
                    ShowTickLabels = isNamed,
                    ZeroLine = false,
                },
                Shapes = [new() { Type = "line", X0 = level, X1 = level, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below" }],
            },
            Description = adjusted.Apa.Replace("\n", "; ", StringComparison.Ordinal),
        };
    }

    private static Scatter Dots(string name, IReadOnlyList<double> values, AdjustedPValues adjusted, string color, string symbol) => new()
    {
        Name = name,
        Mode = Mode.Markers,
        X = [.. values.Select(value => (Value)(double.IsFinite(value) ? Math.Max(Least, value) : double.NaN))],
        Y = [.. values.Select((_, row) => (Value)row)],
        Marker = new() { Color = color, Symbol = symbol, Size = 9 },
        Text = [.. values.Select((value, row) => (Value)PlotlyText.Escape($"{adjusted.Names[row]}: {name} {Apa.PCell(value)}"))],
        HoverTemplate = "%{text}<extra></extra>",
    };
}
