// The body of a binary recording: records, in each of which the channels have a stretch of samples one after the other.
using System.Buffers;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace SmileNotebooks;

/// <summary>Records of equal size; each holds the samples of the first channel, then those of the second, and so on. EDF is of this kind, BrainVision's multiplexed files are
/// (one sample a record), and so are its vectorized files (one record).</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where the first record begins, in bytes.</param>
/// <param name="RecordBytes">The size of a record.</param>
/// <param name="Runs">Which records follow each other without a pause, in order of time; none where there is no record.</param>
internal sealed record InterleavedFile(RecordingFile File, long Start, long RecordBytes, ImmutableArray<RecordRun> Runs)
{
    // Fits a second-level cache: channels are decoded from it one after the other.
    private const int BlockBytes = 512 * 1024;

    /// <summary>Reads all samples of some channels. Every block of the file is read once, and decoded for all of them.</summary>
    /// <param name="channels">Channels of this file.</param>
    /// <param name="destinations">For each as many samples as it has.</param>
    public void ReadAll(IReadOnlyList<InterleavedSamples> channels, IReadOnlyList<double[]> destinations)
    {
        if (RecordBytes > BlockBytes)
        {
            // A channel's stretch is long: reading the channels one after the other is as good.
            for (int i = 0; i < channels.Count; i++)
            {
                channels[i].Read(0, destinations[i]);
            }

            return;
        }

        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            using SafeFileHandle handle = File.Open();
            for (int i = 0; i < channels.Count; i++)
            {
                channels[i].FillGaps(destinations[i]);
            }

            for (int run = 0; run < Runs.Length; run++)
            {
                ReadRun(handle, run, block, channels, destinations);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private void ReadRun(SafeFileHandle handle, int run, byte[] block, IReadOnlyList<InterleavedSamples> channels, IReadOnlyList<double[]> destinations)
    {
        int most = (int)(BlockBytes / RecordBytes);
        for (long done = 0; done < Runs[run].Count; done += most)
        {
            int records = (int)Math.Min(most, Runs[run].Count - done);
            Span<byte> bytes = block.AsSpan(0, (int)(records * RecordBytes));
            File.Read(handle, Start + ((Runs[run].First + done) * RecordBytes), bytes);
            for (int i = 0; i < channels.Count; i++)
            {
                channels[i].DecodeRecords(bytes, run, done, records, destinations[i]);
            }
        }
    }
}
