namespace SmileNotebooks;

/// <summary>Single ranks of unsorted values, in linear time.</summary>
internal static class Selection
{
    // So few are sorted as quickly.
    private const int Few = 32;

    /// <summary>Brings the value of a rank to its place, values not above it before and values not below it behind (Hoare, 1961, Communications of the ACM 4, 321). Values that part badly
    /// again and again are sorted, which bounds what it costs.</summary>
    /// <param name="values">No NaN; reordered.</param>
    /// <param name="rank">From 0 for the least.</param>
    public static void Place(double[] values, int rank)
    {
        int from = 0;
        int last = values.Length - 1;
        int rounds = 4 * System.Numerics.BitOperations.Log2((uint)values.Length);
        while (last - from >= Few && rounds-- > 0)
        {
            (int below, int above) = Part(values, from, last);
            if (rank <= below)
            {
                last = below;
            }
            else if (rank >= above)
            {
                from = above;
            }
            else
            {
                return;
            }
        }

        Array.Sort(values, from, last - from + 1);
    }

    /// <summary>Parts a range at the middle of three of its values.</summary>
    /// <returns>Where the values not above it end, and where those not below it begin.</returns>
    private static (int Below, int Above) Part(double[] values, int from, int last)
    {
        double pivot = Middle(values[from], values[(from + last) >>> 1], values[last]);
        int i = from;
        int j = last;
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

        return (j, i);
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
