namespace SmileNotebooks;

/// <summary>Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
internal static class Quantiles
{
    // So few are sorted as quickly.
    private const int Few = 32;

    /// <summary>NaN for no value.</summary>
    /// <param name="values">In any order; not changed.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> values, double share)
    {
        double[] copy = values.ToArray();
        double place = share * (copy.Length - 1);
        int below = (int)place;
        if (copy.Length < Few || HasNaN(copy) || below + 1 >= copy.Length)
        {
            Array.Sort(copy);
            return OfSorted(copy, share);
        }

        // Only two of them are wanted: the one at its place, and the least of those behind it.
        Place(copy, below);
        double lower = copy[below];
        double upper = copy[below + 1];
        for (int i = below + 2; i < copy.Length; i++)
        {
            upper = Math.Min(upper, copy[i]);
        }

        return lower + ((place - below) * (upper - lower));
    }

    /// <summary>Brings the value of a rank to its place, smaller ones before it and greater ones behind (Hoare, 1961). What parts too badly is sorted.</summary>
    private static void Place(double[] values, int rank)
    {
        int from = 0;
        int last = values.Length - 1;
        int rounds = 4 * System.Numerics.BitOperations.Log2((uint)values.Length);
        while (last - from >= Few)
        {
            if (rounds-- == 0)
            {
                break;
            }

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

            if (rank <= j)
            {
                last = j;
            }
            else if (rank >= i)
            {
                from = i;
            }
            else
            {
                return;
            }
        }

        Array.Sort(values, from, last - from + 1);
    }

    private static bool HasNaN(double[] values)
    {
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>NaN for no value.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }
}
