using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Draws estimates with intervals, one below the other; what sums them up as diamonds.</summary>
internal static class ForestPlot
{
    private const double RowHeight = 38;

    /// <summary>What a title of the axis has room for beside the labels on a page of 400 pixels.</summary>
    private const int TitleLetters = 26;
    private const double Surroundings = 150;
    private const double LeastSquare = 5;
    private const double GreatestSquare = 15;
    private const double DiamondHeight = 0.32;

    public static Figure Make(
        IReadOnlyList<ForestRow> rows, double reference, bool isRatio, FigureOptions options, (double Lower, double Upper)? region = null)
    {
        FigureCheck.Any(rows.Count, "rows");
        (double From, double Until) range = Range(rows, [reference, region?.Lower ?? double.NaN, region?.Upper ?? double.NaN], isRatio);
        (int Row, ForestRow Item)[] numbered = [.. rows.Index()];
        List<Trace> traces = [];
        (int Row, ForestRow Item)[] single = [.. numbered.Where(row => !row.Item.IsSummary)];
        if (single.Length > 0)
        {
            traces.Add(Intervals(single, range, isRatio));
            traces.Add(Squares(single));
        }

        foreach ((int at, ForestRow row) in numbered.Where(row => row.Item.IsSummary))
        {
            if (row.Prediction is { } prediction)
            {
                traces.Add(Prediction(at, prediction, range, isRatio));
            }

            traces.Add(Diamond(at, row));
        }

        return new(traces)
        {
            Layout = LayoutOf(rows, range, reference, isRatio, options, region),
            Description = string.Join(" ", rows.Select(row => $"{row.Label}: {Text(row)}.")),
        };
    }

    /// <summary>Room for all finite bounds and the reference, and a little more.</summary>
    private static (double From, double Until) Range(IReadOnlyList<ForestRow> rows, double[] further, bool isRatio)
    {
        double[] values =
        [
            .. rows.SelectMany(row => new[]
            {
                row.Estimate, row.Interval.Lower, row.Interval.Upper, row.Prediction?.Lower ?? double.NaN, row.Prediction?.Upper ?? double.NaN,
            }).Concat(further).Where(value => double.IsFinite(value) && (!isRatio || value > 0)).Select(value => isRatio ? Math.Log10(value) : value),
        ];
        (double from, double until) = (values.Min(), values.Max());
        double room = until > from ? 0.06 * (until - from) : 1;
        return (from - room, until + room);
    }

    private static Scatter Intervals((int Row, ForestRow Item)[] rows, (double From, double Until) range, bool isRatio) => new()
    {
        Name = "interval",
        Mode = Mode.Lines,
        X = Marks.Rounded(rows.SelectMany(row => new[] { Inside(row.Item.Interval.Lower, range, isRatio), Inside(row.Item.Interval.Upper, range, isRatio), double.NaN })),
        Y = [.. rows.SelectMany(row => new Value[] { row.Row, row.Row, double.NaN })],
        Line = new() { Color = Palette.Blue, Width = 1.6 },
        HoverInfo = "skip",
    };

    /// <summary>An infinite bound is drawn to the border.</summary>
    private static double Inside(double bound, (double From, double Until) range, bool isRatio)
    {
        double border = bound > 0 && double.IsInfinity(bound) ? range.Until : range.From;
        return double.IsInfinity(bound) || (isRatio && bound <= 0) ? (isRatio ? Math.Pow(10, border) : border) : bound;
    }

    private static Scatter Squares((int Row, ForestRow Item)[] rows)
    {
        double greatest = rows.Max(row => row.Item.Weight ?? 0);
        return new()
        {
            Name = "estimate",
            Mode = Mode.Markers,
            X = Marks.Rounded(rows.Select(row => row.Item.Estimate)),
            Y = [.. rows.Select(row => (Value)row.Row)],
            // The area says the weight.
            Marker = new()
            {
                Symbol = "square",
                Opacity = 1,
                Line = new() { Width = 0 },
                Color = Palette.Blue,
                Size = [.. rows.Select(row => (Value)Math.Round(row.Item.Weight is double weight && greatest > 0 ? Math.Max(LeastSquare, GreatestSquare * Math.Sqrt(weight / greatest)) : 9, 1))],
            },
            Text = [.. rows.Select(row => (Value)$"{PlotlyText.Escape(row.Item.Label)}: {Text(row.Item)}")],
            HoverTemplate = "%{text}<extra></extra>",
        };
    }

