// Which operators are translated, in which versions, and by what.
using TfLiteToOnnx.Lowering.MediaPipe;

namespace TfLiteToOnnx.Lowering;

/// <summary>From an operator's name to its lowering.</summary>
/// <remarks>
/// For the float32 operators used here, later versions of a builtin operator only add element types and options that
/// are checked where they are read; the registry states the versions whose rules have been read. The custom operators'
/// version 1 has other rules than their version 2.
/// </remarks>
internal static class OperatorRegistry
{
    private static readonly Dictionary<string, (int First, int Last, Action<OperatorSite> Lower)> Known = new(StringComparer.Ordinal)
    {
        ["CONV_2D"] = (1, 3, Convolution.Lower),
        ["DEPTHWISE_CONV_2D"] = (1, 3, DepthwiseConvolution.Lower),
        ["MAX_POOL_2D"] = (1, 2, MaxPooling.Lower),
        ["PAD"] = (1, 2, Padding.Lower),
        ["RELU"] = (1, 2, Unary.Relu),
        ["LOGISTIC"] = (1, 2, Unary.Logistic),
        ["NEG"] = (1, 2, Unary.Negate),
        ["SQRT"] = (1, 1, Unary.SquareRoot),
        ["RSQRT"] = (1, 1, Unary.ReciprocalSquareRoot),
        ["PRELU"] = (1, 1, ParametricRelu.Lower),
        ["ADD"] = (1, 2, Binary.Add),
        ["SUB"] = (1, 2, Binary.Subtract),
        ["MUL"] = (1, 2, Binary.Multiply),
        ["DIV"] = (1, 1, Binary.Divide),
        ["SQUARED_DIFFERENCE"] = (1, 1, Binary.SquaredDifference),
        ["MEAN"] = (1, 2, Reduction.Mean),
        ["SUM"] = (1, 1, Reduction.Sum),
        ["CONCATENATION"] = (1, 2, Concatenation.Lower),
        ["RESHAPE"] = (1, 1, Reshape.Lower),
        ["TRANSPOSE"] = (1, 2, Transposition.Lower),
        ["STRIDED_SLICE"] = (1, 2, StridedSlice.Lower),
        ["DEQUANTIZE"] = (2, 3, Dequantization.Lower),
        ["Landmarks2TransformMatrix"] = (2, 2, LandmarksToTransformMatrix.Lower),
        ["TransformTensorBilinear"] = (2, 2, TransformTensorBilinear.Lower),
        ["TransformLandmarks"] = (2, 2, TransformLandmarks.Lower),
    };

    /// <exception cref="UnsupportedOperatorException">The operator, its version or its form is not translated.</exception>
    /// <exception cref="TfLiteFormatException">Inputs, options and output of the operator contradict each other.</exception>
    public static void Lower(OperatorSite site)
    {
        if (!Known.TryGetValue(site.Step.Name, out (int First, int Last, Action<OperatorSite> Lower) known))
        {
            throw site.Unsupported("the operator is not translated");
        }

        if (site.Step.Version < known.First || site.Step.Version > known.Last)
        {
            throw site.Unsupported(known.First == known.Last ? $"only version {known.First} is" : $"only versions {known.First} to {known.Last} are");
        }

        known.Lower(site);
    }
}
