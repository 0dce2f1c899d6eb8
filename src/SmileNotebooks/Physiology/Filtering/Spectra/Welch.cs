// Welch's power spectrum, and the periodogram.
namespace SmileNotebooks;

/// <summary>Estimates power spectra.</summary>
/// <remarks>Welch (1967, IEEE Transactions on Audio and Electroacoustics 15): tapered segments that overlap by half, each without its mean, averaged; one-sided density. As SciPy's
/// <c>welch</c> and <c>periodogram</c>.</remarks>
public static class Welch
{
    /// <summary>The average spectrum of segments.</summary>
    /// <param name="samples">Samples; NaN is a gap. Segments are cut within the stretches between gaps, so that none holds a gap; what is in no segment is counted in the result.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="options">Segments, taper and unit; null for those of SciPy: 256 samples, Hann, half overlap.</param>
    /// <exception cref="ArgumentException">No sample but gaps, an infinite sample (it is named), or options out of range.</exception>
    /// <exception cref="OverflowException">Samples whose squares leave the range of numbers.</exception>
    public static PowerSpectrum Of(ReadOnlySpan<double> samples, double samplingRate, WelchOptions? options = null)
    {
        CutOff.CheckRate(samplingRate);
        options ??= new WelchOptions();
        if (options.SegmentLength < 1 || options.Overlap < 0 || options.Overlap >= options.SegmentLength)
        {
            throw new ArgumentException(
                $"Segments of {options.SegmentLength} samples overlap by {options.Overlap}, expected at least one sample and an overlap of 0 until that.", nameof(options));
        }

        int length = Math.Min(options.SegmentLength, LongestStretch(samples));
        if (length == 0)
        {
            throw new ArgumentException($"None of {samples.Length} samples is a number, expected at least one.", nameof(samples));
        }

        int overlap = options.Overlap is int shared ? Math.Min(shared, length - 1) : length / 2;
        var sums = new SegmentSpectra(options.Window.Periodic(length), length - overlap);
        for (int position = 0; position < samples.Length;)
        {
            (int start, int count) = FiniteStretches.Next(samples, position);
            sums.Add(samples.Slice(start, count));
            position = start + count;
        }

        return new PowerSpectrum([.. Enumerable.Range(0, (length / 2) + 1).Select(line => line * samplingRate / length)], sums.Density(samplingRate))
        {
            Unit = options.Unit.Length > 0 ? $"{options.Unit}²/Hz" : "1/Hz",
            SamplingRate = samplingRate,
            SegmentLength = length,
            Segments = sums.Count,
            SamplesLeftOut = samples.Length - sums.Covered,
        };
    }

    /// <summary>The spectrum of all samples as one segment without a taper, without their mean.</summary>
    /// <param name="samples">Samples; of those with gaps the longest stretch is taken, and the rest counted in the result.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="unit">The unit of the samples.</param>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static PowerSpectrum Periodogram(ReadOnlySpan<double> samples, double samplingRate, string unit = "mV") => Of(
        samples, samplingRate, new WelchOptions { SegmentLength = Math.Max(1, samples.Length), Overlap = 0, Window = TaperWindow.Rectangular, Unit = unit });

    private static int LongestStretch(ReadOnlySpan<double> samples)
    {
        int longest = 0;
        for (int position = 0; position < samples.Length;)
        {
            (int start, int length) = FiniteStretches.Next(samples, position);
            longest = Math.Max(longest, length);
            position = start + length;
        }

        return longest;
    }
}
