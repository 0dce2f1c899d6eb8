// Figures of networks and of analyses of contagion.
using SmileNotebooks.Charts;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Figures of networks and of analyses of contagion. That data are simulated is said in all of them.</summary>
public static class NetworkFigures
{
    /// <summary>More cannot be told apart.</summary>
    internal const int MostPeople = 2_000;

    /// <summary>The network of one wave: people as marks, ties as lines.</summary>
    /// <param name="panel">A panel of at most 2,000 people.</param>
    /// <param name="wave">The wave, from 0.</param>
    /// <param name="seed">The seed of the places.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">More people than can be told apart, or no such wave.</exception>
    public static Figure Network(this NetworkPanel panel, int wave = 0, ulong seed = 1, FigureOptions? options = null) => Draw(panel, Places(panel, seed), wave, options ?? new());

    /// <summary>The network with a slider and a button to play its waves.</summary>
    /// <param name="panel">A panel of at most 2,000 people.</param>
    /// <param name="seed">The seed of the places.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">More people than can be told apart.</exception>
    public static Figure ToFigure(this NetworkPanel panel, ulong seed = 1, FigureOptions? options = null)
    {
        (double X, double Y)[] places = Places(panel, seed);
        return Figure.Animation("wave", Enumerable.Range(0, panel.Waves.Length), wave => Draw(panel, places, wave, options ?? new()), new() { Labels = panel.Waves, SecondsPerStep = 1 });
    }

    /// <summary>How often each analysis found contagion, with intervals and the level that was asked for.</summary>
    /// <param name="rates">Rates.</param>
    /// <param name="options">Words.</param>
    public static Figure ToFigure(this ContagionRates rates, FigureOptions? options = null) => FigureHead.Add(
        StatisticsFigures.Forest(
            [.. rates.Rates.Select(rate => new ForestRow(rate.Analysis, rate.Found.Estimate, rate.Found.Interval))], rates.Alpha, isRatio: false,
            (options ?? new()).Titled(rates.Experiment.Contagion == 0 ? "Contagion found where there is none" : "Contagion found where there is some", "Share of networks") with
            {
                Subtitle = options?.Subtitle ?? $"line: {Apa.Bounded(rates.Alpha)}",
            }),
        rates.Simulated);

    /// <summary>The coefficient of a naive model.</summary>
    /// <param name="result">A naive model.</param>
    /// <param name="options">Words.</param>
    /// <returns>A figure; null where the estimate is not finite.</returns>
    public static Figure? Forest(this NaiveContagionResult result, FigureOptions? options = null) => !double.IsFinite(result.Estimate) || !double.IsFinite(result.StandardError) ? null
        : StatisticsFigures.Forest([new("friend", result.Estimate, result.Interval)], 0, isRatio: false, (options ?? new()).Titled("Naive model of contagion", double.IsNaN(result.RelativeChange) ? "b" : "b (log odds)"));

    /// <summary>The statistic under permutations, and the observed one.</summary>
    /// <param name="result">An analysis within people.</param>
    /// <param name="options">Words.</param>
    public static Figure NullDistribution(this WithinContagionResult result, FigureOptions? options = null) => StatisticsFigures.NullDistribution(
        result.NullDistribution.AsSpan(), result.Z, Alternative.TwoSided, (options ?? new()).Titled("Contagion within people and community waves", "z"));

    private static (double X, double Y)[] Places(NetworkPanel panel, ulong seed) => panel.People.Length <= MostPeople
        ? ForceLayout.Place(panel.People.Length, panel.Ties, [.. panel.People.Select(person => person.Community)], seed)
        : throw new ArgumentException($"A panel of {panel.People.Length} people cannot be drawn, expected {MostPeople} at most.");