    private static Scatter Diamond(int row, ForestRow item) => new()
    {
        Name = PlotlyText.Escape(item.Label),
        Mode = Mode.Lines,
        X = Marks.Rounded([item.Interval.Lower, item.Estimate, item.Interval.Upper, item.Estimate, item.Interval.Lower]),
        Y = [row, row - DiamondHeight, row, row + DiamondHeight, row],
        Fill = "toself",
        FillColor = Palette.Vermilion,
        Line = new() { Color = Palette.Vermilion, Width = 1 },
        Text = $"{PlotlyText.Escape(item.Label)}: {Text(item)}",
        HoverTemplate = "%{text}<extra></extra>",
        // A filled shape answers the mouse with its name alone unless its corners do.
        Raw = new() { ["hoveron"] = "points" },
    };

    private static Scatter Prediction(int row, ConfidenceInterval prediction, (double From, double Until) range, bool isRatio) => new()
    {
        Name = "prediction interval",
        Mode = Mode.Lines,
        X = Marks.Rounded([Inside(prediction.Lower, range, isRatio), Inside(prediction.Upper, range, isRatio)]),
        Y = [row, row],
        Line = new() { Color = Palette.Vermilion, Width = 1.6, Dash = Dash.Dot },
        HoverInfo = "skip",
    };

    private static Layout LayoutOf(
        IReadOnlyList<ForestRow> rows, (double From, double Until) range, double reference, bool isRatio, FigureOptions options, (double Lower, double Upper)? region)
    {
        double level = rows[0].Interval.Level;
        bool predicts = rows.Any(row => row.Prediction is not null);
        return new()
        {
            Title = Marks.Title(
                options.Title ?? "Estimates",
                options.Subtitle ?? $"estimates with {Apa.Percent(level)}% intervals{(predicts ? "; dotted: prediction interval" : "")}"),
            Height = Surroundings + (RowHeight * rows.Count) + Marks.MoreLines(Marks.Broken(options.XTitle, TitleLetters)),
            Margin = new() { T = 72 },
            ShowLegend = false,
            HoverMode = HoverMode.Closest,
            XAxis = XAxis(range, isRatio, options.XTitle),
            YAxis = new()
            {
                Range = [rows.Count - 0.4, -0.6],
                TickVals = [.. rows.Select((_, row) => (Value)row)],
                // The numbers below the names and not at the right: on a narrow page two columns of text leave no plot.
                TickText = [.. rows.Select(row => (Value)Strong($"{PlotlyText.Escape(Shortened(row.Label))}<br>{Text(row)}", row))],
                ZeroLine = false,
                ShowGrid = false,
            },
            Shapes = [.. Regions(region), new() { Type = "line", X0 = reference, X1 = reference, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", Line = Marks.Reference, Layer = "below" }],
        };
    }

    private static IEnumerable<Shape> Regions((double Lower, double Upper)? region) => region is var (lower, upper)
        ?
        [
            new()
            {
                Type = "rect", X0 = lower, X1 = upper, XRef = "x", Y0 = 0, Y1 = 1, YRef = "paper", FillColor = Marks.Pale(Palette.Green, 0.18), Line = new() { Width = 0 }, Layer = "below",
            },
        ]
        : [];

    private static Axis XAxis((double From, double Until) range, bool isRatio, string? title)
    {
        // Plotly's own ticks of a short logarithmic axis are 2 and 5 without their power of ten.
        double[] steps = range.Until - range.From > 2.5 ? [1] : [1, 2, 5];
        Value[] ticks = [.. Enumerable.Range((int)Math.Floor(range.From), (int)Math.Ceiling(range.Until) - (int)Math.Floor(range.From) + 1).SelectMany(power => steps.Select(step => (Value)Marks.Round(step * Math.Pow(10, power))))];
        return new()
        {
            Title = Marks.AxisTitle(Marks.Broken(title, TitleLetters)),
            Type = isRatio ? "log" : null,
            Range = [Marks.Round(range.From), Marks.Round(range.Until)],
            TickVals = isRatio ? [.. ticks] : null,
            TickText = isRatio ? [.. ticks.Select(tick => (Value)tick.ToString())] : null,
            ZeroLine = false,
        };
    }

    private static string Strong(string text, ForestRow row) => row.IsSummary ? $"<b>{text}</b>" : text;

    private static string Shortened(string label) => label.Length <= 26 ? label : $"{label[..25]}…";

    private static string Text(ForestRow row) => $"{Apa.Number(row.Estimate)} {Apa.Limits(row.Interval)}";
}
