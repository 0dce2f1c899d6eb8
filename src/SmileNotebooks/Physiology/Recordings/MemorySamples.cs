namespace SmileNotebooks;

/// <summary>Samples that are in memory.</summary>
internal sealed class MemorySamples(ReadOnlyMemory<double> samples) : SampleSource
{
    public override long Count => samples.Length;

    public override void Read(long start, Span<double> destination) => samples.Span.Slice((int)start, destination.Length).CopyTo(destination);
}
