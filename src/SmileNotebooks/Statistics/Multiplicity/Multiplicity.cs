// Many tests at once: family-wise error and false discovery rate.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Adjusts p values for the number of tests. NaN (a test that could not be made) stays NaN and counts for nothing.</summary>
public static class Multiplicity
{
    /// <summary>Bonferroni: p times the number of tests. Family-wise error under any dependence; Holm's is never weaker.</summary>
    /// <param name="p">p values, 0 to 1 or NaN.</param>
    /// <param name="names">What the tests are called; default: their numbers from 1.</param>
    public static AdjustedPValues Bonferroni(ReadOnlySpan<double> p, IReadOnlyList<string>? names = null) =>
        Adjust("Bonferroni", p, names, (sorted, _) => Array.ConvertAll(sorted, value => value * sorted.Length));

    /// <summary>Holm (1979), step-down: family-wise error under any dependence.</summary>
    /// <param name="p">p values, 0 to 1 or NaN.</param>
    /// <param name="names">What the tests are called; default: their numbers from 1.</param>
    public static AdjustedPValues Holm(ReadOnlySpan<double> p, IReadOnlyList<string>? names = null) => Adjust("Holm", p, names, StepDown);

    /// <summary>Benjamini and Hochberg (1995), step-up: the false discovery rate of independent or positively dependent tests.</summary>
    /// <param name="p">p values, 0 to 1 or NaN.</param>
    /// <param name="names">What the tests are called; default: their numbers from 1.</param>
    public static AdjustedPValues BenjaminiHochberg(ReadOnlySpan<double> p, IReadOnlyList<string>? names = null) =>
        Adjust("Benjamini-Hochberg", p, names, (sorted, count) => StepUp(sorted, rank => (double)count / rank));

    /// <summary>Benjamini and Yekutieli (2001): the false discovery rate under any dependence.</summary>
    /// <param name="p">p values, 0 to 1 or NaN.</param>
    /// <param name="names">What the tests are called; default: their numbers from 1.</param>
    public static AdjustedPValues BenjaminiYekutieli(ReadOnlySpan<double> p, IReadOnlyList<string>? names = null) =>
        Adjust("Benjamini-Yekutieli", p, names, (sorted, count) =>
        {
            double harmonic = Enumerable.Range(1, count).Sum(rank => 1.0 / rank);
            return StepUp(sorted, rank => harmonic * count / rank);
        });

    private static double[] StepDown(double[] sorted, int count)
    {
        double[] adjusted = new double[count];
        double largest = 0;
        for (int i = 0; i < count; i++)
        {
            largest = Math.Max(largest, sorted[i] * (count - i));
            adjusted[i] = largest;
        }

        return adjusted;
    }

    private static double[] StepUp(double[] sorted, Func<int, double> factor)
    {
        double[] adjusted = new double[sorted.Length];
        double least = double.PositiveInfinity;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted[i] * factor(i + 1));
            adjusted[i] = least;
        }

        return adjusted;
    }

    private static AdjustedPValues Adjust(
        string method, ReadOnlySpan<double> p, IReadOnlyList<string>? names, Func<double[], int, double[]> adjust)
    {
        double[] raw = p.ToArray();
        if (names is not null && names.Count != raw.Length)
        {
            throw new ArgumentException($"{raw.Length} p values have {names.Count} names, expected as many.", nameof(names));
        }

        int wrong = Array.FindIndex(raw, value => value < 0 || value > 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(Invariant($"p value {wrong} is {raw[wrong]}, expected a number from 0 to 1."), nameof(p));
        }

        int[] order = [.. Enumerable.Range(0, raw.Length).Where(i => !double.IsNaN(raw[i])).OrderBy(i => raw[i])];
        double[] sorted = adjust(Array.ConvertAll(order, i => raw[i]), order.Length);
        double[] adjusted = [.. raw.Select(_ => double.NaN)];
        for (int rank = 0; rank < order.Length; rank++)
        {
            adjusted[order[rank]] = Math.Min(1, sorted[rank]);
        }

        return new AdjustedPValues
        {
            Method = method,
            Raw = [.. raw],
            Adjusted = [.. adjusted],
            Names = [.. names ?? Enumerable.Range(1, raw.Length).Select(number => $"{number}")],
        };
    }
}
