// How many pairs lie outside a confidence limit that inverts a rank test.
namespace SmileNotebooks;

internal static class RankTestInversion
{
    /// <summary>From the exact distribution of the statistic, which counts pairs: the k-th pair is the limit where P(statistic &lt; k) is at most
    /// the error and P(statistic &lt; k + 1) is more. 0: no limit keeps the level.</summary>
    public static long Outside(RankSumDistribution distribution, double error) => (long)distribution.Quantile(error);

    /// <summary>From the normal approximation, rounded towards the wider interval.</summary>
    public static long Outside(double mean, double variance, double error) =>
        (long)Math.Floor(mean + (Normal.Quantile(error) * Math.Sqrt(variance)));

    /// <summary>The ranks 1 to n.</summary>
    public static double[] Untied(int n)
    {
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++)
        {
            ranks[i] = i + 1;
        }

        return ranks;
    }
}
