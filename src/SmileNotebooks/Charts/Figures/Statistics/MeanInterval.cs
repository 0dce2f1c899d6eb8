// The mean of a sample with its interval, as figures draw it.

namespace SmileNotebooks;

/// <summary>Means with the interval of Student's t.</summary>
internal static class MeanInterval
{
    /// <summary>The mean, and mean +- t SE; the interval is NaN with fewer than two values.</summary>
    public static (double Mean, ConfidenceInterval Interval) Of(IReadOnlyList<double> values, double level)
    {
        double mean = values.Count == 0 ? double.NaN : values.Average();
        if (values.Count < 2)
        {
            return (mean, new(double.NaN, double.NaN, level));
        }

        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        double half = Critical(level, values.Count - 1) * deviation / Math.Sqrt(values.Count);
        return (mean, new(mean - half, mean + half, level));
    }

    /// <summary>The two-sided critical point of t.</summary>
    public static double Critical(double level, double degrees) => StudentT.UpperQuantile((1 - level) / 2, degrees);
}
