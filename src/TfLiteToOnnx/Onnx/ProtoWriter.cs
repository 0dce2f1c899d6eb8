// The wire format of protocol buffers (https://protobuf.dev/programming-guides/encoding/), as much as ONNX needs.
using System.Buffers;
using System.Text;

namespace TfLiteToOnnx.Onnx;

/// <summary>Writes the fields of one message; a nested message is written first and then embedded.</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Int64(int field, long value)
    {
        Key(field, Varint);
        Variable((ulong)value);
    }

    public void Single(int field, float value)
    {
        Key(field, Fixed32);
        Span<byte> target = _buffer.GetSpan(sizeof(float));
        System.Buffers.Binary.BinaryPrimitives.WriteSingleLittleEndian(target, value);
        _buffer.Advance(sizeof(float));
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, LengthDelimited);
        Variable((ulong)value.Length);
        _buffer.Write(value);
    }

    public void Message(int field, Action<ProtoWriter> write)
    {
        ProtoWriter nested = new();
        write(nested);
        Bytes(field, nested._buffer.WrittenSpan);
    }

    public void PackedInt64s(int field, IEnumerable<long> values)
    {
        ProtoWriter nested = new();
        foreach (long value in values)
        {
            nested.Variable((ulong)value);
        }

        Bytes(field, nested._buffer.WrittenSpan);
    }

    public void PackedSingles(int field, ReadOnlySpan<float> values)
    {
        byte[] packed = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteSingleLittleEndian(packed.AsSpan(i * sizeof(float)), values[i]);
        }

        Bytes(field, packed);
    }

    private void Key(int field, int wireType) => Variable(((ulong)field << 3) | (uint)wireType);

    private void Variable(ulong value)
    {
        Span<byte> target = _buffer.GetSpan(10);
        int length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
