// Medians of long signals, in linear time.
namespace SmileNotebooks;

internal static class Medians
{
    // The standard error of the median of so many values is .7 % of their SD.
    private const int Largest = 1 << 15;

    /// <summary>The finite samples, or about 32,768 of them at equal distances where there are many more: medians need no more, and a long signal costs no more than a short one.</summary>
    public static double[] Sample(ReadOnlySpan<double> values)
    {
        // An odd step does not fall into step with mains hum or with blocks of a power of two.
        int step = Math.Max(1, values.Length / Largest) | 1;
        List<double> sample = new((values.Length / step) + 1);
        for (int i = 0; i < values.Length; i += step)
        {
            if (!double.IsNaN(values[i]))
            {
                sample.Add(values[i]);
            }
        }

        return [.. sample];
    }

    /// <summary>The median of finite values, NaN where there is none; of an even number the mean of the middle two.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        double[] parted = values.ToArray();
        int middle = parted.Length / 2;
        Selection.Place(parted, middle);
        double upper = parted[middle];
        if (parted.Length % 2 == 1)
        {
            return upper;
        }

        double lower = double.NegativeInfinity;
        foreach (double value in parted.AsSpan(0, middle))
        {
            lower = Math.Max(lower, value);
        }

        return (lower / 2) + (upper / 2);
    }

    /// <summary>The median of |value - centre|.</summary>
    public static double DeviationOf(ReadOnlySpan<double> values, double centre)
    {
        double[] deviations = new double[values.Length];
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] = Math.Abs(values[i] - centre);
        }

        return Of(deviations);
    }
}
