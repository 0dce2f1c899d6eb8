// Triggers in the status channel of a BioSemi recording.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Reads the trigger inputs: the low 16 bits of the status channel. The bits above tell of the recorder itself.</summary>
internal static class BdfStatus
{
    private const int TriggerBits = 0xffff;
    private const int BlockSamples = 64 * 1024;

    /// <summary>An event wherever the trigger inputs change to a number other than 0; its label is the number. The number that the recording begins with is no change.</summary>
    public static ImmutableArray<RecordingEvent> Events(Channel status)
    {
        ImmutableArray<RecordingEvent>.Builder events = ImmutableArray.CreateBuilder<RecordingEvent>();
        double[] block = new double[Math.Min(BlockSamples, status.SampleCount)];
        int? before = null;
        for (long start = 0; start < status.SampleCount; start += block.Length)
        {
            Span<double> samples = block.AsSpan(0, (int)Math.Min(block.Length, status.SampleCount - start));
            status.Read(start, samples);
            for (int i = 0; i < samples.Length; i++)
            {
                // NaN is a pause of a discontinuous recording.
                int code = double.IsNaN(samples[i]) ? before ?? 0 : (int)samples[i] & TriggerBits;
                if (code != before && before is not null && code != 0)
                {
                    events.Add(new RecordingEvent((start + i) / status.SamplingRate, code.ToString(CultureInfo.InvariantCulture)));
                }

                before = double.IsNaN(samples[i]) ? before : code;
            }
        }

        return events.ToImmutable();
    }
}
