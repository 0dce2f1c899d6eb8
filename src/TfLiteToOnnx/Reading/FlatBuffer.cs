// The bytes of a FlatBuffers file (https://flatbuffers.dev/internals/), read with every range checked.
using System.Buffers.Binary;
using System.Text;

namespace TfLiteToOnnx.Reading;

/// <summary>Checked little-endian access to a file, with a budget for what is decoded from it.</summary>
/// <remarks>
/// FlatBuffers lets many references share one object, so a small file can describe a huge one: a thousand tensors that
/// share a megabyte name. Vectors and strings are therefore charged to a budget proportional to the file's length.
/// </remarks>
internal sealed class FlatBuffer(ReadOnlyMemory<byte> bytes)
{
    private const int BytesDecodedPerByteStored = 8;
    private const int BytesDecodedAlways = 1 << 16;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private long _budget = ((long)bytes.Length * BytesDecodedPerByteStored) + BytesDecodedAlways;

    public int Length => bytes.Length;

    public byte UInt8(long offset, string place) => Range(offset, 1, place)[0];

    public ushort UInt16(long offset, string place) => BinaryPrimitives.ReadUInt16LittleEndian(Range(offset, 2, place));

    public int Int32(long offset, string place) => BinaryPrimitives.ReadInt32LittleEndian(Range(offset, 4, place));

    public uint UInt32(long offset, string place) => BinaryPrimitives.ReadUInt32LittleEndian(Range(offset, 4, place));

    /// <summary>The place that a forward offset stored at <paramref name="offset"/> leads to.</summary>
    /// <remarks>Offsets only lead forward and never to themselves, which is why no chain of references can be a cycle.</remarks>
    public long Follow(long offset, string place)
    {
        uint distance = UInt32(offset, place);
        if (distance < sizeof(uint))
        {
            throw new TfLiteFormatException(place, offset, $"a forward offset of {distance}", "at least 4");
        }

        long target = offset + distance;
        return target + sizeof(uint) <= Length
            ? target
            : throw new TfLiteFormatException(place, offset, $"a forward offset to byte {target}", $"a place within the {Length} bytes of the file");
    }

    /// <summary>The elements' range of the vector at <paramref name="offset"/>; its length is checked against the file's.</summary>
    public (long Start, int Count) Vector(long offset, int elementSize, string place)
    {
        uint count = UInt32(offset, place);
        long start = offset + sizeof(uint);
        long room = (Length - start) / elementSize;
        if (count > room)
        {
            throw new TfLiteFormatException(place, offset, $"a length of {count}", $"at most {room}, which is what the file has room for");
        }

        Charge((long)count * elementSize, place);
        return (start, (int)count);
    }

    public ReadOnlyMemory<byte> Bytes(long start, int count) => bytes.Slice((int)start, count);

    public string Text(long start, int count, string place)
    {
        try
        {
            return StrictUtf8.GetString(bytes.Span.Slice((int)start, count));
        }
        catch (DecoderFallbackException)
        {
            throw new TfLiteFormatException(place, start, "bytes that are not UTF-8", "UTF-8 text");
        }
    }

    /// <summary>Accounts for <paramref name="count"/> bytes that are about to be decoded or allocated.</summary>
    public void Charge(long count, string place)
    {
        _budget -= count;
        if (_budget < 0)
        {
            throw new TfLiteFormatException(
                place, "references that share the same bytes again and again", $"at most {BytesDecodedPerByteStored} decoded bytes per stored byte");
        }
    }

    private ReadOnlySpan<byte> Range(long offset, int count, string place) =>
        offset >= 0 && offset + count <= Length
            ? bytes.Span.Slice((int)offset, count)
            : throw new TfLiteFormatException(place, offset, $"the end of the file after {Length} bytes", $"{count} more bytes");
}
