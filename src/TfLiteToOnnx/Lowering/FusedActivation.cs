// The activation that an operator of TensorFlow Lite can apply to its own result.
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering;

/// <summary>The schema's <c>ActivationFunctionType</c> as nodes after the operator; ONNX Runtime fuses them again.</summary>
internal static class FusedActivation
{
    private const int None = 0;
    private const int Relu = 1;
    private const int ReluN1To1 = 2;
    private const int Relu6 = 3;
    private const int Tanh = 4;

    /// <summary>Emits an operator and its activation so that the result is called <paramref name="output"/>.</summary>
    public static void Emit(
        OperatorSite site, int activation, string output, string operatorType, IReadOnlyList<string> inputs, params OnnxAttribute[] attributes)
    {
        if (activation == None)
        {
            site.Graph.AddTo(output, operatorType, inputs, attributes);
            return;
        }

        Apply(site, activation, site.Graph.Add(operatorType, inputs, attributes), output);
    }

    private static void Apply(OperatorSite site, int activation, string input, string output)
    {
        OnnxGraph graph = site.Graph;
        _ = activation switch
        {
            Relu => graph.AddTo(output, "Relu", [input]),
            ReluN1To1 => graph.AddTo(output, "Clip", [input, graph.Floats([-1f]), graph.Floats([1f])]),
            Relu6 => graph.AddTo(output, "Clip", [input, graph.Floats([0f]), graph.Floats([6f])]),
            Tanh => graph.AddTo(output, "Tanh", [input]),
            _ => throw site.Unsupported($"its fused activation is number {activation}"),
        };
    }
}
