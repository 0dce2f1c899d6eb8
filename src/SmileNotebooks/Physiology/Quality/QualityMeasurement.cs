// Measures a channel in two passes: levels, spectrum and rails first, then what stands out of them.
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class QualityMeasurement
{
    // A block of half a megabyte.
    private const int Block = 1 << 16;

    public static EmgQuality Of(Channel channel, QualityOptions options)
    {
        options.Check();
        bool isAmplitude = channel.Kind == ChannelKind.EmgAmplitude;
        GapMeter gaps = new();
        RailMeter rails = new();
        LevelMeter levels = new(channel.SamplingRate, isAmplitude);
        LinePowerMeter? line = LinePowerMeter.For(channel, options.LineFrequency);
        Read(channel, line is null ? [gaps, rails, levels] : [gaps, rails, levels, line]);
        StandOutMeter standOut = new(channel.SamplingRate, options.ArtefactFactor, levels.MedianSd, rails.Highest, isAmplitude ? double.NaN : rails.Lowest);
        Read(channel, [standOut]);

        double count = channel.SampleCount;
        (double drift, double slope) = levels.Drift();
        EmgQuality quality = new()
        {
            Channel = channel.Name,
            Unit = channel.Unit,
            SamplingRate = channel.SamplingRate,
            Duration = channel.Duration,
            IsAmplitude = isAmplitude,
            LineNoise = line?.Result(),
            ClippedShare = count == 0 ? double.NaN : rails.Clipped(isAmplitude) / count,
            LongestClipped = rails.LongestRun(isAmplitude) / channel.SamplingRate,
            FlatShare = standOut.Finite == 0 ? double.NaN : (double)standOut.Flat / standOut.Finite,
            LongestFlat = standOut.LongestFlat / channel.SamplingRate,
            DriftPerMinute = slope,
            Drift = drift,
            ArtefactCount = standOut.Artefacts,
            ArtefactTimes = [.. standOut.Times],
            GapShare = count == 0 ? double.NaN : gaps.Missing / count,
            GapCount = gaps.Count,
            LongestGap = gaps.Longest / channel.SamplingRate,
            BaselineNoise = levels.Rest,
            SignalToNoise = levels.Rest > 0 ? 20 * Math.Log10(levels.Activity / levels.Rest) : double.NaN,
            Indices = [],
        };
        return quality with { Indices = QualityWords.IndicesOf(quality, options) };
    }

    private static void Read(Channel channel, QualityMeter[] meters)
    {
        double[] block = new double[(int)Math.Min(Block, channel.SampleCount)];
        for (long start = 0; start < channel.SampleCount; start += block.Length)
        {
            Span<double> samples = block.AsSpan(0, (int)Math.Min(block.Length, channel.SampleCount - start));
            channel.Read(start, samples);
            RequireFinite(samples, start, channel);
            foreach (QualityMeter meter in meters)
            {
                meter.Add(samples);
            }
        }

        foreach (QualityMeter meter in meters)
        {
            meter.End();
        }
    }

    private static void RequireFinite(ReadOnlySpan<double> samples, long start, Channel channel)
    {
        if (Math.Abs(TensorPrimitives.MaxMagnitude(samples)) <= 1e150)
        {
            return;
        }

        for (int i = 0; i < samples.Length; i++)
        {
            if (Math.Abs(samples[i]) > 1e150)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Sample {start + i} of channel {channel.Name} is {samples[i]}, expected a magnitude of at most 1e150, or NaN for a gap."), nameof(channel));
            }
        }
    }
}
