// Sums of decision trees, and models of other libraries that are written with the public graph.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class DecisionTreeTests
{
    private static readonly DecisionTree s_stump = new([new DecisionSplit(0, 0.5f, ~0, ~1)], [-1, 2]);

    [Fact]
    public void A_value_at_the_threshold_goes_with_those_below()
    {
        Assert.Equal(-1, s_stump.At([0.5f]));
        Assert.Equal(2, s_stump.At([float.BitIncrement(0.5f)]));
        Assert.Equal(2, s_stump.At([float.NaN]));
        Assert.Equal(7, new DecisionTree([], [7]).At([]));
    }

    [Fact]
    public void What_is_no_tree_is_refused_with_its_reason()
    {
        Assert.Contains("0 questions and 2 leaves", Refused([], [1, 2]), StringComparison.Ordinal);
        Assert.Contains("leaf 0 is reached by two ways", Refused([new(0, 0, ~0, ~0)], [1, 2]), StringComparison.Ordinal);
        Assert.Contains("question 0 is reached by two ways", Refused([new(0, 0, ~0, 0)], [1, 2]), StringComparison.Ordinal);
        Assert.Contains("leaf 2 does not exist", Refused([new(0, 0, ~0, ~2)], [1, 2]), StringComparison.Ordinal);
        Assert.Contains("question 5 does not exist", Refused([new(0, 0, ~0, 5)], [1, 2]), StringComparison.Ordinal);
        Assert.Contains("Leaf 2 is reached by no way", Refused([new(0, 0, ~0, ~1), new(0, 0, 1, ~2)], [1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("feature -1", Refused([new(-1, 0, ~0, ~1)], [1, 2]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SmileModelGraph(1).AddTrees("features", []));
    }

    [Fact]
    public void Onnx_runtime_sums_trees_as_we_do_also_at_thresholds_and_for_trees_of_one_leaf()
    {
        TreesModel model = new([s_stump, Random(1), new DecisionTree([], [0.25]), Random(2), Random(3)]);
        using SmileSession session = new(model.ToOnnx(new OnnxExport(0.8, -0.1, ImmutableSortedDictionary<string, string>.Empty)), "trees");
        RandomStream random = new(4);

        // Multiples of 1/8, as thresholds are: many rows lie on them.
        double[] rows = [.. Enumerable.Range(0, 3 * 2_000).Select(_ => Math.Round(8 * random.NextGaussian()) / 8)];

        double[] found = session.Run(rows).LogOdds;

        Assert.All(found.Index(), row => Assert.Equal((0.8 * model.LogOdds(rows.AsSpan(3 * row.Index, 3))) - 0.1, row.Item, 2e-6));
        Assert.True(found.Distinct().Count() > 20);
    }

    [Fact]
    public void A_model_of_another_library_becomes_a_classifier_whose_card_says_whether_it_is_additive()
    {
        TrainingSet training = TrainingSets.Curved(1, 60, 3);
        TreesModel model = new([s_stump, Random(1)]);
        ModelCard card = ModelCard.Of("trees", "genuine", model, training, "tests");
        using SmileClassifier classifier = SmileClassifier.Of(model, card);

        SmileClassification found = classifier.Classify(classifier.Features, new FeatureRow([0.5, -0.25, 1]));

        Assert.False(card.IsAdditive);
        Assert.True(ModelCard.Of("trees", "genuine", model with { IsAdditive = true }, training, "tests").IsAdditive);
        Assert.Equal(model.LogOdds([0.5, -0.25, 1]), found.LogOdds!.Value, 1e-6);
        Assert.Equal(ContributionMethod.AllSubsets, found.Method);
    }

    private static string Refused(ImmutableArray<DecisionSplit> splits, ImmutableArray<double> leaves) =>
        Assert.Throws<ArgumentException>(() => new DecisionTree(splits, leaves)).Message;

    // Each question is put in the place of a leaf that was there, as boosting grows trees.
    private static DecisionTree Random(ulong seed)
    {
        RandomStream random = new(seed);
        List<DecisionSplit> splits = [];
        for (int question = 0; question < 9; question++)
        {
            int leaf = (int)(random.NextDouble() * (question + 1));
            for (int at = 0; at < question; at++)
            {
                splits[at] = splits[at] with { AtMost = splits[at].AtMost == ~leaf ? question : splits[at].AtMost, Above = splits[at].Above == ~leaf ? question : splits[at].Above };
            }

            splits.Add(new((int)(3 * random.NextDouble()), (float)Math.Round(8 * random.NextGaussian()) / 8, ~leaf, ~(question + 1)));
        }

        return new DecisionTree([.. splits], [.. Enumerable.Range(0, 10).Select(_ => random.NextGaussian())]);
    }

    private sealed record TreesModel(ImmutableArray<DecisionTree> Trees) : ISmileModel
    {
        public string Trainer => "trees";

        public TrainerSettings Settings => TrainerSettings.Of(("trees", Trees.Length));

        public ImmutableArray<string> Features => ["x1", "x2", "x3"];

        public bool IsAdditive { get; init; }

        public double LogOdds(ReadOnlySpan<double> values)
        {
            float[] rounded = [(float)values[0], (float)values[1], (float)values[2]];
            return Trees.Sum(tree => tree.At(rounded));
        }

        public byte[] ToOnnx(OnnxExport contents)
        {
            SmileModelGraph graph = new(3);
            return graph.ToModel(graph.AddTrees(graph.Features, Trees), contents);
        }
    }
}
