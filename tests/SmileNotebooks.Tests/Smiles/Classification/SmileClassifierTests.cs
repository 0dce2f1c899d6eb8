// Classifiers: saved, loaded, refused; probabilities, contributions and reasons.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public sealed class SmileClassifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-classifier-").FullName;

    [Theory]
    [InlineData("elastic-net")]
    [InlineData("rbf")]
    public void A_saved_classifier_is_loaded_with_its_card_and_the_same_probabilities(string trainer)
    {
        using SmileClassifier made = Make(trainer, 4);
        string path = Path.Combine(_folder, "new", "curved");

        made.Save(path);

        using SmileClassifier loaded = SmileClassifier.Load(path + ".onnx");
        FeatureTable table = Table(made.Features, [[0.1, 0.2, 0.3, 0.4], [1.5, -1, 0, 0.2]]);
        Assert.Equal(made.Card.ToJson(), loaded.Card.ToJson());
        Assert.Equal(made.Classify(table).Select(row => row.Probability), loaded.Classify(table).Select(row => row.Probability));
        Assert.Equal(made.Card.ToJson() + "\n", File.ReadAllText(path + ".json"));
        Assert.Equal(made.Card.ToJson(), ModelCard.FromMarkdown(File.ReadAllText(path + ".md"), "a page").ToJson());
        Assert.Equal(["curved.json", "curved.md", "curved.onnx"], Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_training_saves_the_same_bytes()
    {
        using SmileClassifier first = Make("rbf", 5);
        using SmileClassifier second = Make("rbf", 5);
        first.Save(Path.Combine(_folder, "a"));
        second.Save(Path.Combine(_folder, "b"));

        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a.onnx")), File.ReadAllBytes(Path.Combine(_folder, "b.onnx")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a.md")), File.ReadAllBytes(Path.Combine(_folder, "b.md")));
    }

    [Theory]
    [InlineData("elastic-net", 6, ContributionMethod.Additive)]
    [InlineData("rbf", 6, ContributionMethod.AllSubsets)]
    [InlineData("rbf", 15, ContributionMethod.SampledOrders)]
    public void Contributions_add_up_to_the_log_odds_and_their_method_is_said(string trainer, int features, ContributionMethod method)
    {
        using SmileClassifier classifier = Make(trainer, features);
        double[] row = [.. Enumerable.Range(0, features).Select(i => i == 0 ? 1.9 : 0.3 * Math.Sin(i))];

        SmileClassification found = classifier.Classify(classifier.Features, new FeatureRow([.. row]));

        Assert.Equal(method, found.Method);
        Assert.Equal(found.LogOdds!.Value, found.Contributions!.Base + found.Contributions.ByFeature.Sum(), 1e-10);
        Assert.Equal(1 / (1 + Math.Exp(-found.LogOdds.Value)), found.Probability!.Value, 1e-12);
        Assert.Equal(found.Contributions.ByFeature, classifier.Classify(classifier.Features, new FeatureRow([.. row])).Contributions!.ByFeature);
    }

    [Fact]
    public void Shapley_values_of_a_known_function_are_its_own_and_sampling_comes_near()
    {
        // x0 x1 + 2 x2 from a reference of 0: the product is shared by two, the third has its term, the fourth nothing.
        static double[] Function(double[] rows) => [.. Enumerable.Range(0, rows.Length / 4).Select(i => (rows[4 * i] * rows[(4 * i) + 1]) + (2 * rows[(4 * i) + 2]))];
        ShapleyValues shapley = new(Function, [0, 0, 0, 0]);

        double[] exact = shapley.AllSubsets([3, 4, 5, 6]);
        double[] sampled = shapley.SampledOrders([3, 4, 5, 6], orders: 2_000, seed: 1);
        double[] additive = new ShapleyValues(rows => [.. Enumerable.Range(0, rows.Length / 2).Select(i => rows[2 * i] - (3 * rows[(2 * i) + 1]))], [1, 1]).Additive([3, 4]);

        Assert.All(new[] { 6.0, 6, 10, 0 }.Zip(exact), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.All(exact.Zip(sampled), pair => Assert.Equal(pair.First, pair.Second, 0.3));
        Assert.Equal(22, sampled.Sum(), 1e-9);
        Assert.Equal([2.0, -9], additive);
    }

    [Fact]
    public void A_simulated_smile_is_said_to_be_simulated_also_by_a_model_of_recorded_ones()
    {
        using SmileClassifier classifier = Make("elastic-net", 3);
        FeatureTable recorded = Table(classifier.Features, [[0.1, 0.2, 0.3], [double.NaN, 0, 0]]);
        FeatureTable simulated = recorded with { Simulated = "simulated from chosen parameters, seed 4" };

        Assert.Null(classifier.Card.Simulated);
        Assert.All(classifier.Classify(recorded), found => Assert.DoesNotContain("SIMULATED", found.Sentence, StringComparison.Ordinal));
        Assert.All(classifier.Classify(simulated), found =>
        {
            Assert.Contains("The smile is SIMULATED (simulated from chosen parameters, seed 4)", found.Sentence, StringComparison.Ordinal);
            Assert.EndsWith(classifier.Caveat, found.Sentence, StringComparison.Ordinal);
            Assert.Contains("SIMULATED", found.ProbabilityBar().Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_linear_model_has_the_same_contributions_by_terms_and_by_all_subsets()
    {
        using SmileClassifier additive = Make("elastic-net", 5);
        using SmileClassifier general = SmileClassifier.Of(Model("elastic-net", 5).Model, additive.Card with { IsAdditive = false });
        FeatureRow row = new([1, -0.5, 0.3, 2, -1]);

        SmileContributions terms = additive.Classify(additive.Features, row).Contributions!;
        SmileContributions subsets = general.Classify(general.Features, row).Contributions!;

        Assert.All(terms.ByFeature.Zip(subsets.ByFeature), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Missing_and_outlying_values_give_reasons_and_no_probability()
    {
        using SmileClassifier classifier = Make("elastic-net", 3);
        ModelFeature second = classifier.Card.Features[1];

        SmileClassification missing = classifier.Classify(classifier.Features, new FeatureRow([double.NaN, 0, 0]));
        SmileClassification outside = classifier.Classify(classifier.Features, new FeatureRow([0, second.Maximum + (3 * second.StandardDeviation), double.PositiveInfinity]));
        SmileClassification edge = classifier.Classify(classifier.Features, new FeatureRow([0, second.Maximum + (0.49 * second.StandardDeviation), 0]));

        Assert.Equal(["x1 is missing"], missing.Reasons);
        Assert.Null(missing.Probability);
        Assert.Null(missing.Contributions);
        Assert.StartsWith("Not enough evidence: x1 is missing.", missing.Sentence, StringComparison.Ordinal);
        Assert.Contains("3.0 standard deviations outside of what the model has learned from", outside.Reasons[0], StringComparison.Ordinal);
        Assert.Equal(2, outside.Reasons.Length);
        Assert.True(edge.HasEvidence);
    }

    [Fact]
    public void How_the_smile_was_seen_gives_reasons_and_what_is_not_known_gives_none()
    {
        using SmileClassifier classifier = Make("elastic-net", 2);
        FeatureRow row = new([0, 0]);
        SmileEvidence poor = new() { Turn = 41, FaceWidth = 20, Confidence = 0.2, Duration = 0.1, Problems = ["a hand covers the mouth"] };

        SmileClassification found = classifier.Classify(classifier.Features, row, poor);

        Assert.Equal(
            [
                "the face is turned by 41 degrees (at most 30)", "the face is 20 pixels wide (at least 48)", "a face is seen with a confidence of 0.20 (at least 0.5): it may be covered",
                "the smile lasts 0.10 s (at least 0.5)", "a hand covers the mouth",
            ],
            found.Reasons);
        Assert.True(classifier.Classify(classifier.Features, row, new SmileEvidence()).HasEvidence);
        Assert.True(classifier.Classify(classifier.Features, row, new SmileEvidence { Turn = 41 }, new() { MostTurn = 45, Contributions = false }).HasEvidence);
    }

    [Fact]
    public void Features_are_found_by_name_and_missing_and_unknown_ones_are_named()
    {
        using SmileClassifier classifier = Make("elastic-net", 3);
        classifier.Save(Path.Combine(_folder, "m"));

        SmileClassification turned = classifier.Classify(["x3", "age", "x1", "x2"], new FeatureRow([0.3, 40, 0.1, 0.2]));
        TableException missing = Assert.Throws<TableException>(() => classifier.Classify(Table(["x1", "speed"], [[1, 2]])));
        SmileModelException differs = Assert.Throws<SmileModelException>(() => SmileClassifier.Load(Path.Combine(_folder, "m"), ["x1", "x2", "x9"]));

        Assert.Equal(classifier.Classify(classifier.Features, new FeatureRow([0.1, 0.2, 0.3])).Probability, turned.Probability);
        Assert.Contains("no feature x2, x3; curved does not know speed; expected all features of curved: x1, x2, x3", missing.Message, StringComparison.Ordinal);
        Assert.Contains("m.onnx, features: no feature x9 and the unknown x3; expected a model of x1, x2, x9", differs.Message, StringComparison.Ordinal);
        using SmileClassifier same = SmileClassifier.Load(Path.Combine(_folder, "m"), ["x3", "x1", "x2"]);
        Assert.Equal("curved", same.Card.Name);
    }

    [Fact]
    public void What_is_no_classifier_of_ours_is_refused_in_words()
    {
        string text = Path.Combine(_folder, "text.onnx");
        string empty = Path.Combine(_folder, "empty.onnx");
        string foreign = Path.Combine(_folder, "foreign.onnx");
        File.WriteAllText(text, "this is no model");
        File.WriteAllBytes(empty, []);
        File.WriteAllBytes(foreign, Model("elastic-net", 2).Model.ToOnnx(new OnnxExport(1, 0, ImmutableSortedDictionary<string, string>.Empty)));

        Assert.Contains("no such file", Assert.Throws<SmileModelException>(() => SmileClassifier.Load(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);
        Assert.Contains("text.onnx: what ONNX Runtime does not load", Assert.Throws<SmileModelException>(() => SmileClassifier.Load(text)).Message, StringComparison.Ordinal);
        Assert.Throws<SmileModelException>(() => SmileClassifier.Load(empty));
        Assert.Contains("no model_card", Assert.Throws<SmileModelException>(() => SmileClassifier.Load(foreign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_comes_back_from_json_and_markdown_with_all_that_it_held()
    {
        ModelCard card = Make("rbf", 2, dispose: true).Card with
        {
            Simulated = "log-normal onsets, seed 4",
            Licence = "CC0 | free",
            People = null,
            Clips = 12,
            Seed = ulong.MaxValue,
            Command = "smile train \"a.csv\"",
            Calibration = "Platt scaling.",
            CalibrationCurve = [new CalibrationGroup(0, 0.5, 20, 4, 0.21, new ConfidenceInterval(0.08, 0.42, 0.95))],
            Validation = [new ModelMeasure("AUC", 0.746, 0.70, 0.79, "people resampled"), new ModelMeasure("Brier", double.NaN)],
            Warnings = ["a ``` fence", "é < \u00e9"],
            Limits = ["Simulated smiles only."],
        };

        Assert.Equal(card.ToJson(), ModelCard.FromJson(card.ToJson(), "card").ToJson());
        Assert.Equal(card.ToJson(), ModelCard.FromMarkdown(card.ToMarkdown(), "card").ToJson());
        Assert.Equal(card.ToJson(), ModelCard.FromMarkdown(card.ToMarkdown().Replace("\n", "\r\n", StringComparison.Ordinal), "card").ToJson());
        Assert.Contains("Learned from SIMULATED smiles only (log-normal onsets, seed 4)", card.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("| AUC | 0.746 | [0.7, 0.79] | people resampled |", card.ToMarkdown(), StringComparison.Ordinal);
        Assert.Throws<SmileModelException>(() => ModelCard.FromMarkdown("# nothing", "page"));
        Assert.Throws<SmileModelException>(() => ModelCard.FromJson("{}", "card"));
        Assert.Throws<SmileModelException>(() => ModelCard.FromJson("{ \"name\": ", "card"));
        Assert.Throws<SmileModelException>(() => ModelCard.FromJson("null", "card"));
    }

    [Fact]
    public void Smiles_of_a_like_probability_are_looked_up_in_the_calibration_curve()
    {
        using SmileClassifier plain = Make("elastic-net", 2);
        CalibrationGroup low = new(0, 0.5, 40, 10, 0.3, new ConfidenceInterval(0.14, 0.40, 0.95));
        CalibrationGroup high = new(0.5, 1, 20, 15, 0.7, new ConfidenceInterval(0.53, 0.89, 0.95));
        using SmileClassifier classifier = SmileClassifier.Of(Model("elastic-net", 2).Model, plain.Card with { CalibrationCurve = [low, high] });

        SmileClassification found = classifier.Classify(classifier.Features, new FeatureRow([0, 2]));

        Assert.Equal(found.Probability > 0.5 ? high : low, found.Alike);
        Assert.Contains("validation smiles with a probability like it", found.Sentence, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SmileClassifier Make(string trainer, int features, bool dispose = false)
    {
        (ISmileModel model, TrainingSet training) = Model(trainer, features);
        SmileClassifier classifier = SmileClassifier.Of(model, ModelCard.Of("curved", "genuine", model, training, "tests") with { CalibrationSlope = 0.9, CalibrationIntercept = 0.1 });
        if (dispose)
        {
            classifier.Dispose();
        }

        return classifier;
    }

    private static (ISmileModel Model, TrainingSet Training) Model(string name, int features)
    {
        TrainingSet training = TrainingSets.Curved(4, 400, features);
        ISmileTrainer trainer = SmileTrainers.Named(name);
        ImmutableArray<TrainerSettings> candidates = trainer.Candidates(training);
        return (trainer.Fit(training, [candidates[candidates.Length / 2]], seed: 1).Single(), training);
    }

    private static FeatureTable Table(ImmutableArray<string> features, double[][] rows) => new()
    {
        Features = features,
        Rows = [.. rows.Select(row => new FeatureRow([.. row]))],
        Source = "table.csv",
    };
}
