// What is known about a tensor while the graph is translated.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>The names under which a tensor exists in the ONNX graph, and its numbers if it is a constant.</summary>
internal sealed class TensorValue
{
    /// <summary>Name of the value in the file's order; null if it does not exist in that order (yet).</summary>
    public string? Stored { get; set; }

    /// <summary>Name of the value in channels-first order; null if it does not exist in that order (yet).</summary>
    public string? Nchw { get; set; }

    /// <summary>The constant of the file that this tensor is a copy of; null if it is none.</summary>
    public Tensor? Source { get; set; }

    /// <summary>Elements of a float constant; null for an activation and before the first use.</summary>
    public float[]? Floats { get; set; }
}
