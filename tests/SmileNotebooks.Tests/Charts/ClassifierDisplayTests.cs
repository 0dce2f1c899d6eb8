using System.Text.Json.Nodes;
using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Smiles.Classification;

namespace SmileNotebooks.Tests.Charts;

/// <summary>What a notebook shows of classifiers and classified smiles.</summary>
public class ClassifierDisplayTests
{
    private static readonly SmileClassifier Classifier = Make();

    [Fact]
    public void A_classified_smile_shows_probability_contributions_and_caveat()
    {
        SmileClassification found = Classifier.Classify(Classifier.Features, new FeatureRow([1.5, 0.3, .. new double[13]]));

        string html = Shown(found, MimeTypes.Html);

        Assert.Contains("Probability of", html, StringComparison.Ordinal);
        Assert.Contains("Where the log odds come from", html, StringComparison.Ordinal);
        Assert.Contains("SIMULATED", html, StringComparison.Ordinal);
        Assert.Contains("4 others", found.ContributionBars().ToJson(), StringComparison.Ordinal);
        Assert.Equal(found.Sentence, Shown(found, MimeTypes.Plain));
    }

    [Fact]
    public void A_waterfall_begins_at_the_average_row_and_ends_at_the_smile()
    {
        SmileClassification found = Classifier.Classify(Classifier.Features, new FeatureRow([1.5, 0.3, .. new double[13]]));

        JsonNode bars = JsonNode.Parse(found.ContributionBars().ToJson())!["data"]![0]!;
        double[] starts = [.. bars["base"]!.AsArray().Select(value => value!.GetValue<double>())];
        double[] lengths = [.. bars["x"]!.AsArray().Select(value => value!.GetValue<double>())];

        Assert.Equal(12, starts.Length);
        Assert.Equal(found.Contributions!.Base, starts[0], 1e-4);
        Assert.Equal(found.LogOdds!.Value, starts[^1] + lengths[^1], 1e-4);
        Assert.All(Enumerable.Range(1, 11), row => Assert.Equal(starts[row - 1] + lengths[row - 1], starts[row], 1e-4));
    }

    [Fact]
    public void Without_evidence_the_reasons_are_shown_and_no_contributions()
    {
        SmileClassification found = Classifier.Classify(Classifier.Features, new FeatureRow([double.NaN, 99, .. new double[13]]));

        string html = Shown(found, MimeTypes.Html);

        Assert.Contains("Not enough evidence", html, StringComparison.Ordinal);
        Assert.Contains("<li>x1 is missing</li>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Where the log odds come from", html, StringComparison.Ordinal);
        Assert.Contains("There are no contributions", Assert.Throws<ArgumentException>(() => found.ContributionBars()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_classifier_and_its_card_show_warnings_validation_and_ranges()
    {
        string html = Shown(Classifier, MimeTypes.Html);

        Assert.Equal(html, Shown(Classifier.Card, MimeTypes.Html));
        Assert.Contains("<li>a &lt;leak&gt;</li>", html, StringComparison.Ordinal);
        Assert.Contains("AUC", html, StringComparison.Ordinal);
        Assert.Contains("x15", html, StringComparison.Ordinal);
        Assert.Contains("SIMULATED", Shown(Classifier, MimeTypes.Plain), StringComparison.Ordinal);
    }

    private static string Shown(object value, string mimeType)
    {
        using StringWriter writer = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, writer));
        return writer.ToString();
    }

    private static SmileClassifier Make()
    {
        TrainingSet training = TrainingSets.Curved(4, 400, 15);
        ISmileModel model = new RbfTrainer().Fit(training, [TrainerSettings.Of(("penalty", 0.001), ("width", 1))], seed: 1).Single();
        return SmileClassifier.Of(model, ModelCard.Of("curved", "genuine", model, training, "tests") with
        {
            Simulated = "a curve",
            Warnings = ["a <leak>"],
            Validation = [new ModelMeasure("AUC", 0.75, 0.7, 0.8)],
            CalibrationCurve = [new CalibrationGroup(0, 1, 40, 10, 0.3, new ConfidenceInterval(0.14, 0.40, 0.95))],
        });
    }
}