    private static Figure Draw(NetworkPanel panel, (double X, double Y)[] places, int wave, FigureOptions options)
    {
        if (wave < 0 || wave >= panel.Waves.Length)
        {
            throw new ArgumentException($"There is no wave {wave}: there are {panel.Waves.Length}, counted from 0.", nameof(wave));
        }

        FigureHead head = FigureHead.Of(options, "People and whom they name as friends", panel.Simulated, [Invariant($"{panel.People.Length:#,0} people, {panel.Ties.Length:#,0} ties")]);
        Trace[] people = panel.IsBinary ? Kinds(panel, places, wave) : [Colours(panel, places, wave)];
        return new([Lines(panel, places), .. people])
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + 470,
                Margin = new() { T = head.Height, B = 46, L = 12, R = 12 },
                Legend = Legend.Below,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Visible = false, Range = [-1.06, 1.06] },
                YAxis = new() { Visible = false, Range = [-1.06, 1.06] },
            },
            Description = Invariant($"Network of {panel}. Wave {panel.Waves[wave]}: mean {Apa.Number(Enumerable.Range(0, panel.People.Length).Select(person => panel[person, wave]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())}."),
        };
    }

    /// <summary>All ties in one trace; each pair once.</summary>
    private static Scatter Lines(NetworkPanel panel, (double X, double Y)[] places)
    {
        List<Value> x = [], y = [];
        foreach ((int a, int b) in panel.Ties.Select(tie => (Math.Min(tie.Ego, tie.Alter), Math.Max(tie.Ego, tie.Alter))).Distinct())
        {
            x.AddRange([Math.Round(places[a].X, 3), Math.Round(places[b].X, 3), double.NaN]);
            y.AddRange([Math.Round(places[a].Y, 3), Math.Round(places[b].Y, 3), double.NaN]);
        }

        return new() { Name = "ties", X = [.. x], Y = [.. y], Mode = Mode.Lines, Line = new() { Color = Palette.Grey, Width = 0.8 }, Opacity = 0.35, HoverInfo = "skip", ShowLegend = false };
    }

    private static Trace[] Kinds(NetworkPanel panel, (double X, double Y)[] places, int wave) =>
    [
        Points(panel, places, $"{panel.Outcome}: yes", person => panel[person, wave] == 1, new() { Color = Palette.Vermilion, Size = 9, Symbol = "circle" }),
        Points(panel, places, $"{panel.Outcome}: no", person => panel[person, wave] == 0, new() { Color = Palette.Blue, Size = 8, Symbol = "circle-open", Line = new() { Width = 1.6 } }),
        .. Enumerable.Range(0, panel.People.Length).Any(person => Enumerable.Range(0, panel.Waves.Length).Any(one => double.IsNaN(panel[person, one])))
            ? [Points(panel, places, "not observed", person => double.IsNaN(panel[person, wave]), new() { Color = Palette.Grey, Size = 7, Symbol = "x-thin", Line = new() { Color = Palette.Grey, Width = 1.6 } })]
            : Array.Empty<Trace>(),
    ];

    private static Scatter Points(NetworkPanel panel, (double X, double Y)[] places, string name, Func<int, bool> isShown, Marker marker)
    {
        int[] shown = [.. Enumerable.Range(0, places.Length).Where(isShown)];
        return new()
        {
            Name = PlotlyText.Escape(name),
            X = [.. shown.Select(person => (Value)Math.Round(places[person].X, 3))],
            Y = [.. shown.Select(person => (Value)Math.Round(places[person].Y, 3))],
            Text = [.. shown.Select(person => (Value)PlotlyText.Escape(Label(panel, person)))],
            Mode = Mode.Markers,
            Marker = marker,
            ShowLegend = true,
            HoverTemplate = "%{text}",
        };
    }

    private static Scatter Colours(NetworkPanel panel, (double X, double Y)[] places, int wave)
    {
        double[] all = [.. from person in Enumerable.Range(0, places.Length) from one in Enumerable.Range(0, panel.Waves.Length) where double.IsFinite(panel[person, one]) select panel[person, one]];
        return Points(panel, places, panel.Outcome, _ => true, new()
        {
            Size = 9,
            Color = Marks.Rounded(Enumerable.Range(0, places.Length).Select(person => panel[person, wave])),
            ColorScale = ColorScale.Sequential,
            CMin = all.DefaultIfEmpty(0).Min(),
            CMax = all.DefaultIfEmpty(1).Max(),
            ShowScale = true,
            Line = new() { Color = Palette.Grey, Width = 0.8 },
        }) with { ShowLegend = false };
    }

    private static string Label(NetworkPanel panel, int person) =>
        panel.People[person].Community.Length == 0 ? panel.People[person].Name : $"{panel.People[person].Name}, community {panel.People[person].Community}";
}
