using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Cli.Training;

/// <summary>A validation as JSON for other programs. What does not exist is null.</summary>
internal static class ValidationJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SmileTrainingResult result, FeatureTable table)
    {
        SmileValidation validation = result.Validation;
        JsonObject json = new()
        {
            ["label"] = validation.LabelName,
            ["auc"] = Number(validation.Auc),
            ["aucInterval"] = Interval(validation.AucInterval),
            ["accuracy"] = Number(validation.Accuracy),
            ["accuracyInterval"] = Interval(validation.AccuracyInterval),
            ["baseRate"] = Number(validation.BaseRate),
            ["sensitivity"] = Number(validation.Sensitivity),
            ["specificity"] = Number(validation.Specificity),
            ["brier"] = Number(validation.Calibration.Brier),
            ["logLoss"] = Number(validation.Calibration.LogLoss),
            ["calibrationSlope"] = Number(validation.Calibration.Slope?.Estimate ?? double.NaN),
            ["calibrationIntercept"] = Number(validation.Calibration.Intercept.Estimate),
            ["recalibrated"] = validation.Recalibration.IsUsed,
            ["singleFeature"] = new JsonObject
            {
                ["auc"] = Number(validation.Baseline.Auc),
                ["aucInterval"] = Interval(validation.Baseline.Interval),
                ["difference"] = Number(validation.Baseline.Difference),
                ["differenceInterval"] = Interval(validation.Baseline.DifferenceInterval),
                ["features"] = Texts(validation.Baseline.Features.Select(feature => feature.Feature)),
            },
            ["permutation"] = validation.Permutation is { } permutation
                ? new JsonObject { ["count"] = permutation.Aucs.Length, ["meanAuc"] = Number(permutation.Aucs.IsEmpty ? double.NaN : permutation.Aucs.Average()), ["p"] = Number(permutation.P) }
                : null,
            ["people"] = validation.People,
            ["clips"] = validation.Clips,
            ["smiles"] = validation.Rows,
            ["named"] = validation.Named,
            ["features"] = Texts(validation.Features),
            ["importance"] = new JsonArray([.. validation.Importance.Select(feature => new JsonObject { ["feature"] = feature.Feature, ["aucLoss"] = Number(feature.Loss) })]),
            ["folds"] = new JsonArray([.. validation.Folds.Select(fold => new JsonObject
            {
                ["people"] = fold.People,
                ["smiles"] = fold.Rows,
                ["auc"] = Number(fold.Auc),
                ["logLoss"] = Number(fold.LogLoss),
                ["settings"] = Settings(fold.Settings),
            })]),
            ["leaks"] = new JsonArray([.. validation.Leakage.Findings.Select(finding => new JsonObject
            {
                ["kind"] = finding.Kind.ToString(),
                ["severity"] = finding.Severity.ToString(),
                ["sentence"] = finding.Sentence,
                ["columns"] = Texts(finding.Columns),
                ["rows"] = new JsonArray([.. finding.Rows.Select(row => JsonValue.Create(row + 1))]),
            })]),
            ["warnings"] = Texts(validation.Warnings),
            ["leftOut"] = new JsonArray([.. table.LeftOut.Select(clip => new JsonObject { ["clip"] = clip.Clip, ["person"] = clip.Person, ["label"] = clip.Label, ["why"] = clip.Why })]),
            ["simulated"] = validation.Simulated,
            ["trainer"] = validation.Trainer,
            ["settings"] = Settings(result.Model.Settings),
            ["seed"] = validation.Options.Seed,
            ["source"] = validation.Source,
        };
        return json.ToJsonString(s_options);
    }

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonArray? Interval(ConfidenceInterval interval) =>
        double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? new JsonArray(Number(interval.Lower), Number(interval.Upper)) : null;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Settings(TrainerSettings settings) => new(settings.Values.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Number(pair.Value))));
}
