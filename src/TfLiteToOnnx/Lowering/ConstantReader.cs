// The numbers of constant tensors.
using System.Buffers.Binary;
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>Decodes the bytes of a constant; the reader has checked that they are as many as the shape says.</summary>
internal static class ConstantReader
{
    /// <summary>Elements of a float32 or float16 constant; float16 widens without loss.</summary>
    public static float[] Floats(Tensor tensor)
    {
        ReadOnlySpan<byte> data = tensor.Data!.Value.Span;
        float[] values = new float[tensor.Shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = tensor.Type switch
            {
                ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(data[(i * sizeof(float))..]),
                ElementType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(data[(i * sizeof(short))..]),
                _ => throw new TfLiteFormatException($"constant {tensor}", $"{tensor.Type}", "Float32 or Float16"),
            };
        }

        return values;
    }

    /// <summary>Elements of an int32 or int64 constant, such as axes, paddings or slice starts.</summary>
    public static int[] Integers(Tensor tensor)
    {
        ReadOnlySpan<byte> data = tensor.Data!.Value.Span;
        int[] values = new int[tensor.Shape.ElementCount];
        for (int i = 0; i < values.Length; i++)
        {
            // Slices use the largest 64-bit numbers for "to the end"; the largest 32-bit ones mean the same.
            values[i] = tensor.Type switch
            {
                ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(data[(i * sizeof(int))..]),
                ElementType.Int64 => (int)Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(data[(i * sizeof(long))..]), int.MinValue, int.MaxValue),
                _ => throw new TfLiteFormatException($"constant {tensor}", $"{tensor.Type}", "Int32 or Int64"),
            };
        }

        return values;
    }
}
