// Paired dots: each participant a line between the conditions; with two conditions the differences stand beside them on their own scale
// (an estimation plot; Gardner and Altman, 1986, BMJ 292:746).
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws repeated measures of the same participants.</summary>
internal static class PairedDotsPlot
{
    private const double DotSpread = 0.1;

    public static Figure Make(IReadOnlyList<NamedSample> conditions, IReadOnlyList<string>? participants, FigureOptions options)
    {
        Check(conditions, participants);
        bool hasDifferences = conditions.Count == 2;
        List<Trace> traces = [Lines(conditions), .. conditions.Select((condition, at) => Dots(condition, at, participants)), Means(conditions, options.Level)];
        double[] differences = hasDifferences ? [.. conditions[0].Values.Zip(conditions[1].Values, (first, second) => first - second)] : [];
        if (hasDifferences)
        {
            traces.AddRange(Differences(differences, participants, options.Level));
        }

        return new(traces)
        {
            Layout = LayoutOf(conditions, hasDifferences, options),
            Description = Describe(conditions, differences, options.Level),
        };
    }

    private static void Check(IReadOnlyList<NamedSample> conditions, IReadOnlyList<string>? participants)
    {
        FigureCheck.Any(conditions.Count, "conditions");
        foreach (NamedSample condition in conditions)
        {
            FigureCheck.SameLength(condition.Values.Length, conditions[0].Values.Length, condition.Name, conditions[0].Name);
            FigureCheck.Finite(condition.Values.AsSpan(), condition.Name);
        }

        if (participants is not null)
        {
            FigureCheck.SameLength(participants.Count, conditions[0].Values.Length, "Participants", conditions[0].Name);
        }
    }

    private static Scatter Lines(IReadOnlyList<NamedSample> conditions)
    {
        List<Value> x = [];
        List<Value> y = [];
        for (int participant = 0; participant < conditions[0].Values.Length; participant++)
        {
            for (int condition = 0; condition < conditions.Count; condition++)
            {
                x.Add(condition);
                y.Add(Marks.Round(conditions[condition].Values[participant]));
            }

            x.Add(double.NaN);
            y.Add(double.NaN);
        }

        int count = conditions[0].Values.Length;
        return new()
        {
            Name = "participants",
            X = [.. x],
            Y = [.. y],
            Mode = Mode.Lines,
            Line = new() { Color = Palette.Grey, Width = 1 },
            Opacity = Math.Clamp(12.0 / Math.Max(count, 1), 0.15, 0.6),
            HoverInfo = "skip",
        };
    }

    private static Scatter Dots(NamedSample condition, int at, IReadOnlyList<string>? participants) => new()
    {
        Name = PlotlyText.Escape(condition.Name),
        X = [.. condition.Values.Select(_ => (Value)at)],
        Y = Marks.Rounded(condition.Values),
        Mode = Mode.Markers,
        Marker = new() { Color = Marks.Color(at), Symbol = Marks.Symbol(at), Size = condition.Values.Length > 100 ? 4 : 6.5, Opacity = 0.9 },
        Text = [.. condition.Values.Select((_, participant) => (Value)NameOf(participants, participant))],
        HoverTemplate = "%{text}: %{y}<extra></extra>",
    };

    private static Scatter Means(IReadOnlyList<NamedSample> conditions, double level)
    {
        (double Mean, ConfidenceInterval Interval)[] means = MeanInterval.WithinSubject([.. conditions.Select(condition => condition.Values)], level);
        return new()
        {
            Name = "mean",
            X = [.. conditions.Select((_, at) => (Value)at)],
            Y = Marks.Rounded(means.Select(mean => mean.Mean)),
            Mode = Mode.LinesMarkers,
            Line = new() { Width = 3, Color = Palette.Orange },
            Marker = new() { Color = Palette.Orange, Size = 11, Symbol = "diamond" },
            ErrorY = HasIntervals(conditions) ? new() { Array = Marks.Rounded(means.Select(mean => mean.Interval.Upper - mean.Mean)), Color = Palette.Orange, Thickness = 3, Width = 0 } : null,
            HoverTemplate = "mean %{y}<extra></extra>",
        };
    }

    private static bool HasIntervals(IReadOnlyList<NamedSample> conditions) => conditions.Count > 1 && conditions[0].Values.Length > 1;

