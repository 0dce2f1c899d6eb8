namespace SmileNotebooks;

/// <summary>Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
internal static class Quantiles
{
    /// <summary>NaN for no value.</summary>
    /// <param name="values">In any order; not changed.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> values, double share)
    {
        double[] copy = values.ToArray();
        double place = share * (copy.Length - 1);
        int below = (int)place;
        if (HasNaN(copy) || below + 1 >= copy.Length)
        {
            Array.Sort(copy);
            return OfSorted(copy, share);
        }

        // Only two of them are wanted: the one at its place, and the least of those behind it.
        Selection.Place(copy, below);
        double lower = copy[below];
        double upper = copy[below + 1];
        for (int i = below + 2; i < copy.Length; i++)
        {
            upper = Math.Min(upper, copy[i]);
        }

        return lower + ((place - below) * (upper - lower));
    }

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

    private static bool HasNaN(double[] values) => Array.Exists(values, double.IsNaN);
}
