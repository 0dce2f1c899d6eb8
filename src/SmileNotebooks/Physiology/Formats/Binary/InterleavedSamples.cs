// The samples of one channel of a binary recording.
using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace SmileNotebooks;

/// <summary>Reads one channel of an <see cref="InterleavedFile"/>; between runs of records samples are NaN.</summary>
internal class InterleavedSamples : SampleSource
{
    private const int BlockBytes = 256 * 1024;

    // Where less than this lies between two stretches of the channel, reading over it costs less than another call of the system.
    private const int NearBytes = 8 * 1024;

    private readonly long _offset;
    private readonly long _perRecord;
    private readonly SampleDecoder _decoder;
    private readonly long[] _starts;

    /// <param name="file">The records.</param>
    /// <param name="offset">Where the channel's samples begin in a record, in bytes.</param>
    /// <param name="perRecord">Samples of the channel in a record.</param>
    /// <param name="samplingRate">In hertz.</param>
    /// <param name="decoder">From stored numbers to the unit.</param>
    /// <param name="end">The samples before the filling of the last record; null where it is not filled. A number that does not lie in the last run of records counts for nothing.</param>
    public InterleavedSamples(InterleavedFile file, long offset, long perRecord, double samplingRate, SampleDecoder decoder, long? end = null)
    {
        File = file;
        _offset = offset;
        _perRecord = perRecord;
        _decoder = decoder;
        _starts = [.. file.Runs.Select(run => (long)Math.Round(run.Onset * samplingRate))];
        Count = _starts.Length == 0 ? 0 : _starts[^1] + (file.Runs[^1].Count * perRecord);
        Count = end > _starts.LastOrDefault() && end < Count ? end.Value : Count;
    }

    public InterleavedFile File { get; }

    public override long Count { get; }

    public override void Read(long start, Span<double> destination)
    {
        if (destination.IsEmpty)
        {
            return;
        }

        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            using SafeFileHandle handle = File.File.Open();
            int run = Array.BinarySearch(_starts, start);
            run = run < 0 ? ~run - 1 : run;
            while (!destination.IsEmpty)
            {
                run = run + 1 < _starts.Length && _starts[run + 1] == start ? run + 1 : run;
                long done = start - _starts[run];
                long left = (File.Runs[run].Count * _perRecord) - done;
                int count = (int)Math.Min(destination.Length, left > 0 ? left : _starts[run + 1] - start);
                if (left > 0)
                {
                    ReadStored(handle, (File.Runs[run].First * _perRecord) + done, destination[..count], block);
                }
                else
                {
                    destination[..count].Fill(double.NaN);
                }

                start += count;
                destination = destination[count..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Writes NaN where no record lies.</summary>
    public void FillGaps(Span<double> all)
    {
        for (int run = 0; run + 1 < _starts.Length; run++)
        {
            int end = (int)(_starts[run] + (File.Runs[run].Count * _perRecord));
            all[end..(int)_starts[run + 1]].Fill(double.NaN);
        }
    }

    /// <summary>Decodes the channel's samples of some records that are in memory.</summary>
    /// <param name="bytes">The records.</param>
    /// <param name="run">The run that they belong to.</param>
    /// <param name="first">The first of them, counted within the run.</param>
    /// <param name="records">How many.</param>
    /// <param name="all">All samples of the channel.</param>
    public void DecodeRecords(ReadOnlySpan<byte> bytes, int run, long first, int records, Span<double> all)
    {
        int at = (int)(_starts[run] + (first * _perRecord));
        int count = (int)Math.Min(records * _perRecord, Count - at);
        if (count > 0)
        {
            DecodeStretches(bytes[(int)_offset..], 0, all.Slice(at, count));
        }
    }

    /// <param name="handle">The open file.</param>
    /// <param name="index">The first sample, counted in the file: pauses do not count.</param>
    /// <param name="destination">Receives samples that lie in the file one after the other.</param>
    /// <param name="block">Room for bytes.</param>
    private void ReadStored(SafeFileHandle handle, long index, Span<double> destination, byte[] block)
    {
        long stretch = _perRecord * _decoder.Size;
        bool near = File.RecordBytes - stretch < NearBytes && File.RecordBytes <= BlockBytes;
        while (!destination.IsEmpty)
        {
            (long record, long within) = Math.DivRem(index, _perRecord);
            long most = near ? ((BlockBytes / File.RecordBytes) * _perRecord) - within : Math.Min(_perRecord - within, BlockBytes / _decoder.Size);
            int count = (int)Math.Min(destination.Length, most);
            long begin = File.Start + (record * File.RecordBytes) + _offset + (within * _decoder.Size);
            (long lastRecord, long lastWithin) = Math.DivRem(index + count - 1, _perRecord);
            long end = File.Start + (lastRecord * File.RecordBytes) + _offset + ((lastWithin + 1) * _decoder.Size);
            Span<byte> bytes = block.AsSpan(0, (int)(end - begin));
            File.File.Read(handle, begin, bytes);
            DecodeStretches(bytes, within, destination[..count]);
            index += count;
            destination = destination[count..];
        }
    }

    /// <param name="bytes">They begin with a sample of the channel.</param>
    /// <param name="within">Which sample of its record that is.</param>
    /// <param name="destination">Receives it and those after it.</param>
    private void DecodeStretches(ReadOnlySpan<byte> bytes, long within, Span<double> destination)
    {
        if (_perRecord == 1)
        {
            _decoder.Decode(bytes, (int)File.RecordBytes, destination);
            return;
        }

        while (!destination.IsEmpty)
        {
            int count = (int)Math.Min(destination.Length, _perRecord - within);
            _decoder.Decode(bytes, _decoder.Size, destination[..count]);
            destination = destination[count..];
            if (!destination.IsEmpty)
            {
                bytes = bytes[(int)(File.RecordBytes - (within * _decoder.Size))..];
                within = 0;
            }
        }
    }
}
