// Ranks in which tied values share the mean of the ranks that they take up.
namespace SmileNotebooks;

internal static class Midranks
{
    /// <summary>Ranks from 1; tied values get the mean of their ranks, which is a whole number or a half. O(n log n).</summary>
    /// <param name="values">Finite numbers.</param>
    public static double[] Of(ReadOnlySpan<double> values) => Of(values, out _);

    /// <summary>Ranks from 1, and the sum of t^3 - t over groups of t tied values.</summary>
    public static double[] Of(ReadOnlySpan<double> values, out double tieTerm)
    {
        double[] sorted = values.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        tieTerm = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (int i = start; i < end; i++)
            {
                ranks[order[i]] = 0.5 * (start + 1 + end);
            }

            double ties = end - start;
            tieTerm += ties * ((ties * ties) - 1);
            start = end;
        }

        return ranks;
    }
}
