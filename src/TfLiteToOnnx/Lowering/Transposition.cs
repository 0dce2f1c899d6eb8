// TRANSPOSE: axes in another order.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Transpose; one node also where the input is channels-first.</summary>
internal static class Transposition
{
    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        int tensor = site.FloatInput(0);
        TensorShape shape = site.Shape(0);
        int[] permutation = Permutation(site, shape.Rank);
        site.RequireOutputShape(Array.ConvertAll(permutation, axis => shape[axis]));
        bool nchw = site.Values.IsNchw(tensor);
        string input = nchw ? site.Values.Nchw(tensor) : site.Values.Stored(tensor);
        int[] axes = nchw ? Array.ConvertAll(permutation, axis => Layout.ToStored[axis]) : permutation;
        site.Graph.AddTo(site.Values.NameStored(site.Output), "Transpose", [input], OnnxAttribute.Integers("perm", axes));
    }

    private static int[] Permutation(OperatorSite site, int rank)
    {
        int[] permutation = Array.ConvertAll(site.Integers(1), axis => site.Axis(axis, rank));
        return permutation.Length == rank && permutation.Distinct().Count() == rank
            ? permutation
            : throw site.Malformed("permutation", $"[{string.Join(", ", permutation)}]", $"each of the {rank} axes once");
    }
}
