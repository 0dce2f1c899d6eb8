// The indices of a channel in words, beside their limits.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class QualityWords
{
    public static ImmutableArray<QualityIndex> IndicesOf(EmgQuality quality, QualityOptions options) =>
    [
        new("line noise", quality.LineNoise?.Share ?? double.NaN, options.LineNoiseLimit, LineText(quality, options)),
        new("clipping", quality.ClippedShare, options.ClippingLimit, FormattableString.Invariant(
            $"{Percent(quality.ClippedShare)} of the samples at a rail{(quality.ClippedShare > 0 ? $", up to {1000 * quality.LongestClipped:0.#} ms" : "")}")),
        new("flat line", quality.FlatShare, options.FlatLimit, FormattableString.Invariant(
            $"{Percent(quality.FlatShare)} of the time without variance{(quality.FlatShare > 0 ? $", up to {quality.LongestFlat:0.##} s" : "")}")),
        new("drift", quality.IsAmplitude ? double.NaN : quality.Drift, options.DriftLimit, DriftText(quality)),
        new("artefacts", quality.GapShare < 1 ? quality.ArtefactsPerMinute : double.NaN, options.ArtefactLimit, FormattableString.Invariant(
            $"{quality.ArtefactCount} in {quality.Duration:0.#} s")),
        new("gaps", quality.GapShare, options.GapLimit, FormattableString.Invariant(
            $"{Percent(quality.GapShare)} of the samples missing{(quality.GapCount > 0 ? $", up to {quality.LongestGap:0.#####} s" : "")}")),
    ];

    private static string LineText(EmgQuality quality, QualityOptions options)
    {
        if (quality.LineNoise is { } line)
        {
            return FormattableString.Invariant($"{Percent(line.Share)} of the power at {line.Frequency:0.###} Hz{(line.Harmonics > 1 ? " and its harmonics" : "")}, {line.Decibels:0.0} dB");
        }

        double frequency = options.LineFrequency ?? LinePowerMeter.Lowest;
        return quality.IsAmplitude ? "not told: amplitudes have it at other frequencies"
            : quality.SamplingRate / 2 < frequency + LinePowerMeter.HalfWidth ? FormattableString.Invariant($"not told: half the sampling rate is {quality.SamplingRate / 2:0.###} Hz")
            : "not told: no two seconds with variance and without a gap";
    }

    private static string DriftText(EmgQuality quality) =>
        quality.IsAmplitude ? "not judged: the level of an amplitude is the signal"
        : double.IsNaN(quality.Drift) ? "not told: less than two seconds without a gap, or no variance"
        : FormattableString.Invariant($"level wanders by {quality.Drift:0.##} SD, {quality.DriftPerMinute:G3} {quality.Unit}{(quality.Unit.Length > 0 ? " " : "")}a minute");

    private static string Percent(double share) => double.IsNaN(share) ? "an unknown part" : FormattableString.Invariant($"{100 * share:0.##} %");
}
