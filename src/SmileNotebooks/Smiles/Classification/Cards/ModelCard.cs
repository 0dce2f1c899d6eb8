// What must be known of a classifier before it is believed (after Mitchell et al., 2019, Model cards for model reporting).
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>A classifier's card: where it comes from, what it was validated with, and where it ends. Written as Markdown and JSON beside the model and as JSON inside it.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record ModelCard
{
    /// <summary>The model's name, as that of its file without extension.</summary>
    public required string Name { get; init; }

    /// <summary>What the probability is of, as "genuine".</summary>
    public required string Label { get; init; }

    /// <summary>What it looks at.</summary>
    public SmileModelKind Kind { get; init; }

    /// <summary>The name of the trainer.</summary>
    public required string Trainer { get; init; }

    /// <summary>The settings that it was learned with.</summary>
    [JsonConverter(typeof(TrainerSettingsJson))]
    public required TrainerSettings Settings { get; init; }

    /// <summary>Whether log odds are a sum of one term for each feature: contributions are then these terms.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>The features in the order of the model's input.</summary>
    public required ImmutableArray<ModelFeature> Features { get; init; }

    /// <summary>Where the training set comes from.</summary>
    public required string Data { get; init; }

    /// <summary>How the training set was simulated; null where it was recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The licence of the training set; null where it is not known.</summary>
    public string? Licence { get; init; }

    /// <summary>How many smiles it was learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>How many of them are of the named class.</summary>
    public required int NamedRows { get; init; }

    /// <summary>How many people they are of; null where the table does not say.</summary>
    public int? People { get; init; }

    /// <summary>How many clips or pictures they are from; null where the table does not say.</summary>
    public int? Clips { get; init; }

    /// <summary>What log odds are multiplied by; 1 where nothing is calibrated.</summary>
    public double CalibrationSlope { get; init; } = 1;

    /// <summary>What is then added.</summary>
    public double CalibrationIntercept { get; init; }

    /// <summary>What probabilities are calibrated on, in words.</summary>
    public string Calibration { get; init; } = "Not calibrated.";

    /// <summary>Predicted and observed shares on smiles of people that the model had not seen; empty where it was not validated.</summary>
    public ImmutableArray<CalibrationGroup> CalibrationCurve { get; init; } = [];

    /// <summary>The numbers of the validation, the most important first; empty where there was none.</summary>
    public ImmutableArray<ModelMeasure> Validation { get; init; } = [];

    /// <summary>How it was validated, in words.</summary>
    public string ValidationMethod { get; init; } = "Not validated.";

    /// <summary>What a reader must be warned of: leaks that were found, folds that are not by person.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What the model is not for and where it ends.</summary>
    public ImmutableArray<string> Limits { get; init; } = [];

    /// <summary>The seed of all that is random.</summary>
    public ulong Seed { get; init; }

    /// <summary>The command or call that made it; null where it is not known.</summary>
    public string? Command { get; init; }

    /// <summary>What is said wherever the classifier is used.</summary>
    [JsonIgnore]
    public string Caveat => Simulated is null
        ? $"The probability of \"{Label}\" that a model has learned from {Origin}. It is not evidence of what a person feels, and says nothing of one person that may be acted on."
        : $"Learned from SIMULATED smiles only ({Simulated}): it shows how the method works, and has seen no real person. Not evidence of what anyone feels.";

    private string Origin => People is int people ? $"{Rows} smiles of {people} people" : $"{Rows} smiles of an unknown number of people";

    /// <summary>A card with what the model and its training set say of themselves; validation and calibration are to be added.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="label">What the probability is of.</param>
    /// <param name="model">The model.</param>
    /// <param name="training">What it was trained on.</param>
    /// <param name="data">Where that comes from.</param>
    public static ModelCard Of(string name, string label, ISmileModel model, TrainingSet training, string data) => new()
    {
        Name = name,
        Label = label,
        Kind = SmileModelKinds.Of(model.Features),
        Trainer = model.Trainer,
        Settings = model.Settings,
        IsAdditive = model.IsAdditive,
        Features = [.. model.Features.Select((feature, column) => FeatureOf(feature, training, column))],
        Data = data,
        Rows = training.Count,
        NamedRows = training.Labels.Count(isNamed => isNamed),
        People = training.Groups.Distinct().Count(),
    };

    /// <summary>The numbers of the validation as a table.</summary>
    public ResultTable ValidationTable() => new("Validation", ["measure", "value", "interval", "note"], [.. Validation.Select(measure => MeasureRow(measure).ToImmutableArray())])
    {
        Note = ValidationMethod,
    };

    /// <summary>The features with their ranges as a table.</summary>
    public ResultTable FeatureTable() => new(
        "Features of the training set", ["feature", "minimum", "mean", "maximum", "SD"],
        [.. Features.Select(feature => ImmutableArray.Create(feature.Name, Number(feature.Minimum), Number(feature.Mean), Number(feature.Maximum), Number(feature.StandardDeviation)))]);

    /// <summary>Its sentence: name, label, data and the first number of its validation.</summary>
    public override string ToString() =>
        $"{Name}: {Label} by {Trainer}, {Origin}{(Simulated is null ? "" : " (simulated)")}, {(Validation.IsEmpty ? "not validated" : MeasureText(Validation[0]))}.";

    private static ModelFeature FeatureOf(string name, TrainingSet training, int column)
    {
        double[] values = [.. Enumerable.Range(0, training.Count).Select(row => training[row, column])];
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new ModelFeature(name, values.Min(), values.Max(), mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0);
    }
}
