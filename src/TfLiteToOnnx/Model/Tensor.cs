// A tensor of the model as the file declares it.
namespace TfLiteToOnnx.Model;

/// <summary>Name, type and shape of a tensor, and its bytes if it is a constant.</summary>
/// <param name="Index">Its number in the graph.</param>
/// <param name="Name">As in the file; may be empty or not unique.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">In the file's order; images are [batch, height, width, channels].</param>
/// <param name="Data">Exactly the shape's elements, little-endian; null for an activation.</param>
internal sealed record Tensor(int Index, string Name, ElementType Type, TensorShape Shape, ReadOnlyMemory<byte>? Data)
{
    public bool IsConstant => Data is not null;

    public override string ToString() => $"tensor {Index} '{Name}' {Type}{Shape}";
}
