// Exact null distributions of rank statistics given the ranks at hand, ties included: the shift algorithm of
// Streitberg and Roehmel (1986). Only positive numbers are added, so each probability is right to a few units in its last digits.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>The distribution of a sum of midranks under the null hypothesis: value <c>Least + i * Step</c> has probability <c>[i]</c>.</summary>
internal sealed class RankSumDistribution
{
    private readonly double[] _probabilities;
    private readonly double _least;
    private readonly double _step;

    private RankSumDistribution(double[] counts, double least, double step)
    {
        double total = TensorPrimitives.Sum<double>(counts);
        TensorPrimitives.Divide(counts, total, counts);
        _probabilities = counts;
        _least = least;
        _step = step;
    }

    /// <summary>The sum of those ranks whose sign is positive, each sign being a fair coin (Wilcoxon signed-rank).</summary>
    /// <param name="ranks">Midranks, at most about 1,000 of them (beyond that 2^n exceeds a double).</param>
    public static RankSumDistribution OfSigns(ReadOnlySpan<double> ranks)
    {
        int[] scores = Scores(ranks, 0, out double step);
        double[] counts = new double[scores.Sum() + 1];
        counts[0] = 1;
        int reached = 0;
        foreach (int score in scores)
        {
            reached += score;
            for (int sum = reached; sum >= score; sum--)
            {
                counts[sum] += counts[sum - score];
            }
        }

        return new RankSumDistribution(counts, 0, step);
    }

    /// <summary>The sum of the ranks of a random subset (Wilcoxon rank sum).</summary>
    /// <param name="ranks">Midranks of all values.</param>
    /// <param name="size">How many are drawn.</param>
    public static RankSumDistribution OfSubset(ReadOnlySpan<double> ranks, int size)
    {
        double least = TensorPrimitives.Min(ranks);
        int[] scores = Scores(ranks, least, out double step);
        Array.Sort(scores);
        int largest = scores[^size..].Sum();
        double[][] counts = [.. Enumerable.Range(0, size + 1).Select(_ => new double[largest + 1])];
        counts[0][0] = 1;
        for (int taken = 0; taken < scores.Length; taken++)
        {
            int score = scores[taken];
            for (int members = Math.Min(size, taken + 1); members > 0; members--)
            {
                Span<double> into = counts[members].AsSpan(score);
                TensorPrimitives.Add(into, counts[members - 1].AsSpan(0, into.Length), into);
            }
        }

        return new RankSumDistribution(counts[size], size * least, step);
    }

    /// <summary>P(sum at most <paramref name="value"/>).</summary>
    public double Lower(double value)
    {
        int last = (int)Math.Floor(((value - _least) / _step) + 1e-6);
        return last < 0 ? 0 : Math.Min(1, TensorPrimitives.Sum(_probabilities.AsSpan(0, Math.Min(last + 1, _probabilities.Length))));
    }

    /// <summary>P(sum at least <paramref name="value"/>).</summary>
    public double Upper(double value)
    {
        int first = (int)Math.Ceiling(((value - _least) / _step) - 1e-6);
        return first >= _probabilities.Length ? 0 : Math.Min(1, TensorPrimitives.Sum(_probabilities.AsSpan(Math.Max(first, 0))));
    }

    /// <summary>P(sum at least as far from <paramref name="mean"/> as <paramref name="value"/> is).</summary>
    public double TwoSided(double value, double mean)
    {
        double distance = Math.Abs(value - mean);
        return distance < 0.25 * _step ? 1 : Math.Min(1, Lower(mean - distance) + Upper(mean + distance));
    }

    /// <summary>The least value whose lower tail is at least <paramref name="probability"/>.</summary>
    public double Quantile(double probability)
    {
        double tail = 0;
        for (int i = 0; i < _probabilities.Length; i++)
        {
            tail += _probabilities[i];
            // A tail that equals the probability but for rounding counts as reaching it.
            if (tail >= probability * (1 - 1e-13))
            {
                return _least + (i * _step);
            }
        }

        return _least + ((_probabilities.Length - 1) * _step);
    }

    // Midranks are multiples of one half: as small whole numbers, halved once more where there are no halves.
    private static int[] Scores(ReadOnlySpan<double> ranks, double least, out double step)
    {
        int[] doubled = new int[ranks.Length];
        bool allEven = true;
        for (int i = 0; i < doubled.Length; i++)
        {
            doubled[i] = (int)Math.Round(2 * (ranks[i] - least));
            allEven &= doubled[i] % 2 == 0;
        }

        step = allEven ? 1 : 0.5;
        return allEven ? [.. doubled.Select(score => score / 2)] : doubled;
    }
}
