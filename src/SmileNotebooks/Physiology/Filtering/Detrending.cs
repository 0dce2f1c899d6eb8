// Taking off a mean or a straight line.
namespace SmileNotebooks;

/// <summary>What is taken off by detrending.</summary>
public enum Trend
{
    /// <summary>The mean.</summary>
    Constant,

    /// <summary>The straight line of least squares.</summary>
    Linear,
}

/// <summary>Takes a trend off samples; as SciPy's <c>detrend</c>.</summary>
public static class Detrending
{
    /// <summary>Takes off the mean, or the straight line of least squares over time.</summary>
    /// <param name="samples">Samples; NaN is a gap: the trend is that of the samples on all sides of the gaps, each at its own time, and gaps stay. All NaN or empty comes back as it is;
    /// one sample becomes 0.</param>
    /// <param name="trend">What to take off.</param>
    /// <exception cref="ArgumentException">An infinite sample, which is named.</exception>
    /// <exception cref="OverflowException">Samples so large that their sum left the range of numbers.</exception>
    public static double[] Apply(ReadOnlySpan<double> samples, Trend trend = Trend.Linear)
    {
        double[] result = samples.ToArray();
        (int count, double mean, double meanTime) = Means(samples);
        double slope = trend == Trend.Linear && count > 1 ? Slope(samples, mean, meanTime) : 0;
        double scale = TimeScale(samples);
        if (count > 0 && !double.IsFinite(mean + slope))
        {
            throw new OverflowException("The sums of a trend left the range of numbers; divide the samples by their size first.");
        }

        for (int index = 0; index < result.Length; index++)
        {
            result[index] -= mean + (slope * ((index - meanTime) * scale));
        }

        return result;
    }

    private static (int Count, double Mean, double MeanTime) Means(ReadOnlySpan<double> samples)
    {
        int count = 0;
        double sum = 0, times = 0;
        for (int position = 0; position < samples.Length;)
        {
            (int start, int length) = FiniteStretches.Next(samples, position);
            foreach (double sample in samples.Slice(start, length))
            {
                sum += sample;
            }

            count += length;
            times += length * (start + (0.5 * (length - 1)));
            position = start + length;
        }

        // The rounding of a long sum is put back by the mean of what is left.
        double mean = sum / count, left = 0;
        foreach (double sample in samples)
        {
            left += double.IsNaN(sample) ? 0 : sample - mean;
        }

        return (count, mean + (left / count), times / count);
    }

    /// <summary>Time runs over about one unit, so that sums of large samples stay in range.</summary>
    private static double TimeScale(ReadOnlySpan<double> samples) => 1.0 / Math.Max(samples.Length, 1);

    private static double Slope(ReadOnlySpan<double> samples, double mean, double meanTime)
    {
        double products = 0, squares = 0, scale = TimeScale(samples);
        for (int index = 0; index < samples.Length; index++)
        {
            if (!double.IsNaN(samples[index]))
            {
                double time = (index - meanTime) * scale;
                products += time * (samples[index] - mean);
                squares += time * time;
            }
        }

        return products / squares;
    }
}
