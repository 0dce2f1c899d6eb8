// The integrated electromyogram: running, running with resets, and by bins.
namespace SmileNotebooks;

public static partial class EmgAmplitude
{
    /// <summary>Integrated electromyogram: the running integral of |x| over time.</summary>
    /// <param name="samples">Any unit; NaN is a gap, which adds nothing.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="reset">Seconds after which the integral begins at 0 again, counted from the first sample; infinity for never, the default.</param>
    /// <returns>At each sample the sum of |x| / rate up to it, itself included: unit times seconds. NaN in a gap; behind it the sum goes on. The sum is compensated (Neumaier,
    /// 1974), so that its error does not grow with the length.</returns>
    /// <exception cref="ArgumentException">An infinite sample; a rate or reset that is not positive.</exception>
    public static double[] Integrated(ReadOnlySpan<double> samples, double samplingRate, double reset = double.PositiveInfinity)
    {
        RequirePositive(samplingRate, "sampling rate", "Hz", nameof(samplingRate));
        if (!double.IsPositiveInfinity(reset))
        {
            RequirePositive(reset, "time between resets", "s", nameof(reset));
        }

        RequireFinite(samples, double.MaxValue / Math.Max(1, samples.Length));
        double[] integral = new double[samples.Length];
        CompensatedSum sum = default;
        long period = 1;
        double next = FirstSampleOf(period, reset, samplingRate);
        for (int i = 0; i < samples.Length; i++)
        {
            while (i >= next)
            {
                sum = default;
                next = FirstSampleOf(++period, reset, samplingRate);
            }

            double magnitude = Math.Abs(samples[i]);
            if (double.IsNaN(magnitude))
            {
                integral[i] = double.NaN;
                continue;
            }

            sum.Add(magnitude);
            integral[i] = sum.Value / samplingRate;
        }

        return integral;
    }

    /// <summary>Integrated electromyogram by bins: the integral of |x| over each bin.</summary>
    /// <param name="samples">Any unit; NaN is a gap.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="bin">The length of a bin in seconds, at least one sample. Bin k covers [k bin, (k + 1) bin) seconds.</param>
    /// <returns>One number a bin, unit times seconds: the mean of |x| over the finite samples of the bin, times its length. NaN where fewer than half of its samples are finite;
    /// the last bin counts as long as the others, however much of it the signal fills.</returns>
    /// <exception cref="ArgumentException">An infinite sample; a rate that is not positive; a bin shorter than a sample.</exception>
    public static double[] IntegratedBins(ReadOnlySpan<double> samples, double samplingRate, double bin)
    {
        RequirePositive(samplingRate, "sampling rate", "Hz", nameof(samplingRate));
        RequirePositive(bin, "bin", "s", nameof(bin));
        if (bin * samplingRate < 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"A bin of {bin} s is shorter than a sample at {samplingRate} Hz."), nameof(bin));
        }

        RequireFinite(samples, double.MaxValue / Math.Max(1, samples.Length));
        List<double> bins = [];
        double start = 0;
        while (start < samples.Length)
        {
            double end = FirstSampleOf(bins.Count + 1, bin, samplingRate);
            bins.Add(bin * MeanMagnitude(samples[(int)start..(int)Math.Min(end, samples.Length)], (end - start) / 2));
            start = end;
        }

        return [.. bins];
    }

    private static double MeanMagnitude(ReadOnlySpan<double> samples, double atLeast)
    {
        CompensatedSum sum = default;
        int count = 0;
        foreach (double sample in samples)
        {
            if (!double.IsNaN(sample))
            {
                sum.Add(Math.Abs(sample));
                count++;
            }
        }

        return count < atLeast ? double.NaN : sum.Value / count;
    }

    // The first sample at or after a multiple of a length. A multiple that rounding puts a hair above a whole number of samples is that number.
    private static double FirstSampleOf(long multiple, double length, double samplingRate)
    {
        double exact = multiple * length * samplingRate;
        double nearest = Math.Round(exact);
        return Math.Abs(exact - nearest) <= 1e-9 * Math.Max(1, nearest) ? nearest : Math.Ceiling(exact);
    }
}
