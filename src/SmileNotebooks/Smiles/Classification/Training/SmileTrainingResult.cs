// What a training ends with, and the classifier that is made of it.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>What a training ends with. Immutable.</summary>
/// <param name="Model">Learned from all rows, with settings that cross-validation over all rows chose.</param>
/// <param name="Training">The rows that it learned from.</param>
/// <param name="Validation">What the same procedure does with people it has not seen.</param>
public sealed record SmileTrainingResult(ISmileModel Model, TrainingSet Training, SmileValidation Validation)
{
    /// <summary>The classifier with its card. Dispose of it when done.</summary>
    /// <param name="name">The model's name, as that of its file without extension.</param>
    /// <param name="licence">The licence of the training set; null where it is not known.</param>
    /// <param name="command">The command or call that made it; null where it is not to be said.</param>
    public SmileClassifier ToClassifier(string name, string? licence = null, string? command = null) => SmileClassifier.Of(Model, Card(name, licence, command));

    /// <summary>The validation's sentence.</summary>
    public override string ToString() => Validation.Sentence;

    private ModelCard Card(string name, string? licence, string? command) => ModelCard.Of(name, Validation.LabelName, Model, Training, Validation.Source) with
    {
        Simulated = Validation.Simulated,
        Licence = licence,
        Clips = Validation.Clips,
        People = Validation.Leakage.Findings.Any(finding => finding.Kind == LeakageKind.NoPeople) ? null : Validation.People,
        CalibrationSlope = Validation.Recalibration.Slope,
        CalibrationIntercept = Validation.Recalibration.Intercept,
        Calibration = Validation.Recalibration.Sentence,
        CalibrationCurve = Validation.Calibration.Curve,
        Validation = Measures(),
        ValidationMethod =
            $"Nested cross-validation, {Validation.Folds.Length} folds by person, settings chosen within the training part; AUC within folds; intervals by {Validation.Options.BootstrapDraws.ToString("N0", CultureInfo.InvariantCulture)} "
            + "bootstrap draws of people. The model itself learned from all rows.",
        Warnings = Validation.Warnings,
        Limits =
        [
            "Says how likely a label is, not what a person feels.",
            "Smiles of people, cameras and settings unlike those of the training set may be classified worse than these numbers say.",
        ],
        Seed = Validation.Options.Seed,
        Command = command,
    };

    private ImmutableArray<ModelMeasure> Measures()
    {
        string level = $"{Apa.Percent(Validation.Options.Level)} % interval, people resampled";
        ImmutableArray<ModelMeasure>.Builder measures = ImmutableArray.CreateBuilder<ModelMeasure>();
        measures.Add(Measure("AUC", Validation.Auc, Validation.AucInterval, level));
        measures.Add(Measure("accuracy", Validation.Accuracy, Validation.AccuracyInterval, level));
        measures.Add(new("base rate", Validation.BaseRate, Note: "accuracy of naming the more frequent class always"));
        measures.Add(new("Brier score", Validation.Calibration.Brier));
        measures.Add(new("log loss", Validation.Calibration.LogLoss));
        if (Validation.Calibration.Slope is { } slope)
        {
            measures.Add(Measure("calibration slope", slope.Estimate, slope.Interval, "1 is perfect; the interval takes smiles to be independent"));
        }

        measures.Add(Measure("AUC of the best single feature", Validation.Baseline.Auc, Validation.Baseline.Interval, "chosen within folds"));
        measures.Add(Measure("AUC less that of the best single feature", Validation.Baseline.Difference, Validation.Baseline.DifferenceInterval, level));
        if (Validation.Permutation is { Aucs.IsEmpty: false } permutation)
        {
            measures.Add(new("AUC where labels are dealt anew", permutation.Aucs.Average(), Note: $"mean of {permutation.Aucs.Length} deals; observed {Apa.P(permutation.P)}"));
        }

        return measures.ToImmutable();
    }

    private static ModelMeasure Measure(string name, double value, ConfidenceInterval interval, string note) =>
        double.IsFinite(interval.Lower) ? new(name, value, interval.Lower, interval.Upper, note) : new(name, value, Note: note);
}
