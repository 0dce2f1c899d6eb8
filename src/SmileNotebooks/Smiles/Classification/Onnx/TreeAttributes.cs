// Trees in the notation of ONNX's TreeEnsembleRegressor: a list for each property of all nodes of all trees, leaves among them.
using TfLiteToOnnx.Onnx;

namespace SmileNotebooks;

internal static class TreeAttributes
{
    private const string Question = "BRANCH_LEQ";
    private const string Leaf = "LEAF";

    /// <summary>The nodes of a tree are its questions in their order, and then its leaves.</summary>
    public static OnnxAttribute[] Of(IReadOnlyList<DecisionTree> trees)
    {
        (int Tree, int Node, DecisionSplit? Split)[] nodes =
        [
            .. trees.Index().SelectMany(tree => Enumerable.Range(0, tree.Item.Splits.Length + tree.Item.Leaves.Length)
                .Select(node => (tree.Index, node, node < tree.Item.Splits.Length ? tree.Item.Splits[node] : (DecisionSplit?)null))),
        ];
        (int Tree, int Node, double Value)[] leaves =
        [
            .. trees.Index().SelectMany(tree => tree.Item.Leaves.Index().Select(leaf => (tree.Index, tree.Item.Splits.Length + leaf.Index, leaf.Item))),
        ];
        int NodeOf(int tree, int next) => next < 0 ? trees[tree].Splits.Length + ~next : next;
        return
        [
            OnnxAttribute.Integer("n_targets", 1),
            OnnxAttribute.Integers("nodes_treeids", [.. nodes.Select(node => node.Tree)]),
            OnnxAttribute.Integers("nodes_nodeids", [.. nodes.Select(node => node.Node)]),
            OnnxAttribute.Texts("nodes_modes", [.. nodes.Select(node => node.Split is null ? Leaf : Question)]),
            OnnxAttribute.Integers("nodes_featureids", [.. nodes.Select(node => node.Split?.Feature ?? 0)]),
            OnnxAttribute.Floats("nodes_values", [.. nodes.Select(node => node.Split?.Threshold ?? 0)]),
            OnnxAttribute.Integers("nodes_truenodeids", [.. nodes.Select(node => node.Split is { } split ? NodeOf(node.Tree, split.AtMost) : 0)]),
            OnnxAttribute.Integers("nodes_falsenodeids", [.. nodes.Select(node => node.Split is { } split ? NodeOf(node.Tree, split.Above) : 0)]),
            OnnxAttribute.Integers("target_treeids", [.. leaves.Select(leaf => leaf.Tree)]),
            OnnxAttribute.Integers("target_nodeids", [.. leaves.Select(leaf => leaf.Node)]),
            OnnxAttribute.Integers("target_ids", [.. leaves.Select(_ => 0)]),
            OnnxAttribute.Floats("target_weights", [.. leaves.Select(leaf => (float)leaf.Value)]),
        ];
    }
}
