// DEQUANTIZE: here, the widening of float16 constants.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>The float16 weights of a model become float32 constants of the ONNX model; no node is left.</summary>
/// <remarks>Float16 constants behind a Cast would halve the file, and ONNX Runtime would widen them at every start.</remarks>
internal static class Dequantization
{
    public static void Lower(OperatorSite site)
    {
        site.Require(1, 1);
        Tensor source = site.Values.Model.Tensors[site.Input(0)];
        if (!source.IsConstant || source.Type != ElementType.Float16)
        {
            throw site.Unsupported($"its input is {source.Type}{(source.IsConstant ? string.Empty : ", computed")}, only Float16 constants are");
        }

        site.RequireOutputShape(source.Shape.Dimensions);
        site.Values.SetConstant(site.Output, source);
    }
}
