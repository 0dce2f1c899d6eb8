// Medians of long signals, in linear time.
namespace SmileNotebooks;

internal static class Medians
{
    // The standard error of the median of so many values is half a percent of their SD.
    private const int Largest = 1 << 16;

    /// <summary>The finite samples, or about 65,536 of them at equal distances where there are many more: medians need no more, and a long signal costs no more than a short one.</summary>
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

        double[] sorted = values.ToArray();
        int middle = sorted.Length / 2;
        double upper = Select(sorted, middle);
        if (sorted.Length % 2 == 1)
        {
            return upper;
        }

        double lower = double.NegativeInfinity;
        foreach (double value in sorted.AsSpan(0, middle))
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

    // Hoare's selection; the middle of a range is a good pivot for signals, and the sort of the last resort bounds its cost for all others.
    private static double Select(double[] values, int rank)
    {
        int low = 0;
        int high = values.Length - 1;
        for (int round = 0; low < high; round++)
        {
            if (round > 64)
            {
                Array.Sort(values, low, high - low + 1);
                break;
            }

            double pivot = values[low + ((high - low) / 2)];
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            (low, high) = rank <= j ? (low, j) : rank >= i ? (i, high) : (rank, rank);
        }

        return values[rank];
    }
}
