// What a validation draws of itself.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of a classifier's validation. Simulated smiles are named so in each.</summary>
public static class ValidationFigures
{
    private const int MostFeatures = 20;

    /// <summary>The ROC curve of people not seen before, with its band by the bootstrap over people.</summary>
    /// <param name="validation">A validation.</param>
    /// <param name="options">Words.</param>
    public static Figure RocFigure(this SmileValidation validation, FigureOptions? options = null)
    {
        options ??= new() { Level = validation.Options.Level };
        return Said(validation, StatisticsFigures.Roc([($"{validation.Trainer}, AUC = {Apa.Bounded(validation.Auc, 3)}", Points(validation))], options with
        {
            Title = options.Title ?? $"ROC of {validation.LabelName}, people not seen before",
            Subtitle = options.Subtitle ?? $"pointwise {Apa.Percent(validation.Options.Level)}% band over people; dashed: chance",
        }));
    }

    /// <summary>Observed shares against the probabilities that the classifier gives.</summary>
    /// <param name="validation">A validation.</param>
    /// <param name="options">Words.</param>
    public static Figure CalibrationFigure(this SmileValidation validation, FigureOptions? options = null) => Said(validation, validation.Calibration.Plot((options ?? new() { Level = validation.Options.Level })
        .Titled(validation.Recalibration.IsUsed ? "Calibration, after recalibration" : "Calibration", $"Predicted probability of {validation.LabelName}")));

    /// <summary>The AUC of the same procedure on labels dealt anew, and the observed one; null where there were no permutations.</summary>
    /// <param name="validation">A validation.</param>
    /// <param name="options">Words.</param>
    public static Figure? PermutationFigure(this SmileValidation validation, FigureOptions? options = null) => validation.Permutation is not { Aucs.IsEmpty: false } permutation
        ? null
        : Said(validation, StatisticsFigures.NullDistribution(permutation.Aucs.AsSpan(), validation.Auc, Alternative.Greater, (options ?? new()) with
        {
            Title = options?.Title ?? "AUC where labels say nothing",
            Subtitle = options?.Subtitle ?? $"{permutation.Aucs.Length} deals of the labels; observed {Apa.Bounded(validation.Auc, 3)}, {Apa.P(permutation.P)}",
            XTitle = options?.XTitle ?? "AUC",
        }));

    /// <summary>By how much the AUC falls when a feature is shuffled, from the least to the largest of ten shuffles.</summary>
    /// <param name="validation">A validation.</param>
    /// <param name="options">Words.</param>
    public static Figure ImportanceFigure(this SmileValidation validation, FigureOptions? options = null)
    {
        ImmutableArray<FeatureImportance> shown = [.. validation.Importance.Take(MostFeatures)];
        return Said(validation, StatisticsFigures.Forest(
            [.. shown.Select(feature => new ForestRow(feature.Feature, feature.Loss, new ConfidenceInterval(feature.Least, feature.Most, validation.Options.Level)))], reference: 0, isRatio: false, (options ?? new()) with
            {
                Title = options?.Title ?? "What each feature adds",
                Subtitle = options?.Subtitle ?? $"fall of the AUC when it is shuffled; range of ten shuffles{(shown.Length < validation.Importance.Length ? $"; the first {shown.Length} of {validation.Importance.Length}" : "")}",
                XTitle = options?.XTitle ?? "Fall of the AUC",
            }));
    }

    /// <summary>The AUC by how many people were learned from; null where it was not asked for.</summary>
    /// <param name="validation">A validation.</param>
    /// <param name="options">Words.</param>
    public static Figure? LearningCurveFigure(this SmileValidation validation, FigureOptions? options = null)
    {
        if (validation.LearningCurve.Length < 2)
        {
            return null;
        }

        double[] x = [.. validation.LearningCurve.Select(point => point.People)];
        Scatter line = new()
        {
            Name = "AUC",
            X = Marks.Rounded(x),
            Y = Marks.Rounded(validation.LearningCurve.Select(point => point.Auc)),
            Mode = Mode.LinesMarkers,
            Line = new() { Color = Palette.Blue, Width = 2 },
            Marker = new() { Color = Palette.Blue, Size = 7 },
            HoverTemplate = "%{x:.0f} people: AUC %{y:.3f}<extra></extra>",
        };
        return Said(validation, new Figure(
            Marks.Band("range", Palette.Blue, x, [.. validation.LearningCurve.Select(point => point.Least)], [.. validation.LearningCurve.Select(point => point.Most)]), line)
        {
            Layout = new()
            {
                Title = Marks.Title(options?.Title ?? "Would more people help?", options?.Subtitle ?? "mean and range of five draws of people; the last point: all"),
                Height = 380,
                Margin = new() { T = 72 },
                ShowLegend = false,
                HoverMode = HoverMode.Closest,
                XAxis = new() { Title = Marks.AxisTitle(options?.XTitle ?? "People learned from"), ZeroLine = false, Raw = new() { ["rangemode"] = "tozero" } },
                YAxis = new() { Title = Marks.AxisTitle(options?.YTitle ?? "AUC"), ZeroLine = false },
            },
            Description = string.Join(" ", validation.LearningCurve.Select(point => $"{point.People:0} people: {Apa.Bounded(point.Auc, 3)}.")),
        });
    }

    /// <summary>The ROC curves of the trainers.</summary>
    /// <param name="comparison">Trainers on the same folds.</param>
    /// <param name="options">Words.</param>
    public static Figure RocFigure(this TrainerComparison comparison, FigureOptions? options = null) => Said(comparison.Trainers[0], StatisticsFigures.Roc(
        [.. comparison.Trainers.Select(trainer => ($"{trainer.Trainer}, AUC = {Apa.Bounded(trainer.Auc, 3)}", (IReadOnlyList<CurvePoint>)[.. trainer.Roc.Select(point => new CurvePoint(point.FalsePositiveRate, point.TruePositiveRate))]))],
        (options ?? new()).Titled("Trainers on the same folds")));

    private static CurvePoint[] Points(SmileValidation validation) =>
        [.. validation.Roc.Select(point => new CurvePoint(point.FalsePositiveRate, point.TruePositiveRate, point.Band.Lower, point.Band.Upper))];

    private static Figure Said(SmileValidation validation, Figure figure) => validation.Simulated is null ? figure : FigureHead.Add(figure, $"smiles {SimulatedNote.Of(validation.Simulated)}");
}
