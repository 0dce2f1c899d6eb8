namespace SmileNotebooks;

/// <summary>Resampling by the spectrum: frequencies above the lower of the two Nyquist frequencies are cut, or zeros put there.</summary>
internal static class FourierResampling
{
    public static double[] Apply(ReadOnlySpan<double> samples, int count)
    {
        int bad = samples.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        if (samples.IsEmpty || bad >= 0)
        {
            throw new ArgumentException(
                samples.IsEmpty ? "There are no samples to resample, expected at least one." : FormattableString.Invariant($"Sample {bad} is {samples[bad]}, expected finite samples without gaps; Resampling.Polyphase takes gaps."),
                nameof(samples));
        }

        double[] re = samples.ToArray(), im = new double[samples.Length];
        new FourierTransform(samples.Length).Forward(ref re, ref im);
        (double[] toRe, double[] toIm) = (new double[count], new double[count]);
        int lower = Math.Min(samples.Length, count);
        for (int k = 0; k <= lower / 2; k++)
        {
            // The frequency at half the lower rate stands for two: both are joined, or one is split.
            double share = 2 * k != lower || samples.Length == count ? 1 : count < samples.Length ? 2 : 0.5;
            (toRe[k], toIm[k]) = (share * re[k], k == 0 || 2 * k == count ? 0 : share * im[k]);
            (toRe[(count - k) % count], toIm[(count - k) % count]) = (toRe[k], -toIm[k]);
        }

        new FourierTransform(count).InverseTimesLength(ref toRe, ref toIm);
        for (int index = 0; index < count; index++)
        {
            toRe[index] /= samples.Length;
        }

        return toRe;
    }
}
