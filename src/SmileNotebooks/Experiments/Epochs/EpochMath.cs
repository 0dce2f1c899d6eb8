namespace SmileNotebooks;

/// <summary>Sums of samples.</summary>
internal static class EpochMath
{
    /// <summary>The mean, right to the last digits at any scale; NaN where a sample is not finite or there is none.</summary>
    public static double Mean(ReadOnlySpan<double> samples) => IsComplete(samples) ? Moments.Of(samples).Mean : double.NaN;

    /// <summary>Whether there is a sample and all are finite.</summary>
    public static bool IsComplete(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            if (!double.IsFinite(sample))
            {
                return false;
            }
        }

        return samples.Length > 0;
    }
}
