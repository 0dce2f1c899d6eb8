using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws a Bayes factor between two hypotheses.</summary>
internal static class BayesFactorPlot
{
    /// <summary>At least from 1/100 to 100.</summary>
    private const double LeastReach = 2;

    // Jeffreys (1961, Theory of probability, appendix B): from 3 "substantial" (now commonly "moderate"), from 10 "strong".
    private static readonly double[] Marked = [0.1, 1.0 / 3, 1, 3, 10];

    public static Figure Make(BayesFactorResult factor, FigureOptions options)
    {
        double log = factor.LogBayesFactor / Math.Log(10);
        double reach = Math.Max(LeastReach, 1.15 * Math.Abs(log));
        bool isDrawn = double.IsFinite(log);
        return new(new Scatter
        {
            Name = "BF10",
            X = isDrawn ? [0, Marks.Round(log)] : [0],
            Y = isDrawn ? [0, 0] : [0],
            Mode = Mode.LinesMarkers,
            Line = new() { Color = Palette.Blue, Width = 5 },
            Marker = new() { Color = Palette.Blue, Size = [0, 16], Symbol = "diamond", Opacity = 1 },
            Text = factor.Apa,
            HoverTemplate = "%{text}<extra></extra>",
        })
        {
            Layout = new()
            {
                Title = Marks.Title(options.Title ?? "Bayes factor", options.Subtitle ?? "lines: 1/10, 1/3, 1, 3, 10 (Jeffreys)"),
                Height = 210,
                Margin = new() { T = 84, B = 56 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new()
                {
                    Title = Marks.AxisTitle(options.XTitle ?? "BF10"),
                    Range = [-reach, reach],
                    TickVals = [.. Ticks(reach).Select(power => (Value)power)],
                    TickText = [.. Ticks(reach).Select(power => (Value)TickText(power))],
                    ZeroLine = false,
                    ShowGrid = false,
                },
                YAxis = new() { Visible = false, Range = [-1, 1] },
                Shapes = [.. Marked.Select(Line)],
                Annotations = [Side("null hypothesis", x: 0, "left"), Side("alternative", x: 1, "right")],
            },
            Description = factor.Apa,
        };
    }

    /// <summary>Some powers of ten, also where the evidence has hundreds of digits.</summary>
    private static IEnumerable<double> Ticks(double reach)
    {
        double step = Math.Max(1, Math.Round(reach / 3));
        int each = (int)Math.Floor(reach / step);
        return Enumerable.Range(-each, (2 * each) + 1).Select(tick => tick * step);
    }

    private static string TickText(double power) => power switch
    {
        0 => "1",
        < 0 and >= -4 => $"1/{Math.Pow(10, -power)}",
        > 0 and <= 4 => $"{Math.Pow(10, power)}",
        _ => $"10<sup>{power}</sup>",
    };

    private static Shape Line(double factor) => new()
    {
        Type = "line", X0 = Marks.Round(Math.Log10(factor)), X1 = Marks.Round(Math.Log10(factor)), XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below",
    };

    private static Annotation Side(string text, double x, string anchor) => new()
    {
        Text = text, X = x, XRef = "paper", XAnchor = anchor, Y = 1, YRef = "paper", YAnchor = "bottom", ShowArrow = false, Font = new() { Size = 12 },
    };
}
