namespace SmileNotebooks;

/// <summary>Mean and SD of the finite samples of a window; NaN where fewer than half of them are finite.</summary>
internal readonly record struct WindowMoments(double Mean, double Sd)
{
    public static WindowMoments Of(ReadOnlySpan<double> samples)
    {
        // Sums of differences from one of the samples: those of equal samples are 0, however many there are.
        double level = LevelOf(samples);
        double sum = 0;
        int count = 0;
        foreach (double sample in samples)
        {
            bool isThere = !double.IsNaN(sample);
            sum += isThere ? sample - level : 0;
            count += isThere ? 1 : 0;
        }

        if (2 * count < samples.Length || count < 2)
        {
            return new(double.NaN, double.NaN);
        }

        double mean = level + (sum / count);
        double squares = 0;
        foreach (double sample in samples)
        {
            double deviation = double.IsNaN(sample) ? 0 : sample - mean;
            squares += deviation * deviation;
        }

        // Equal samples that went through a filter differ by its rounding.
        double sd = Math.Sqrt(squares / (count - 1));
        return new(mean, sd <= 1e-14 * Math.Abs(mean) ? 0 : sd);
    }

    private static double LevelOf(ReadOnlySpan<double> samples)
    {
        foreach (double sample in samples)
        {
            if (!double.IsNaN(sample))
            {
                return sample;
            }
        }

        return double.NaN;
    }
}
