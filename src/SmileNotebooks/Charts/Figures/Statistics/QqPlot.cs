using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>How the band of a Q-Q plot is meant.</summary>
public enum QqBand
{
    /// <summary>All values of a normal sample lie inside together with the given probability.</summary>
    Simultaneous,

    /// <summary>Each value by itself lies inside with the given probability: some outside are to be expected.</summary>
    Pointwise,
}

/// <summary>Draws sorted values against the quantiles of a normal distribution.</summary>
internal static class QqPlot
{
    /// <summary>More points than this lie on each other: the inner ones are thinned, the tails are not.</summary>
    private const int MostPoints = 400;
    private const int Tail = 60;

    public static Figure Make(IReadOnlyList<double> values, QqBand band, FigureOptions options)
    {
        FigureCheck.Finite([.. values], "Values");
        if (values.Count < 3)
        {
            throw new ArgumentException($"A Q-Q plot of {values.Count} values; at least 3 were expected.", nameof(values));
        }

        double[] sorted = [.. values.Order()];
        int n = sorted.Length;
        double mean = sorted.Average();
        double deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (n - 1));
        int[] ranks = Ranks(n);
        double[] x = [.. ranks.Select(rank => Normal.Quantile(Position(rank, n)))];
        double[] y = [.. ranks.Select(rank => sorted[rank])];
        (double[] lower, double[] upper) = band == QqBand.Simultaneous ? NormalBand.Of(n, options.Level, ranks) : Pointwise(n, options.Level, ranks);
        lower = [.. lower.Select(bound => mean + (deviation * bound))];
        upper = [.. upper.Select(bound => mean + (deviation * bound))];
        int outside = Enumerable.Range(0, y.Length).Count(i => y[i] < lower[i] || y[i] > upper[i]);
        string kind = band == QqBand.Simultaneous ? "simultaneous" : "pointwise";
        return new(
            Marks.Band("band", Palette.Grey, x, lower, upper),
            new Scatter { Name = "normal distribution", X = Marks.Rounded([x[0], x[^1]]), Y = Marks.Rounded([mean + (deviation * x[0]), mean + (deviation * x[^1])]), Mode = Mode.Lines, Line = Marks.Reference, HoverInfo = "skip" },
            Points(x, y, lower, upper))
        {
            Layout = new()
            {
                Title = Marks.Title(
                    options.Title ?? "Normal Q-Q plot",
                    options.Subtitle ?? FormattableString.Invariant($"{kind} {Apa.Percent(options.Level)}% band; {outside} of {(ranks.Length < n ? $"the {ranks.Length} drawn" : $"{n}")} outside")),
                Height = 430,
                Margin = new() { T = 72 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options.XTitle ?? "Quantile of the normal distribution (SD)"), ZeroLine = false },
                YAxis = new() { Title = Marks.AxisTitle(options.YTitle ?? "Value"), ZeroLine = false },
            },
            Description = $"{n} sorted values against normal quantiles; {(ranks.Length < n ? $"of {ranks.Length} drawn " : "")}{outside} outside the {kind} {Apa.Percent(options.Level)}% band.",
        };
    }

    private static Scatter Points(double[] x, double[] y, double[] lower, double[] upper) => new()
    {
        Name = "values",
        X = Marks.Rounded(x),
        Y = Marks.Rounded(y),
        Mode = Mode.Markers,
        Marker = new()
        {
            Color = [.. y.Select((value, i) => (Value)(value < lower[i] || value > upper[i] ? Palette.Vermilion : Palette.Blue))],
            Symbol = [.. y.Select((value, i) => (Value)(value < lower[i] || value > upper[i] ? "diamond" : "circle"))],
            Size = y.Length > 150 ? 5 : 7,
            Opacity = 0.8,
        },
        HoverTemplate = "%{y} at %{x:.2f} SD<extra></extra>",
    };

    /// <summary>Plotting position (rank - 1/2) / n (Hazen, 1914); of a rank that counts from 0.</summary>
    private static double Position(int rank, int n) => (rank + 0.5) / n;

    private static int[] Ranks(int n)
    {
        if (n <= MostPoints)
        {
            return [.. Enumerable.Range(0, n)];
        }

        double step = (n - 1 - (2.0 * Tail)) / (MostPoints - (2 * Tail));
        IEnumerable<int> inner = Enumerable.Range(0, MostPoints - (2 * Tail)).Select(i => Tail + (int)Math.Round(i * step));
        return [.. Enumerable.Range(0, Tail).Concat(inner).Concat(Enumerable.Range(n - Tail, Tail)).Distinct().Order()];
    }

    /// <summary>The order statistic of rank r among n uniform values is Beta(r, n + 1 - r).</summary>
    private static (double[] Lower, double[] Upper) Pointwise(int n, double level, int[] ranks)
    {
        double tail = (1 - level) / 2;
        double At(int rank, double share) => Normal.Quantile(Beta.Quantile(share, rank + 1, n - rank));
        return ([.. ranks.Select(rank => At(rank, tail))], [.. ranks.Select(rank => At(rank, 1 - tail))]);
    }
}