    private static IEnumerable<Trace> Differences(double[] differences, IReadOnlyList<string>? participants, double level)
    {
        double[] sorted = [.. differences.Order()];
        if (KernelDensity.Of(sorted) is { } density)
        {
            double highest = density.Density.Max();
            yield return new Scatter
            {
                Name = "density of differences",
                X = Marks.Rounded([0.1, .. density.Density.Select(height => 0.1 + (0.36 * height / highest)), 0.1]),
                Y = Marks.Rounded([density.X[0], .. density.X, density.X[^1]]),
                XAxis = "x2",
                YAxis = "y2",
                Mode = Mode.Lines,
                Fill = "toself",
                FillColor = Marks.Pale(Palette.Green, 0.3),
                Line = new() { Color = Palette.Green, Width = 1.2 },
                HoverInfo = "skip",
            };
        }

        yield return new Scatter
        {
            Name = "differences",
            X = Marks.Rounded(differences.Select((_, i) => -0.22 + (DotSpread * (Marks.Scattered(i) - 0.5)))),
            Y = Marks.Rounded(differences),
            XAxis = "x2",
            YAxis = "y2",
            Mode = Mode.Markers,
            Marker = new() { Color = Palette.Green, Size = differences.Length > 100 ? 4 : 6, Opacity = 0.9 },
            Text = [.. differences.Select((_, participant) => (Value)NameOf(participants, participant))],
            HoverTemplate = "%{text}: %{y}<extra></extra>",
        };
        (double mean, ConfidenceInterval interval) = MeanInterval.Of(differences, level);
        yield return new Scatter
        {
            Name = "mean difference",
            X = [0],
            Y = [Marks.Round(mean)],
            XAxis = "x2",
            YAxis = "y2",
            Mode = Mode.Markers,
            Marker = new() { Color = Palette.Orange, Size = 11, Symbol = "diamond" },
            ErrorY = differences.Length > 1 ? new() { Array = [Marks.Round(interval.Upper - mean)], Color = Palette.Orange, Thickness = 3, Width = 0 } : null,
            HoverTemplate = "mean difference %{y}<extra></extra>",
        };
    }

    private static Layout LayoutOf(IReadOnlyList<NamedSample> conditions, bool hasDifferences, FigureOptions options)
    {
        string interval = $"{Apa.Percent(options.Level)}%";
        return new()
        {
            Title = Marks.Title(
                options.Title ?? (hasDifferences ? "Paired values and their differences" : "Repeated values"),
                options.Subtitle ?? (conditions.Count > 1 ? $"lines: participants; means with {interval} {(hasDifferences ? "CI" : "within-subject CI")}" : null)),
            Height = 440,
            Margin = new() { T = 72 },
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            XAxis = new()
            {
                Title = Marks.AxisTitle(options.XTitle),
                Domain = hasDifferences ? [0, 0.6] : null,
                Range = [-0.45, conditions.Count - 0.55],
                TickVals = [.. conditions.Select((_, at) => (Value)at)],
                TickText = [.. conditions.Select(condition => (Value)PlotlyText.Escape(condition.Name))],
                ZeroLine = false,
                ShowGrid = false,
            },
            YAxis = new() { Title = Marks.AxisTitle(options.YTitle), ZeroLine = false },
            XAxis2 = hasDifferences
                ? new() { Domain = [0.76, 1], Range = [-0.42, 0.52], TickVals = [0], TickText = [$"{PlotlyText.Escape(conditions[0].Name)}<br>- {PlotlyText.Escape(conditions[1].Name)}"], ZeroLine = false, ShowGrid = false }
                : null,
            Shapes = hasDifferences
                ? [new() { Type = "line", X0 = 0, X1 = 1, XRef = "x2 domain", Y0 = 0, Y1 = 0, YRef = "y2", Line = Marks.Reference, Layer = "below" }]
                : null,
            YAxis2 = hasDifferences ? new() { Raw = new() { ["anchor"] = "x2" } } : null,
        };
    }

    private static string NameOf(IReadOnlyList<string>? participants, int participant) =>
        participants is null ? $"participant {participant + 1}" : PlotlyText.Escape(participants[participant]);

    private static string Describe(IReadOnlyList<NamedSample> conditions, double[] differences, double level)
    {
        string means = string.Join(", ", conditions.Select(condition => $"{condition.Name} {Apa.Quantity(condition.Values.Average())}"));
        string text = $"{conditions[0].Values.Length} participants. Means: {means}.";
        if (differences.Length == 0)
        {
            return text;
        }

        (double mean, ConfidenceInterval interval) = MeanInterval.Of(differences, level);
        return $"{text} Mean difference {Apa.Quantity(mean)}, {Apa.Percent(level)}% CI [{Apa.Quantity(interval.Lower)}, {Apa.Quantity(interval.Upper)}]; "
            + $"{differences.Count(difference => difference > 0)} of {differences.Length} above zero.";
    }
}
