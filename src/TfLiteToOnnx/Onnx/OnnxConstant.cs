// An initialiser of an ONNX graph.
using System.Buffers.Binary;

namespace TfLiteToOnnx.Onnx;

/// <summary>A named constant; the bytes are its elements, little-endian.</summary>
internal sealed record OnnxConstant(string Name, OnnxType Type, int[] Shape, byte[] Data)
{
    /// <summary>The elements of a float constant.</summary>
    public float[] Floats()
    {
        float[] values = new float[Data.Length / sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(Data.AsSpan(i * sizeof(float)));
        }

        return values;
    }

    /// <summary>The elements of an integer constant.</summary>
    public long[] Integers()
    {
        long[] values = new long[Data.Length / sizeof(long)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadInt64LittleEndian(Data.AsSpan(i * sizeof(long)));
        }

        return values;
    }

    public void Write(ProtoWriter writer)
    {
        writer.PackedInt64s(1, Shape.Select(d => (long)d));
        writer.Int64(2, (long)Type);
        writer.Text(8, Name);
        writer.Bytes(9, Data);
    }
}
