namespace SmileNotebooks;

/// <summary>Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).</summary>
internal static class Quantiles
{
    /// <summary>NaN for no value.</summary>
    /// <param name="values">In any order; not changed.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> values, double share)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, share);
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
}
