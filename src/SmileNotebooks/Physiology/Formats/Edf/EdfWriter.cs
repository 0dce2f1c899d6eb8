// From a recording to an EDF+ file.
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Writes EDF+ block by block.</summary>
internal sealed class EdfWriter
{
    private const int BlockBytes = 1024 * 1024;

    private readonly Recording _recording;
    private readonly EdfPlan _plan;
    private readonly EdfLimits[] _limits;
    private readonly EdfTalWriter _annotations;
    private readonly int _recordBytes;

    private EdfWriter(Recording recording, EdfOptions options)
    {
        _recording = recording;
        RequireNames(recording, options);
        EdfScan[] scans = [.. recording.Channels.Select(EdfScan.Of)];
        _plan = EdfPlanner.Plan(recording, scans, options);
        _limits = [.. recording.Channels.Select((channel, index) => EdfLimits.Of(channel, scans[index], options))];
        _annotations = new EdfTalWriter(recording, _plan);
        _recordBytes = checked((_plan.SamplesPerRecord.Sum() * 2) + _annotations.Bytes);
    }

    /// <exception cref="ArgumentException">EDF cannot hold the recording.</exception>
    /// <exception cref="RecordingException">The file cannot be written, or the samples cannot be read.</exception>
    public static void Write(Recording recording, string path, EdfOptions options)
    {
        EdfWriter writer = new(recording, options);
        byte[] header = EdfHeaderWriter.Write(recording, writer._plan, writer._limits, writer._annotations.Bytes);
        using SavedFiles files = new(RecordingException.Of);
        files.Add(path, stream =>
        {
            stream.Write(header);
            writer.WriteRecords(stream);
        });
        files.Commit();
    }

    private static void RequireNames(Recording recording, EdfOptions options)
    {
        if (options.PhysicalLimits.Keys.FirstOrDefault(name => recording.Channels.All(channel => channel.Name != name)) is { } unknown)
        {
            throw new ArgumentException($"Physical limits are given for {unknown}, expected a channel: {string.Join(", ", recording.Channels.Select(channel => channel.Name))}.");
        }
    }

    private void WriteRecords(Stream stream)
    {
        int most = Math.Max(1, BlockBytes / _recordBytes);
        byte[] block = new byte[checked(most * _recordBytes)];
        double[] samples = new double[checked(most * _plan.SamplesPerRecord.Max())];
        foreach (RecordRun run in _plan.Runs)
        {
            for (long done = 0; done < run.Count; done += most)
            {
                int records = (int)Math.Min(most, run.Count - done);
                int offset = 0;
                for (int i = 0; i < _limits.Length; i++)
                {
                    Span<double> some = samples.AsSpan(0, records * _plan.SamplesPerRecord[i]);
                    ReadFilled(_recording.Channels[i], EdfPlan.StartOf(run, _recording.Channels[i].SamplingRate) + (done * _plan.SamplesPerRecord[i]), some);
                    Encode(some, _limits[i], _plan.SamplesPerRecord[i], block.AsSpan(offset));
                    offset += 2 * _plan.SamplesPerRecord[i];
                }

                for (int record = 0; record < records; record++)
                {
                    _annotations.Write(run.First + done + record, block.AsSpan((record * _recordBytes) + offset, _annotations.Bytes));
                }

                stream.Write(block, 0, records * _recordBytes);
            }
        }
    }

    // The last record is filled with the last sample: a jump to zero would look like a signal.
    private static void ReadFilled(Channel channel, long start, Span<double> destination)
    {
        int count = (int)Math.Clamp(channel.SampleCount - start, 0, destination.Length);
        channel.Read(Math.Min(start, channel.SampleCount), destination[..count]);
        if (count < destination.Length)
        {
            destination[count..].Fill(count > 0 ? destination[count - 1] : channel.Read(channel.SampleCount - 1, 1)[0]);
        }
    }

    private void Encode(ReadOnlySpan<double> samples, EdfLimits limits, int perRecord, Span<byte> block)
    {
        double gain = limits.Gain, zero = limits.Zero;
        for (int record = 0; record * perRecord < samples.Length; record++)
        {
            Span<byte> bytes = block.Slice(record * _recordBytes, 2 * perRecord);
            ReadOnlySpan<double> some = samples.Slice(record * perRecord, perRecord);
            for (int i = 0; i < some.Length; i++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(bytes[(2 * i)..], (short)Math.Clamp(Math.Round((some[i] - zero) / gain), short.MinValue, short.MaxValue));
            }
        }
    }
}
