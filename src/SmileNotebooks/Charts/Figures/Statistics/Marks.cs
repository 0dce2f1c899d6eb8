// What statistical figures share: colours, rounding, bands, titles.
using System.Globalization;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Marks that several statistical figures draw.</summary>
internal static class Marks
{
    /// <summary>Thin lines that carry no data: zero, thresholds, identity. Seen on both papers.</summary>
    public static readonly Line Reference = new() { Color = Palette.Grey, Width = 1.2, Dash = Dash.Dash };

    private static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x"];

    private static readonly Dash[] Dashes = [Dash.Solid, Dash.Dash, Dash.Dot, Dash.DashDot];

    public static string Color(int series) => Palette.Series[series % Palette.Series.Length];

    /// <summary>Series differ in shape too, for those who cannot tell the colours apart.</summary>
    public static string Symbol(int series) => Symbols[series % Symbols.Length];

    public static Dash DashOf(int series) => Dashes[series % Dashes.Length];

    /// <summary>A colour of the palette, let through.</summary>
    public static string Pale(string color, double opacity) => string.Create(
        CultureInfo.InvariantCulture,
        $"rgba({Convert.ToInt32(color[1..3], 16)},{Convert.ToInt32(color[3..5], 16)},{Convert.ToInt32(color[5..7], 16)},{opacity})");

    /// <summary>Six digits: finer than a screen, and a third of the text.</summary>
    public static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int decimals = 5 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    public static Values Rounded(IEnumerable<double> values) => [.. values.Select(value => (Value)Round(value))];

    /// <summary>Places between 0 and 1 that neighbours do not share (the golden ratio's sequence): jitter without chance, so that the same values give the same figure.</summary>
    public static double Scattered(int rank) => (rank + 0.5) * 0.6180339887498949 % 1;

    /// <summary>A band between two lines. Where a bound is missing the band has a gap.</summary>
    public static Scatter Band(string name, string color, IReadOnlyList<double> x, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        List<Value> xs = [];
        List<Value> ys = [];
        foreach ((int from, int until) in Runs(lower, upper))
        {
            if (xs.Count > 0)
            {
                xs.Add(double.NaN);
                ys.Add(double.NaN);
            }

            for (int i = from; i < until; i++)
            {
                xs.Add(Round(x[i]));
                ys.Add(Round(upper[i]));
            }

            for (int i = until - 1; i >= from; i--)
            {
                xs.Add(Round(x[i]));
                ys.Add(Round(lower[i]));
            }
        }

        return new()
        {
            Name = name,
            X = [.. xs],
            Y = [.. ys],
            Mode = Mode.Lines,
            Fill = "toself",
            FillColor = Pale(color, 0.22),
            Line = new() { Width = 0, Color = color },
            HoverInfo = "skip",
            ShowLegend = false,
        };
    }

    /// <summary>A title with a quiet line below it, and the room that both need.</summary>
    public static Title Title(string title, string? subtitle) => subtitle is null
        ? new() { Text = title }
        : new() { Text = title, Raw = new() { ["subtitle"] = new Title { Text = subtitle, Font = new() { Size = 12 } } } };

    /// <summary>A title close to its axis, wherever the ticks end.</summary>
    public static Title? AxisTitle(string? text) => text is null ? null : new() { Text = text, Raw = new() { ["standoff"] = 10 } };

    /// <summary>A title that is broken where it is longer than so many letters: before its unit in brackets, or else between words. One with markup, or breaks of its own, stays as it is.</summary>
    public static string? Broken(string? text, int letters)
    {
        if (text is null || text.Length <= letters || text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        int unit = text.LastIndexOf(" (", StringComparison.Ordinal);
        return unit > 0 && unit <= letters && text.Length - unit - 1 <= letters ? $"{text[..unit]}<br>{text[(unit + 1)..]}" : string.Join("<br>", FigureHead.Wrap(text, letters));
    }

    /// <summary>The room of the lines of an axis' title after the first, in pixels.</summary>
    public static double MoreLines(string? title) => title is null ? 0 : 19 * (title.Split("<br>").Length - 1);

    /// <summary>The stretches in which both bounds are there.</summary>
    private static IEnumerable<(int From, int Until)> Runs(IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        int from = 0;
        while (from < lower.Count)
        {
            while (from < lower.Count && !IsThere(from))
            {
                from++;
            }

            int until = from;
            while (until < lower.Count && IsThere(until))
            {
                until++;
            }

            if (until > from)
            {
                yield return (from, until);
            }

            from = until;
        }

        bool IsThere(int i) => double.IsFinite(lower[i]) && double.IsFinite(upper[i]);
    }
}
