// Sums and means over windows that move by one sample.
namespace SmileNotebooks;

/// <summary>Means over a centred window, in linear time and without subtractions.</summary>
/// <remarks>A sum that adds the sample that enters and subtracts the one that leaves drifts with the length of the signal, and after an artefact of 1e12 has no digit left. Here
/// the signal is cut into blocks as long as the window: each window is the end of one block and the beginning of the next, whose sums are made by additions alone (van Herk,
/// 1992, and Gil and Werman, 1993, do so for maxima).</remarks>
internal static class MovingWindow
{
    /// <summary>The mean of the finite samples in each window; NaN where the middle sample is NaN.</summary>
    /// <param name="values">Finite or NaN.</param>
    /// <param name="window">Odd.</param>
    public static double[] Means(ReadOnlySpan<double> values, int window)
    {
        double[] means = new double[values.Length];
        if (!Gaps.In(values))
        {
            Sums(values, window, means);
            DivideByLengths(means, window);
            return means;
        }

        double[] filled = values.ToArray();
        double[] present = new double[values.Length];
        for (int i = 0; i < filled.Length; i++)
        {
            bool isGap = double.IsNaN(filled[i]);
            present[i] = isGap ? 0 : 1;
            filled[i] = isGap ? 0 : filled[i];
        }

        double[] counts = new double[values.Length];
        Sums(filled, window, means);
        Sums(present, window, counts);
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = present[i] == 0 ? double.NaN : means[i] / counts[i];
        }

        return means;
    }

    private static void Sums(ReadOnlySpan<double> values, int window, Span<double> sums)
    {
        int half = window / 2;
        double[] ends = new double[Math.Min(window, values.Length + half) + 1];

        // A block begins before the signal where the first window does; what lies outside counts as 0.
        for (int block = -half; block < values.Length - half; block += window)
        {
            int last = Math.Min(window, values.Length - block);
            double sum = 0;
            ends[last] = 0;
            for (int j = last - 1; j >= 0; j--)
            {
                sum += block + j >= 0 ? values[block + j] : 0;
                ends[j] = sum;
            }

            sum = 0;
            for (int j = 0; j < window && block + j + half < values.Length; j++)
            {
                sums[block + j + half] = ends[Math.Min(j, last)] + sum;
                int entering = block + window + j;
                sum += entering < values.Length ? values[entering] : 0;
            }
        }
    }

    private static void DivideByLengths(Span<double> sums, int window)
    {
        int half = window / 2;
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= Math.Min(i, half) + 1 + Math.Min(sums.Length - 1 - i, half);
        }
    }
}
