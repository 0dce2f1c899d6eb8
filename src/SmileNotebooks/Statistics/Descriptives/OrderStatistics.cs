// The k-th smallest values of a sample without sorting all of it: several times faster than a sort for millions of values.
namespace SmileNotebooks;

internal static class OrderStatistics
{
    private const int Small = 64;

    /// <summary>Rearranges values so that each of some ranks holds what sorting would put there (Hoare, 1961).</summary>
    /// <param name="values">Finite values; rearranged.</param>
    /// <param name="ranks">Ranks wanted, counted from 0, ascending.</param>
    public static void Arrange(Span<double> values, ReadOnlySpan<int> ranks) =>
        Arrange(values, ranks, offset: 0, depth: 2 * (int)Math.Log2(values.Length + 1));

    private static void Arrange(Span<double> values, ReadOnlySpan<int> ranks, int offset, int depth)
    {
        if (ranks.IsEmpty)
        {
            return;
        }

        // Orders made to defeat the choice of pivots end in a sort, not in quadratic time.
        if (values.Length <= Small || depth == 0)
        {
            values.Sort();
            return;
        }

        (int less, int notMore) = Partition(values, Pivot(values));
        int first = CountBelow(ranks, offset + less);
        int last = CountBelow(ranks, offset + notMore);
        Arrange(values[..less], ranks[..first], offset, depth - 1);
        Arrange(values[notMore..], ranks[last..], offset + notMore, depth - 1);
    }

    // The median of three medians of three, spread over the sample.
    private static double Pivot(ReadOnlySpan<double> values)
    {
        int step = values.Length / 9;
        return Median(
            Median(values[0], values[step], values[2 * step]),
            Median(values[3 * step], values[4 * step], values[5 * step]),
            Median(values[6 * step], values[7 * step], values[8 * step]));
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    // Smaller values first, then those equal to the pivot, then larger ones: where the second and the third part begin.
    private static (int Less, int NotMore) Partition(Span<double> values, double pivot)
    {
        int less = 0;
        int place = 0;
        int more = values.Length;
        while (place < more)
        {
            double value = values[place];
            if (value < pivot)
            {
                values[place++] = values[less];
                values[less++] = value;
            }
            else if (value > pivot)
            {
                values[place] = values[--more];
                values[more] = value;
            }
            else
            {
                place++;
            }
        }

        return (less, more);
    }

    private static int CountBelow(ReadOnlySpan<int> ranks, int bound)
    {
        int count = 0;
        while (count < ranks.Length && ranks[count] < bound)
        {
            count++;
        }

        return count;
    }
}
