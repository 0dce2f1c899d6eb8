// The same few bytes of every record: annotations lie so.
using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace SmileNotebooks;

/// <summary>Reads one piece of each record of a file, without reading the records between where they are long.</summary>
internal static class RecordPieces
{
    private const int BlockBytes = 256 * 1024;
    private const int NearBytes = 4 * 1024;

    /// <summary>Receives a piece.</summary>
    /// <param name="record">From 0.</param>
    /// <param name="position">Where the piece begins in the file, in bytes.</param>
    /// <param name="bytes">The piece.</param>
    public delegate void Visitor(long record, long position, ReadOnlySpan<byte> bytes);

    /// <param name="file">The file.</param>
    /// <param name="start">Where the piece of the first record begins, in bytes.</param>
    /// <param name="length">Bytes of a piece.</param>
    /// <param name="recordBytes">Bytes of a record.</param>
    /// <param name="records">How many records there are.</param>
    /// <param name="visit">Receives the pieces in order.</param>
    public static void Visit(RecordingFile file, long start, int length, long recordBytes, long records, Visitor visit)
    {
        // Where pieces lie near each other one read takes many of them.
        int most = recordBytes - length < NearBytes ? (int)Math.Max(1, BlockBytes / recordBytes) : 1;
        byte[] block = ArrayPool<byte>.Shared.Rent(checked((int)(((most - 1) * recordBytes) + length)));
        try
        {
            using SafeFileHandle handle = file.Open();
            for (long record = 0; record < records; record += most)
            {
                int count = (int)Math.Min(most, records - record);
                long position = start + (record * recordBytes);
                Span<byte> bytes = block.AsSpan(0, (int)(((count - 1) * recordBytes) + length));
                file.Read(handle, position, bytes);
                for (int i = 0; i < count; i++)
                {
                    visit(record + i, position + (i * recordBytes), bytes.Slice((int)(i * recordBytes), length));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
