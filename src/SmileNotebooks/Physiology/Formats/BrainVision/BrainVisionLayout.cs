// How the samples of a BrainVision recording are stored.
namespace SmileNotebooks;

/// <summary>What the header says of the samples.</summary>
/// <param name="Channels">How many there are.</param>
/// <param name="SamplingRate">In hertz; the same for all.</param>
/// <param name="Encoding">Of a sample.</param>
/// <param name="IsVectorized">All samples of a channel come after each other; otherwise the channels alternate.</param>
/// <param name="DataPoints">Samples of a channel; null where the header does not say.</param>
internal sealed record BrainVisionLayout(int Channels, double SamplingRate, SampleEncoding Encoding, bool IsVectorized, long? DataPoints)
{
    private const string Common = "Common Infos";

    /// <summary>Bytes of one sample of each channel.</summary>
    public long FrameBytes => (long)Channels * new SampleDecoder(Encoding, 1, 0).Size;

    /// <exception cref="RecordingException">An entry is missing, or says what cannot be read.</exception>
    public static BrainVisionLayout Read(BrainVisionText header)
    {
        BrainVisionEntry interval = header.Get(Common, "SamplingInterval");
        double microseconds = header.Number(interval, interval.Value, "microseconds from a sample to the next");
        if (!(microseconds > 0) || !double.IsFinite(1e6 / microseconds))
        {
            throw header.Unexpected(interval, "a positive number of microseconds");
        }

        BrainVisionEntry channels = header.Get(Common, "NumberOfChannels");
        int declared = header.Section("Channel Infos").Count;
        if (header.Integer(channels, channels.Value, 1, "a number of channels") != declared)
        {
            throw header.Unexpected(channels, $"{declared}, as [Channel Infos] has that many lines");
        }

        Require(header, "DataFormat", "BINARY", "BINARY; ASCII is not read");
        Require(header, "DataType", "TIMEDOMAIN", "TIMEDOMAIN; spectra are not read");
        BrainVisionEntry? points = header.Find(Common, "DataPoints");
        return new BrainVisionLayout(
            declared, 1e6 / microseconds, EncodingOf(header), Orientation(header), points is { } entry ? header.Integer(entry, entry.Value, 0, "a number of samples") : null);
    }

    private static bool Orientation(BrainVisionText header)
    {
        BrainVisionEntry entry = header.Get(Common, "DataOrientation");
        return entry.Value.ToUpperInvariant() switch
        {
            "MULTIPLEXED" => false,
            "VECTORIZED" => true,
            _ => throw header.Unexpected(entry, "MULTIPLEXED or VECTORIZED"),
        };
    }

    private static SampleEncoding EncodingOf(BrainVisionText header)
    {
        if (header.Find("Binary Infos", "UseBigEndianOrder") is { } order && order.Value.Equals("YES", StringComparison.OrdinalIgnoreCase))
        {
            throw header.Unexpected(order, "NO: the least significant byte first");
        }

        BrainVisionEntry format = header.Get("Binary Infos", "BinaryFormat");
        return format.Value.ToUpperInvariant() switch
        {
            "INT_16" => SampleEncoding.Int16,
            "INT_32" => SampleEncoding.Int32,
            "IEEE_FLOAT_32" => SampleEncoding.Float32,
            _ => throw header.Unexpected(format, "INT_16, INT_32 or IEEE_FLOAT_32"),
        };
    }

    private static void Require(BrainVisionText header, string key, string value, string expected)
    {
        if (header.Find(Common, key) is { } entry && !entry.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
        {
            throw header.Unexpected(entry, expected);
        }
    }
}
