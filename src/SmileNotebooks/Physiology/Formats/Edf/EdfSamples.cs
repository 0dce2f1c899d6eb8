namespace SmileNotebooks;

/// <summary>The samples of a signal of an EDF file, which knows what the header says of it: writing it again can keep its limits.</summary>
internal sealed class EdfSamples(InterleavedFile file, EdfHeader header, EdfSignal signal, double samplingRate, long? end)
    : InterleavedSamples(
        file, signal.Offset, signal.SamplesPerRecord, samplingRate,
        // A status channel holds bits: whatever the limits say of it, its numbers are not to be scaled.
        new SampleDecoder(header.IsBdf ? SampleEncoding.Int24 : SampleEncoding.Int16, signal.IsStatus && header.IsBdf ? 1 : signal.Gain, signal.IsStatus && header.IsBdf ? 0 : signal.Zero),
        end)
{
    public EdfHeader Header => header;

    public EdfSignal Signal => signal;
}
