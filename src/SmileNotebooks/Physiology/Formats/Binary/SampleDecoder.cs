// From stored numbers to samples in their unit.
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Turns stored numbers into samples: number times gain, plus offset. The two steps are rounded one after the other, as NumPy does, so that values equal MNE's.</summary>
internal readonly record struct SampleDecoder(SampleEncoding Encoding, double Gain, double Offset)
{
    /// <summary>Bytes of a sample.</summary>
    public int Size => Encoding switch { SampleEncoding.Int16 => 2, SampleEncoding.Int24 => 3, _ => 4 };

    /// <summary>Decodes as many samples as fit into the destination.</summary>
    /// <param name="bytes">The first sample begins with the first byte.</param>
    /// <param name="stride">Bytes from a sample to the next.</param>
    /// <param name="destination">Receives them.</param>
    public void Decode(ReadOnlySpan<byte> bytes, int stride, Span<double> destination)
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // Checked once for all, so that the loops below need not check each sample.
        ref byte first = ref MemoryMarshal.GetReference(bytes[..checked((stride * (destination.Length - 1)) + Size)]);
        switch (Encoding)
        {
            case SampleEncoding.Int16:
                DecodeInt16(ref first, stride, destination);
                break;
            case SampleEncoding.Int24:
                DecodeInt24(ref first, stride, destination);
                break;
            case SampleEncoding.Int32:
                DecodeInt32(ref first, stride, destination);
                break;
            default:
                DecodeFloat32(ref first, stride, destination);
                break;
        }
    }

    private static uint Word(ref byte at) => LittleEndian(Unsafe.ReadUnaligned<uint>(ref at));

    private static uint LittleEndian(uint word) => BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    private void DecodeInt16(ref byte at, int stride, Span<double> destination)
    {
        double gain = Gain, offset = Offset;
        for (int i = 0; i < destination.Length; i++)
        {
            short stored = Unsafe.ReadUnaligned<short>(ref at);
            destination[i] = ((BitConverter.IsLittleEndian ? stored : BinaryPrimitives.ReverseEndianness(stored)) * gain) + offset;
            at = ref Unsafe.Add(ref at, stride);
        }
    }

    private void DecodeInt24(ref byte at, int stride, Span<double> destination)
    {
        double gain = Gain, offset = Offset;
        for (int i = 0; i < destination.Length; i++)
        {
            int stored = at | (Unsafe.Add(ref at, 1) << 8) | ((sbyte)Unsafe.Add(ref at, 2) << 16);
            destination[i] = (stored * gain) + offset;
            at = ref Unsafe.Add(ref at, stride);
        }
    }

    private void DecodeInt32(ref byte at, int stride, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = ((int)Word(ref at) * Gain) + Offset;
            at = ref Unsafe.Add(ref at, stride);
        }
    }

    private void DecodeFloat32(ref byte at, int stride, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (BitConverter.UInt32BitsToSingle(Word(ref at)) * Gain) + Offset;
            at = ref Unsafe.Add(ref at, stride);
        }
    }
}
