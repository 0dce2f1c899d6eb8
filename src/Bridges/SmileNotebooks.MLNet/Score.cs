// The score of a model of ML.NET from its parameters: without its pipeline, which is slow for a row and not thread-safe, and as part of an ONNX graph of ours.
using System.Collections.Immutable;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace SmileNotebooks.MLNet;

/// <summary>A function of standardised features.</summary>
internal abstract record Score
{
    public abstract bool IsAdditive { get; }

    public abstract double At(ReadOnlySpan<float> standardised);

    /// <summary>Adds it to a graph; returns the value's name: [N, 1].</summary>
    public abstract string AddTo(SmileModelGraph graph, string standardised);

    public static Score Of(object parameters) => parameters switch
    {
        LinearBinaryModelParameters linear => new LinearScore([.. linear.Weights], linear.Bias),
        TreeEnsembleModelParametersBasedOnRegressionTree trees => TreeScore.Of(trees.TrainedTreeEnsemble),
        _ => throw new ArgumentException($"Found parameters of the type {parameters.GetType()}, expected weights or trees.", nameof(parameters)),
    };
}

/// <summary>A weighted sum.</summary>
internal sealed record LinearScore(ImmutableArray<float> Weights, float Bias) : Score
{
    public override bool IsAdditive => true;

    public override double At(ReadOnlySpan<float> standardised)
    {
        double sum = Bias;
        for (int i = 0; i < standardised.Length; i++)
        {
            sum += (double)Weights[i] * standardised[i];
        }

        return sum;
    }

    public override string AddTo(SmileModelGraph graph, string standardised)
    {
        string sum = graph.Add("MatMul", standardised, graph.Constant([.. Weights.Select(weight => (double)weight)], Weights.Length, 1));
        return graph.Add("Add", sum, graph.Constant(Bias));
    }
}

/// <summary>A sum of trees.</summary>
internal sealed record TreeScore(ImmutableArray<DecisionTree> Trees, double Bias) : Score
{
    public override bool IsAdditive => Trees.All(tree => tree.Splits.Select(split => split.Feature).Distinct().Count() <= 1);

    public static TreeScore Of(RegressionTreeEnsemble ensemble) =>
        new([.. ensemble.Trees.Select((tree, at) => TreeOf(tree, ensemble.TreeWeights[at]))], ensemble.Bias);

    public override double At(ReadOnlySpan<float> standardised)
    {
        double sum = Bias;
        foreach (DecisionTree tree in Trees)
        {
            sum += tree.At(standardised);
        }

        return sum;
    }

    // A boosting that found nothing may have no tree at all: the graph still wants one.
    public override string AddTo(SmileModelGraph graph, string standardised) =>
        graph.Add("Add", graph.AddTrees(standardised, Trees.IsEmpty ? [new DecisionTree([], [0])] : Trees), graph.Constant(Bias));

    private static DecisionTree TreeOf(RegressionTree tree, double weight)
    {
        // ML.NET has categorical questions too; of features that are vectors of numbers no trainer asks them.
        if (tree.CategoricalSplitFlags.Any(isCategorical => isCategorical))
        {
            throw new NotSupportedException("Found a categorical split in a tree, expected numerical ones.");
        }

        return new DecisionTree(
            [
                .. Enumerable.Range(0, tree.NumberOfNodes).Select(node => new DecisionSplit(
                    tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], tree.LeftChild[node], tree.RightChild[node])),
            ],
            [.. tree.LeafValues.Take(tree.NumberOfLeaves).Select(leaf => weight * leaf)]);
    }
}
