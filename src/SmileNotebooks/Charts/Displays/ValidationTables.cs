// A validation in tables.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks.Charts;

/// <summary>The numbers of validations, formatted for reading.</summary>
internal static class ValidationTables
{
    public static ResultTable Numbers(SmileValidation validation)
    {
        SingleFeatureBaseline single = validation.Baseline;
        CalibrationResult calibration = validation.Calibration;
        List<ImmutableArray<string>> rows =
        [
            ["AUC", Apa.Bounded(validation.Auc, 3), Limits(validation.AucInterval)],
            ["accuracy at .5", Percent(validation.Accuracy), $"[{Percent(validation.AccuracyInterval.Lower)}, {Percent(validation.AccuracyInterval.Upper)}]; the more frequent class alone {Percent(validation.BaseRate)}"],
            ["sensitivity, specificity", $"{Percent(validation.Sensitivity)}, {Percent(validation.Specificity)}", ""],
            ["Brier score", Apa.Bounded(calibration.Brier, 3), $"scaled {Apa.Bounded(calibration.ScaledBrier, 3)}; 0 is no better than the share of the class"],
            ["log loss", Apa.Number(calibration.LogLoss, 3), ""],
            ["calibration slope", calibration.Slope is { } slope ? Apa.Number(slope.Estimate) : "NA", $"{(calibration.Slope is { } line ? Limits(line.Interval, 2) + "; " : "")}1 is perfect"],
            ["calibration intercept", Apa.Number(calibration.Intercept.Estimate), $"{Limits(calibration.Intercept.Interval, 2)}; 0 is perfect"],
            ["best single feature", Apa.Bounded(single.Auc, 3), $"{Limits(single.Interval)}; {string.Join(", ", single.Features.Select(feature => $"{feature.Feature} in {feature.Folds}"))}"],
            ["trainer less single feature", Apa.Bounded(single.Difference, 3), Limits(single.DifferenceInterval)],
        ];
        if (validation.Permutation is { } permutation)
        {
            string mean = permutation.Aucs.IsEmpty ? "NA" : Apa.Bounded(permutation.Aucs.Average(), 3);
            rows.Add(["labels dealt anew", mean, $"mean AUC of {permutation.Aucs.Length}; observed: {Apa.P(permutation.P)}"]);
        }

        return new ResultTable("People not seen before", ["", "value", $"{Apa.Percent(validation.Options.Level)}% CI and what it is compared with"], [.. rows])
        {
            Note = $"{validation.Rows} smiles ({validation.Named} {validation.LabelName}) of {validation.People} people, {validation.Features.Length} features, {validation.Folds.Length} folds by person, seed "
                + $"{validation.Options.Seed}. Intervals by {validation.Options.BootstrapDraws.ToString("N0", CultureInfo.InvariantCulture)} draws of people; those of the calibration take smiles to be independent. {validation.Recalibration.Sentence}",
        };
    }

    public static ResultTable Folds(SmileValidation validation) => new(
        "Folds", ["fold", "people", "smiles", validation.LabelName, "AUC", "log loss", "settings", "best single feature"],
        [.. validation.Folds.Select((fold, at) => (ImmutableArray<string>)
        [
            $"{at + 1}", $"{fold.People}", $"{fold.Rows}", $"{fold.Named}", Apa.Bounded(fold.Auc, 3), Apa.Number(fold.LogLoss, 3), fold.Settings.ToString(), fold.BestFeature,
        ])]);

    public static ResultTable People(SmileValidation validation) => new(
        "People, the largest log loss first", ["person", "smiles", validation.LabelName, "right", "log loss"],
        [.. validation.ByPerson.Select(person => (ImmutableArray<string>)[person.Person, $"{person.Rows}", $"{person.Named}", $"{person.Correct}", Apa.Number(person.LogLoss, 3)])]);

    public static ResultTable Trainers(TrainerComparison comparison) => new(
        "Trainers", ["trainer", "AUC", "CI", "accuracy", "Brier", "log loss"],
        [.. comparison.Trainers.Select(trainer => (ImmutableArray<string>)
        [
            trainer.Trainer, Apa.Bounded(trainer.Auc, 3), Limits(trainer.AucInterval), Percent(trainer.Accuracy), Apa.Bounded(trainer.Calibration.Brier, 3), Apa.Number(trainer.Calibration.LogLoss, 3),
        ])]);

    public static ResultTable Differences(TrainerComparison comparison) => new(
        "Differences of the AUC", ["", "difference", "CI"],
        [.. comparison.Differences.Select(difference => (ImmutableArray<string>)[$"{difference.First} - {difference.Second}", Apa.Bounded(difference.Difference, 3), Limits(difference.Interval)])])
    {
        Note = "By the bootstrap over people, the same draws for both.",
    };

    private static string Limits(ConfidenceInterval interval, int decimals = 3) => Apa.Limits(interval, bounded: decimals == 3, decimals);

    private static string Percent(double share) => double.IsNaN(share) ? "NA" : $"{(100 * share).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
