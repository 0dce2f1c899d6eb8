// What a classifier does with people it has not seen.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The validation of a trainer on a table: every number is of smiles of people that the model had not seen when it classified them. Immutable.</summary>
/// <remarks>Intervals are of the bootstrap over people with the out-of-fold predictions as they are: they say how much other people would change the numbers, not how
/// much other people to learn from would.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record SmileValidation
{
    /// <summary>What the label says where it is true.</summary>
    public required string LabelName { get; init; }

    /// <summary>The name of the trainer.</summary>
    public required string Trainer { get; init; }

    /// <summary>One sentence on it.</summary>
    public required string TrainerDescription { get; init; }

    /// <summary>Where the table came from.</summary>
    public required string Source { get; init; }

    /// <summary>How the smiles were simulated; null for recorded ones.</summary>
    public required string? Simulated { get; init; }

    /// <summary>How many people smiled.</summary>
    public required int People { get; init; }

    /// <summary>How many clips or pictures there are; as many as rows where the table does not name them.</summary>
    public required int Clips { get; init; }

    /// <summary>How many smiles of the named class.</summary>
    public required int Named { get; init; }

    /// <summary>The features that were used.</summary>
    public required ImmutableArray<string> Features { get; init; }

    /// <summary>What was left out.</summary>
    public required TrainingExclusions LeftOut { get; init; }

    /// <summary>Area under the ROC curve: the probability that a smile of the named class scores higher than another one of the same test fold.</summary>
    public required double Auc { get; init; }

    /// <summary>By the bootstrap over people; NaN where it has none, as with too few people.</summary>
    public required ConfidenceInterval AucInterval { get; init; }

    /// <summary>The curve with its band; empty where the bootstrap has none.</summary>
    public required ImmutableArray<RocBandPoint> Roc { get; init; }

    /// <summary>Share of smiles on the right side of .5.</summary>
    public required double Accuracy { get; init; }

    /// <summary>By the bootstrap over people.</summary>
    public required ConfidenceInterval AccuracyInterval { get; init; }

    /// <summary>The accuracy of naming the more frequent class always.</summary>
    public required double BaseRate { get; init; }

    /// <summary>Share of the named class that is classified so.</summary>
    public required double Sensitivity { get; init; }

    /// <summary>Share of the others that is not.</summary>
    public required double Specificity { get; init; }

    /// <summary>Calibration of the probabilities as the finished classifier gives them (Brier score and log loss are there). Its intervals take rows to be independent.</summary>
    public required CalibrationResult Calibration { get; init; }

    /// <summary>Calibration before recalibration; the same where nothing is recalibrated.</summary>
    public required CalibrationResult RawCalibration { get; init; }

    /// <summary>Whether and how probabilities are recalibrated.</summary>
    public required Recalibration Recalibration { get; init; }

    /// <summary>The best single feature.</summary>
    public required SingleFeatureBaseline Baseline { get; init; }

    /// <summary>The same procedure on labels dealt anew; null where not asked for.</summary>
    public required PermutationBaseline? Permutation { get; init; }

    /// <summary>The folds.</summary>
    public required ImmutableArray<FoldResult> Folds { get; init; }

    /// <summary>The people, those with the largest log loss first.</summary>
    public required ImmutableArray<PersonResult> ByPerson { get; init; }

    /// <summary>The features, the most important first.</summary>
    public required ImmutableArray<FeatureImportance> Importance { get; init; }

    /// <summary>The area by people learned from, ascending; empty where not asked for.</summary>
    public required ImmutableArray<LearningCurvePoint> LearningCurve { get; init; }

    /// <summary>The prediction of each row.</summary>
    public required ImmutableArray<OutOfFold> Predictions { get; init; }

    /// <summary>What may leak.</summary>
    public required LeakageReport Leakage { get; init; }

    /// <summary>What a reader must know before believing any of it; empty for nothing.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Folds, seed and all else that was chosen.</summary>
    public required SmileTrainingOptions Options { get; init; }

    /// <summary>How many smiles were classified.</summary>
    public int Rows => Predictions.Length;

    /// <summary>One sentence, as in <c>genuine by elastic-net, people not seen before: AUC = .746, 95% CI [.70, .79]; accuracy 68 % ...</c>.</summary>
    public string Sentence =>
        $"{LabelName} by {Trainer}, people not seen before{(Simulated is null ? "" : " (simulated smiles)")}: AUC = {Apa.Bounded(Auc, 3)}, {Apa.Interval(AucInterval, bounded: true, decimals: 3)}; "
        + $"accuracy {Percent(Accuracy)} % [{Percent(AccuracyInterval.Lower)}, {Percent(AccuracyInterval.Upper)}] where the more frequent class alone gives {Percent(BaseRate)} %; "
        + $"Brier {Apa.Bounded(Calibration.Brier, 3)}, log loss {Apa.Number(Calibration.LogLoss, 3)}; {Rows} smiles of {People} people in {Folds.Length} folds.";

    /// <summary>The sentence, and how many warnings there are.</summary>
    public override string ToString() => Sentence + (Warnings.IsEmpty ? "" : $" {Warnings.Length} {(Warnings.Length == 1 ? "warning" : "warnings")}: {string.Join(" ", Warnings)}");

    private static string Percent(double share) => double.IsNaN(share) ? "NA" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
