// What a classifier says of one smile, as figures.
using SmileNotebooks.Charts;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Figures of classified smiles. Under the title of each stands the classifier's caveat.</summary>
public static class ClassifierFigures
{
    // Features beyond these are drawn as one bar.
    private const int MostBars = 12;
    private const double RowHeight = 28;
    private const double Surroundings = 106;

    /// <summary>The probability as a bar from 0 to 1, with the interval of what validation smiles of a like probability were, where the card has a calibration curve.
    /// Without enough evidence there is no bar, and that stands in its place; the reasons are in <see cref="SmileClassification.Reasons"/>.</summary>
    /// <param name="classification">What a classifier says.</param>
    public static Figure ProbabilityBar(this SmileClassification classification)
    {
        FigureHead head = FigureHead.Of($"Probability of \"{classification.Card.Label}\"", classification.Caveat);
        Trace bar = new Bar
        {
            Name = "probability",
            Orientation = "h",
            X = [(Value)Marks.Round(classification.Probability ?? 0)],
            Y = [(Value)0],
            Width = 0.6,
            Marker = new() { Color = Palette.Blue },
            HoverTemplate = "%{x:.2f}<extra></extra>",
        };
        return new(classification.Alike is { } group ? [bar, Observed(group)] : [bar])
        {
            Layout = new()
            {
                Title = head.Title,
                Height = Surroundings + head.Height,
                ShowLegend = false,
                Margin = new() { T = head.Height, B = 44 },
                XAxis = new() { Range = [0, 1], DTick = 0.25, FixedRange = true },
                YAxis = new() { Range = [-0.6, 0.6], ShowTickLabels = false, ShowGrid = false, ZeroLine = false, FixedRange = true },
                Annotations = classification.HasEvidence ? null : [NoEvidence],
            },
            Description = classification.Sentence,
        };
    }

    /// <summary>What each feature adds to the log odds, as a waterfall from the average row of the training set to this smile; the largest first.</summary>
    /// <param name="classification">What a classifier says.</param>
    /// <exception cref="ArgumentException">It has no contributions: not enough evidence, or they were not asked for.</exception>
    public static Figure ContributionBars(this SmileClassification classification)
    {
        if (classification.Contributions is not { } contributions || classification.LogOdds is not double logOdds)
        {
            throw new ArgumentException($"There are no contributions. {classification.Finding}", nameof(classification));
        }

        (string Label, double Value)[] rows = Rows(classification, contributions);
        double[] starts = new double[rows.Length];
        double at = contributions.Base;
        for (int row = 0; row < rows.Length; row++)
        {
            starts[row] = at;
            at += rows[row].Value;
        }

        FigureHead head = FigureHead.Of("Where the log odds come from", Invariant($"{contributions.Base:0.00} for the average row, {logOdds:0.00} for this smile; {MethodText(classification)}"), classification.Caveat);
        string title = Marks.Broken($"Log odds of \"{PlotlyText.Escape(classification.Card.Label)}\"", 20)!;
        double below = 70 + Marks.MoreLines(title);
        return new(new Bar
        {
            Name = "contribution",
            Orientation = "h",
            X = Marks.Rounded(rows.Select(row => row.Value)),
            Base = Marks.Rounded(starts),
            Y = [.. rows.Select((_, row) => (Value)row)],
            Width = 0.65,
            Marker = new() { Color = [.. rows.Select(row => (Value)(row.Value >= 0 ? Palette.Blue : Palette.Vermilion))] },
            Text = [.. rows.Select(row => (Value)PlotlyText.Escape(Invariant($"{row.Label}: {row.Value:+0.00;-0.00;0.00}")))],
            TextPosition = "none",
            HoverTemplate = "%{text}<extra></extra>",
        })
        {
            Layout = new()
            {
                Title = head.Title,
                Height = head.Height + below + (RowHeight * rows.Length),
                ShowLegend = false,
                Margin = new() { T = head.Height, B = below },
                XAxis = new() { Title = Marks.AxisTitle(title) },
                YAxis = new()
                {
                    Range = [rows.Length - 0.5, -0.5],
                    TickVals = [.. rows.Select((_, row) => (Value)row)],
                    TickText = [.. rows.Select(row => (Value)PlotlyText.Escape(row.Label))],
                    ShowGrid = false,
                    ZeroLine = false,
                    AutoMargin = true,
                },
            },
            Description = Invariant($"Contributions to the log odds, from {contributions.Base:0.00} to {logOdds:0.00}: ")
                + string.Join(", ", rows.Select(row => Invariant($"{row.Label} {row.Value:+0.00;-0.00;0.00}"))) + $". {classification.Caveat}",
        };
    }

    private static Annotation NoEvidence => new() { Text = "Not enough evidence", X = 0.5, Y = 0, ShowArrow = false };

    /// <summary>How contributions were found, in words.</summary>
    internal static string MethodText(SmileClassification classification) => classification.Method switch
    {
        ContributionMethod.Additive => "exact: the model is a sum",
        ContributionMethod.AllSubsets => "exact Shapley values",
        ContributionMethod.SampledOrders => "Shapley values over sampled orders",
        _ => "no contributions",
    };

    private static (string Label, double Value)[] Rows(SmileClassification classification, SmileContributions contributions)
    {
        (string Label, double Value)[] all =
        [
            .. contributions.ByFeature
                .Select((value, i) => (Label: Invariant($"{classification.Card.Features[i].Name} = {classification.Values[i]:G3}"), Value: value))
                .OrderByDescending(row => Math.Abs(row.Value)),
        ];
        return all.Length <= MostBars
            ? all
            : [.. all.Take(MostBars - 1), ($"{all.Length - MostBars + 1} others", all.Skip(MostBars - 1).Sum(row => row.Value))];
    }

    private static Scatter Observed(CalibrationGroup group) => new()
    {
        Name = "smiles alike",
        Mode = Mode.Markers,
        X = [(Value)Marks.Round(group.Observed)],
        Y = [(Value)0],
        Marker = new() { Size = 9, Color = Palette.Vermilion },
        ErrorX = new()
        {
            Array = [(Value)Marks.Round(group.Interval.Upper - group.Observed)],
            ArrayMinus = [(Value)Marks.Round(group.Observed - group.Interval.Lower)],
            Color = Palette.Vermilion,
        },
        HoverTemplate = Invariant($"of {group.N} validation smiles alike: %{{x:.2f}}<extra></extra>"),
    };
}
