// An initialiser of an ONNX graph.
namespace TfLiteToOnnx.Onnx;

/// <summary>A named constant; the bytes are its elements, little-endian.</summary>
internal sealed record OnnxConstant(string Name, OnnxType Type, int[] Shape, byte[] Data)
{
    public void Write(ProtoWriter writer)
    {
        writer.PackedInt64s(1, Shape.Select(d => (long)d));
        writer.Int64(2, (long)Type);
        writer.Text(8, Name);
        writer.Bytes(9, Data);
    }
}
