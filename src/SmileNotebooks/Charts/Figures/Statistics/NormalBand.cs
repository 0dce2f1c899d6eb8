// The simultaneous band of a normal Q-Q plot: where the sorted values of a normal sample, standardised by its own mean and standard
// deviation, lie as a whole. The rank envelope of Myllymaki et al. (2017, Journal of the Royal Statistical Society B 79:381) over
// simulated samples; the use in Q-Q plots follows Aldor-Noiman et al. (2013, The American Statistician 67:249).

namespace SmileNotebooks;

/// <summary>Bands around the line of a normal Q-Q plot, in standard deviations.</summary>
internal static class NormalBand
{
    // The band of a few hundred values is known to a third digit with these; larger samples get fewer, so that a figure takes a moment at most.
    private const int MostSimulations = 2000;
    private const int LeastSimulations = 200;
    private const int MostDraws = 1_000_000;
    private const ulong Seed = 1;

    /// <summary>Bounds of each of n sorted standardised values, such that a normal sample lies between all of them with the given probability.</summary>
    /// <param name="n">Values, at least 3.</param>
    /// <param name="level">The probability, 0 to 1.</param>
    /// <param name="ranks">The ranks that are wanted, each 0 to n - 1.</param>
    public static (double[] Lower, double[] Upper) Of(int n, double level, IReadOnlyList<int> ranks)
    {
        int simulations = Math.Clamp(MostDraws / n, LeastSimulations, MostSimulations);
        double[][] byRank = Simulate(n, simulations, ranks);

        // How far out a sample gets anywhere: the least rank, from either side, that one of its values has among all simulations.
        int[] depth = new int[simulations];
        Array.Fill(depth, simulations);
        int[] order = new int[simulations];
        foreach (double[] values in byRank)
        {
            for (int i = 0; i < simulations; i++)
            {
                order[i] = i;
            }

            Array.Sort((double[])values.Clone(), order);
            for (int place = 0; place < simulations; place++)
            {
                depth[order[place]] = Math.Min(depth[order[place]], Math.Min(place, simulations - 1 - place));
            }
        }

        Array.Sort(depth);
        int cut = depth[(int)Math.Floor((1 - level) * simulations)];
        foreach (double[] values in byRank)
        {
            Array.Sort(values);
        }

        return ([.. byRank.Select(values => values[cut])], [.. byRank.Select(values => values[simulations - 1 - cut])]);
    }

    /// <summary>The chosen order statistics of each simulated sample: [rank, simulation].</summary>
    private static double[][] Simulate(int n, int simulations, IReadOnlyList<int> ranks)
    {
        double[][] byRank = [.. ranks.Select(_ => new double[simulations])];
        RandomStream random = new(Seed);
        double[] sample = new double[n];
        for (int simulation = 0; simulation < simulations; simulation++)
        {
            random.FillGaussian(sample);
            Array.Sort(sample);
            double mean = sample.Average();
            double deviation = Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (n - 1));
            for (int at = 0; at < ranks.Count; at++)
            {
                byRank[at][simulation] = (sample[ranks[at]] - mean) / deviation;
            }
        }

        return byRank;
    }
}
