// A trained model with its card, as it is saved, loaded and used.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A classifier of smiles: an ONNX model, run by ONNX Runtime, and its card. Thread-safe; dispose of it when done.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial class SmileClassifier : IDisposable
{
    /// <summary>A model of at most so many features has contributions over all subsets: 4,096 runs of a row.</summary>
    public const int MostFeaturesForAllSubsets = 12;

    private readonly SmileSession _session;
    private readonly byte[] _onnx;

    private SmileClassifier(SmileSession session, byte[] onnx, ModelCard card)
    {
        _session = session;
        _onnx = onnx;
        Card = card;
    }

    /// <summary>What is known of it.</summary>
    public ModelCard Card { get; }

    /// <summary>What it looks at.</summary>
    public SmileModelKind Kind => Card.Kind;

    /// <summary>The features that it wants, in the order of its input.</summary>
    public ImmutableArray<string> Features => [.. Card.Features.Select(feature => feature.Name)];

    /// <summary>Said wherever it is used.</summary>
    public string Caveat => Card.Caveat;

    /// <summary>The classifier of a model that was just learned.</summary>
    /// <param name="model">The model.</param>
    /// <param name="card">Its card, with the calibration.</param>
    /// <exception cref="ArgumentException">Model and card have different features.</exception>
    public static SmileClassifier Of(ISmileModel model, ModelCard card)
    {
        if (!model.Features.SequenceEqual(card.Features.Select(feature => feature.Name)))
        {
            throw new ArgumentException(
                $"The model's features are {string.Join(", ", model.Features)}; those of its card are {string.Join(", ", card.Features.Select(feature => feature.Name))}.", nameof(card));
        }

        byte[] onnx = model.ToOnnx(new OnnxExport(card.CalibrationSlope, card.CalibrationIntercept, ModelMetadata.Of(card)));
        return new SmileClassifier(new SmileSession(onnx, card.Name), onnx, card);
    }

    /// <summary>Classifies a row.</summary>
    /// <param name="features">The names of its values, in their order. Names that the model does not know are passed over.</param>
    /// <param name="row">The row.</param>
    /// <param name="evidence">How well the smile was seen; null where that is not known.</param>
    /// <param name="options">When a smile is classified.</param>
    /// <exception cref="TableException">A feature of the model is missing: all such are named.</exception>
    public SmileClassification Classify(
        ImmutableArray<string> features, FeatureRow row, SmileEvidence? evidence = null, SmileClassificationOptions? options = null) =>
        Classify(FeatureOrder.Of(Card, features, row.Clip ?? "the row"), row, evidence, options ?? new());

    /// <summary>Classifies the rows of a table, in their order.</summary>
    /// <param name="table">A table with at least the features of the model, in any order.</param>
    /// <param name="options">When a smile is classified.</param>
    /// <exception cref="TableException">A feature of the model is missing: all such are named.</exception>
    public ImmutableArray<SmileClassification> Classify(FeatureTable table, SmileClassificationOptions? options = null)
    {
        int[] places = FeatureOrder.Of(Card, table.Features, table.Source);
        return [.. table.Rows.Select(row => Classify(places, row, evidence: null, options ?? new()) with { Simulated = table.Simulated })];
    }

    /// <summary>Classifies the smile of a face in a still picture.</summary>
    /// <param name="smile">The smile.</param>
    /// <param name="face">The face that it was measured on: says how well it was seen; null where that is not known.</param>
    /// <param name="options">When a smile is classified.</param>
    /// <exception cref="TableException">The model wants features that a still picture does not have: they are named.</exception>
    public SmileClassification Classify(Smile smile, Face? face = null, SmileClassificationOptions? options = null) =>
        Classify(SmileFeatures.OfPicture, smile.ToFeatures(), face is null ? null : SmileEvidence.Of(face), options);

    /// <summary>Classifies a smile of a clip.</summary>
    /// <param name="episode">The smile.</param>
    /// <param name="evidence">How well it was seen; its duration is added. Null where only that is known.</param>
    /// <param name="options">When a smile is classified.</param>
    /// <exception cref="TableException">The model wants features that a smile of a clip does not have: they are named.</exception>
    public SmileClassification Classify(SmileEpisode episode, SmileEvidence? evidence = null, SmileClassificationOptions? options = null) =>
        Classify(SmileFeatures.OfClip, episode.ToFeatures(), (evidence ?? new()) with { Duration = episode.Until - episode.From }, options) with { Simulated = episode.Simulated };

    /// <summary>Classifies the smiles of a series, in their order: found by <see cref="SmileDynamics"/>, each with how well its frames were seen.</summary>
    /// <param name="series">The measures of one face over time.</param>
    /// <param name="dynamics">How smiles are found.</param>
    /// <param name="options">When a smile is classified.</param>
    /// <exception cref="TableException">The model wants features that a smile of a clip does not have: they are named.</exception>
    public ImmutableArray<SmileClassification> Classify(FaceSeries series, SmileDynamicsOptions? dynamics = null, SmileClassificationOptions? options = null) =>
        [.. SmileDynamics.Measure(series, dynamics).Episodes.Select(episode => Classify(episode, SeriesEvidence.Of(series, episode), options))];

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>The card's sentence and caveat.</summary>
    public override string ToString() => $"{Card} {Caveat}";

    private SmileClassification Classify(int[] places, FeatureRow row, SmileEvidence? evidence, SmileClassificationOptions options)
    {
        double[] values = Array.ConvertAll(places, place => row.Values[place]);
        ImmutableArray<string> reasons = [.. EvidenceChecks.Reasons(Card, values, evidence, options)];
        SmileClassification classification = new()
        {
            Probability = null,
            LogOdds = null,
            Reasons = reasons,
            Values = [.. values],
            Clip = row.Clip,
            Person = row.Person,
            Card = Card,
        };
        if (!reasons.IsEmpty)
        {
            return classification;
        }

        (double[] logOdds, double[] probabilities) = _session.Run(values);
        classification = classification with { LogOdds = logOdds[0], Probability = probabilities[0] };
        return options.Contributions ? WithContributions(classification, values, options) : classification;
    }

    private SmileClassification WithContributions(SmileClassification classification, double[] values, SmileClassificationOptions options)
    {
        double[] reference = [.. Card.Features.Select(feature => feature.Mean)];
        ShapleyValues shapley = new(rows => _session.Run(rows).LogOdds, reference);
        ContributionMethod method = Card.IsAdditive ? ContributionMethod.Additive
            : values.Length <= MostFeaturesForAllSubsets ? ContributionMethod.AllSubsets
            : ContributionMethod.SampledOrders;
        double[] found = method switch
        {
            ContributionMethod.Additive => shapley.Additive(values),
            ContributionMethod.AllSubsets => shapley.AllSubsets(values),
            _ => shapley.SampledOrders(values, options.Orders, Card.Seed),
        };
        return classification with { Contributions = new SmileContributions(_session.Run(reference).LogOdds[0], [.. found]), Method = method };
    }
}
