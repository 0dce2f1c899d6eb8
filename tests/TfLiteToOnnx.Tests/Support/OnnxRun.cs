// Runs a converted model.
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace TfLiteToOnnx.Tests.Support;

/// <summary>A tensor's shape and elements.</summary>
internal sealed record Values(int[] Shape, float[] Elements);

/// <summary>Runs ONNX models in ONNX Runtime, one thread.</summary>
internal static class OnnxRun
{
    /// <summary>Outputs by name for inputs given in the model's order.</summary>
    public static Dictionary<string, Values> Run(byte[] onnx, params Values[] inputs)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1 };
        using InferenceSession session = new(onnx, options);
        List<NamedOnnxValue> named = [];
        foreach ((string name, Values value) in session.InputNames.Zip(inputs))
        {
            named.Add(NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(value.Elements, value.Shape)));
        }

        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(named);
        return results.ToDictionary(
            r => r.Name, r => new Values(r.AsTensor<float>().Dimensions.ToArray(), [.. r.AsTensor<float>()]));
    }
}
