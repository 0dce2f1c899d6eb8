namespace SmileNotebooks;

/// <summary>Samples that go on beyond both ends, turned by half a turn about the end sample, so that level and slope go on.</summary>
internal static class OddExtension
{
    /// <summary>Writes the samples with their extension.</summary>
    /// <param name="samples">More than <paramref name="pad"/>.</param>
    /// <param name="destination">Receives pad samples before, the samples, and pad samples after.</param>
    /// <param name="pad">How many on each side.</param>
    public static void Write(ReadOnlySpan<double> samples, Span<double> destination, int pad)
    {
        Before(samples, destination[..pad]);
        samples.CopyTo(destination[pad..]);
        After(samples, destination.Slice(pad + samples.Length, pad));
    }

    public static void Before(ReadOnlySpan<double> samples, Span<double> destination)
    {
        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = (2 * samples[0]) - samples[destination.Length - index];
        }
    }

    public static void After(ReadOnlySpan<double> samples, Span<double> destination)
    {
        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = (2 * samples[^1]) - samples[^(index + 2)];
        }
    }
}
