// How operands of different shapes meet: aligned at the last axis, axes of one element repeated.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>Broadcasting is the same in TensorFlow Lite and ONNX; only a constant beside a channels-first image has to be rearranged.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that two operands broadcast to.</summary>
    public static TensorShape Shape(OperatorSite site, TensorShape left, TensorShape right)
    {
        int rank = Math.Max(left.Rank, right.Rank);
        int[] result = new int[rank];
        for (int back = 1; back <= rank; back++)
        {
            int a = back <= left.Rank ? left[left.Rank - back] : 1;
            int b = back <= right.Rank ? right[right.Rank - back] : 1;
            result[^back] = a == b || b == 1 ? a : a == 1 ? b : throw site.Malformed("inputs", $"shapes {left} and {right}", "shapes that broadcast");
        }

        return TensorShape.Checked(result, $"{site.Step} output");
    }

    /// <summary>Name of a constant of at most four axes, rearranged to stand beside a channels-first image.</summary>
    public static string NchwConstant(OperatorSite site, int tensor) => site.Values.Constant(tensor, "beside an image", values =>
    {
        TensorShape shape = site.Values.Model.Tensors[tensor].Shape;
        int[] stored = [1, 1, 1, 1];
        shape.Dimensions.CopyTo(stored.AsSpan(Layout.ImageRank - shape.Rank));
        float[] rearranged = Layout.Permute(values, stored, Layout.ToNchw);
        int[] nchw = Layout.Nchw(stored);

        // ONNX Runtime's PRelu has its quick path for [C, 1, 1].
        return nchw[0] == 1 ? site.Graph.Floats(rearranged, nchw[1..]) : site.Graph.Floats(rearranged, nchw);
    });
}
