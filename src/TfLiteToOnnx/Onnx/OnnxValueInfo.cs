// An input or output of an ONNX graph.
namespace TfLiteToOnnx.Onnx;

/// <summary>A float32 tensor of fixed shape that crosses the graph's border.</summary>
internal sealed record OnnxValueInfo(string Name, int[] Shape)
{
    public void Write(ProtoWriter writer)
    {
        writer.Text(1, Name);
        writer.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Int64(1, (long)OnnxType.Float);
            tensor.Message(2, shape =>
            {
                foreach (int dimension in Shape)
                {
                    shape.Message(1, d => d.Int64(1, dimension));
                }
            });
        }));
    }
}
