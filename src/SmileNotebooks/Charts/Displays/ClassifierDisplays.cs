using System.Net;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(SmileClassification), typeof(SmileClassificationDisplay))]
[assembly: Display(typeof(SmileClassifier), typeof(SmileClassifierDisplay))]
[assembly: Display(typeof(ModelCard), typeof(ModelCardDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows what a classifier says: the sentence, the probability, and where it comes from; or the reasons why there is none.</summary>
internal sealed class SmileClassificationDisplay : ValueDisplay<SmileClassification>
{
    protected override string? Render(SmileClassification value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.HasEvidence ? value.Sentence : $"Not enough evidence. {value.Card.Caveat}",
            value.HasEvidence ? FigureHtml.RenderInside(value.ProbabilityBar()) : null,
            value.Contributions is null ? null : FigureHtml.RenderInside(value.ContributionBars()),
            value.HasEvidence ? null : $"<ul>{string.Concat(value.Reasons.Select(reason => $"<li>{WebUtility.HtmlEncode(reason)}</li>"))}</ul>"),
        MimeTypes.Plain => value.Sentence,
        _ => null,
    };
}

/// <summary>Shows a classifier by its card.</summary>
internal sealed class SmileClassifierDisplay : ValueDisplay<SmileClassifier>
{
    protected override string? Render(SmileClassifier value, string mimeType) => ModelCardDisplay.Of(value.Card, mimeType);
}

/// <summary>Shows a card: caveat, data, validation, features.</summary>
internal sealed class ModelCardDisplay : ValueDisplay<ModelCard>
{
    public static string? Of(ModelCard card, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            $"{card} {card.Caveat}",
            card.Warnings.IsEmpty ? null : $"<ul>{string.Concat(card.Warnings.Select(warning => $"<li>{WebUtility.HtmlEncode(warning)}</li>"))}</ul>",
            card.Validation.IsEmpty ? null : ResultHtml.Table(card.ValidationTable(), 3),
            ResultHtml.Table(card.FeatureTable())),
        MimeTypes.Plain => $"{card} {card.Caveat}",
        _ => null,
    };

    protected override string? Render(ModelCard value, string mimeType) => Of(value, mimeType);
}
