// The exact distribution of a rank correlation under all pairings of the ranks at hand, ties included: dynamic programming over which ranks are
// already taken, 2^n steps in place of n!. Counts are whole numbers in doubles, exact up to 16 pairs (16! < 2^53).
using System.Numerics;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal static class SpearmanPermutations
{
    /// <summary>p of the pairing at hand; two-sided: the share of pairings whose correlation is as far from 0 or farther.</summary>
    public static double P(double[] x, double[] y, Alternative alternative)
    {
        int[] a = Scores(x);
        int[] b = Scores(y);
        double[] counts = Counts(a, b);
        int observed = a.Zip(b, (first, second) => first * second).Sum();
        double mean = (double)a.Sum() * b.Sum() / a.Length;
        double distance = Math.Abs(observed - mean);
        double total = 0;
        double extreme = 0;
        for (int sum = 0; sum < counts.Length; sum++)
        {
            total += counts[sum];
            bool isExtreme = alternative switch
            {
                Alternative.Less => sum <= observed,
                Alternative.Greater => sum >= observed,
                _ => Math.Abs(sum - mean) >= distance - 1e-7,
            };
            extreme += isExtreme ? counts[sum] : 0;
        }

        return extreme / total;
    }

    // How many pairings give each sum of products. A layer holds, for each set of the second ranks that the first k units take, the counts of their sums.
    private static double[] Counts(int[] a, int[] b)
    {
        int n = a.Length;
        int length = Largest(a, b) + 1;
        Dictionary<int, double[]> layer = new() { [0] = Unit(length) };
        foreach (int first in a)
        {
            Dictionary<int, double[]> next = [];
            foreach ((int taken, double[] counts) in layer)
            {
                for (int rank = 0; rank < n; rank++)
                {
                    int set = taken | (1 << rank);
                    if (set != taken)
                    {
                        double[] into = next.TryGetValue(set, out double[]? known) ? known : next[set] = new double[length];
                        AddShifted(counts, first * b[rank], into);
                    }
                }
            }

            layer = next;
        }

        return layer[(1 << n) - 1];
    }

    // Sums of products never exceed that of both in the same order, so nothing that counts is shifted out.
    private static void AddShifted(double[] counts, int shift, double[] into)
    {
        Span<double> target = into.AsSpan(Math.Min(shift, into.Length));
        TensorPrimitives.Add(target, counts.AsSpan(0, target.Length), target);
    }

    private static int Largest(int[] a, int[] b) => a.Order().Zip(b.Order(), (first, second) => first * second).Sum();

    private static double[] Unit(int length)
    {
        double[] counts = new double[length];
        counts[0] = 1;
        return counts;
    }

    // Twice the midranks, from 0, without a common factor.
    private static int[] Scores(double[] ranks)
    {
        double least = ranks.Min();
        int[] scores = Array.ConvertAll(ranks, rank => (int)Math.Round(2 * (rank - least)));
        int common = scores.Aggregate(0, (divisor, score) => (int)BigInteger.GreatestCommonDivisor(divisor, score));
        return Array.ConvertAll(scores, score => score / common);
    }
}
