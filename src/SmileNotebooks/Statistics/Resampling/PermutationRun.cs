// The statistic of every permutation, on as many threads as may work, and p.
namespace SmileNotebooks;

/// <summary>Runs the permutations of a scheme.</summary>
internal static class PermutationRun
{
    private const int Block = 128;

    // Arrangements with equal statistics reach them by sums in another order: a share of the sum of all absolute values.
    private const double Rounding = 1e-13;

    /// <summary>The statistic of one arrangement. The scratch holds as many values as there are weights.</summary>
    public delegate double Statistic(ReadOnlySpan<double> weights, Span<double> scratch);

    /// <param name="scheme">The permutations.</param>
    /// <param name="participants">Weights of a permutation.</param>
    /// <param name="statistic">Called from several threads.</param>
    /// <param name="options">Threads.</param>
    /// <returns>The statistic of each permutation.</returns>
    public static double[] Statistics(PermutationScheme scheme, int participants, Statistic statistic, PermutationTestOptions options)
    {
        double[] found = new double[scheme.Count];
        int blocks = (scheme.Count + Block - 1) / Block;
        ParallelBlocks.Run(blocks, options.MaxDegreeOfParallelism, () => new double[2 * participants], WorkOn);
        return found;

        void WorkOn(int block, double[] buffer)
        {
            Span<double> weights = buffer.AsSpan(0, participants);
            for (int i = block * Block; i < Math.Min((block + 1) * Block, found.Length); i++)
            {
                scheme.Fill(i, weights);
                found[i] = statistic(weights, buffer.AsSpan(participants));
            }
        }
    }

    /// <summary>p of the observed statistic among those of the permutations.</summary>
    /// <param name="scheme">The permutations.</param>
    /// <param name="observed">The observed statistic.</param>
    /// <param name="permuted">Those of the permutations.</param>
    /// <param name="alternative">Which statistics are as far out.</param>
    /// <param name="scale">The size of the numbers that the statistic is a sum of, for the error of rounding.</param>
    public static double PValue(PermutationScheme scheme, double observed, double[] permuted, Alternative alternative, double scale)
    {
        double tolerance = double.IsFinite(observed) ? Rounding * scale : 0;
        int reached = alternative switch
        {
            Alternative.Greater => permuted.Count(value => value >= observed - tolerance),
            Alternative.Less => permuted.Count(value => value <= observed + tolerance),
            _ => permuted.Count(value => Math.Abs(value) >= Math.Abs(observed) - tolerance),
        };
        return scheme.PValue(reached);
    }

    /// <summary>The statistic, if it is a number.</summary>
    /// <exception cref="ArgumentException">It is NaN.</exception>
    public static double RequireNumber(double statistic, string of) =>
        double.IsNaN(statistic) ? throw new ArgumentException($"The statistic of {of} is not a number.") : statistic;
}
