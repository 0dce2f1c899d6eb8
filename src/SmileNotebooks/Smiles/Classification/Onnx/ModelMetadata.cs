// What is written beside the graph of a classifier.
using System.Collections.Immutable;
using System.Text.Json;

namespace SmileNotebooks;

/// <summary>The card as JSON, and what other programs may look for under names of its own.</summary>
internal static class ModelMetadata
{
    private const string CardName = "model_card";

    public static ImmutableSortedDictionary<string, string> Of(ModelCard card)
    {
        ImmutableSortedDictionary<string, string>.Builder builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        builder.Add(CardName, card.ToJson());
        builder.Add("caveat", card.Caveat);
        builder.Add("data", card.Data);
        builder.Add("features", JsonSerializer.Serialize(card.Features.Select(feature => feature.Name)));
        builder.Add("label", card.Label);
        builder.Add("ranges", JsonSerializer.Serialize(card.Features.Select(feature => new[] { feature.Minimum, feature.Maximum })));
        builder.Add("reference", JsonSerializer.Serialize(card.Features.Select(feature => feature.Mean)));
        builder.Add("settings", card.Settings.ToString());
        builder.Add("simulated", card.Simulated ?? "");
        builder.Add("trainer", card.Trainer);
        return builder.ToImmutable();
    }

    /// <exception cref="SmileModelException">There is no card, or not of this model.</exception>
    public static ModelCard Read(SmileSession session, string path)
    {
        if (!session.Metadata.TryGetValue(CardName, out string? json))
        {
            throw new SmileModelException(path, "metadata", $"no {CardName}", "a classifier that this library has written");
        }

        ModelCard card = ModelCard.FromJson(json, path);
        return card.Features.Length == session.FeatureCount
            ? card
            : throw new SmileModelException(path, $"metadata, {CardName}", $"{card.Features.Length} features", $"the {session.FeatureCount} of the model's input");
    }
}
