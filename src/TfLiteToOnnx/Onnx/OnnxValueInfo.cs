// An input or output of an ONNX graph.
namespace TfLiteToOnnx.Onnx;

/// <summary>A tensor that crosses the graph's border, float32 unless said otherwise. A side of <see cref="AnyLength"/> is as long as each run makes it.</summary>
internal sealed record OnnxValueInfo(string Name, int[] Shape)
{
    /// <summary>A side whose length is not fixed. All such sides of a model have the same length.</summary>
    public const int AnyLength = -1;

    private const string AnyLengthName = "N";

    public OnnxType Type { get; init; } = OnnxType.Float;

    public void Write(ProtoWriter writer)
    {
        writer.Text(1, Name);
        writer.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Int64(1, (long)Type);
            tensor.Message(2, shape =>
            {
                foreach (int dimension in Shape)
                {
                    shape.Message(1, side =>
                    {
                        if (dimension == AnyLength)
                        {
                            side.Text(2, AnyLengthName);
                        }
                        else
                        {
                            side.Int64(1, dimension);
                        }
                    });
                }
            });
        }));
    }
}
