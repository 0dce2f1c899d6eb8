// A model after reading: every index in it is valid and every tensor is made before it is used.
namespace TfLiteToOnnx.Model;

/// <summary>The one graph of a TensorFlow Lite file.</summary>
/// <param name="Tensors">By number.</param>
/// <param name="Operators">In the order in which they run.</param>
/// <param name="Inputs">Tensor numbers.</param>
/// <param name="Outputs">Tensor numbers.</param>
/// <param name="FileLength">Bytes of the file it was read from.</param>
internal sealed record TfLiteModel(Tensor[] Tensors, Operator[] Operators, int[] Inputs, int[] Outputs, int FileLength);
