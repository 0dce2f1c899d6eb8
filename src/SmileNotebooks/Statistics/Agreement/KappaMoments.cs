// Kappa and its two standard errors from a table of counts.
namespace SmileNotebooks;

/// <summary>Weighted agreement, observed and by chance, with the errors of Fleiss, Cohen and Everitt (1969, equations 8 and 13), written as sums of squared
/// deviations so that nothing cancels.</summary>
internal sealed record KappaMoments(double N, double Observed, double Expected, double Kappa, double StandardError, double NullStandardError)
{
    public static KappaMoments Of(int[,] counts, KappaWeights weights)
    {
        int k = counts.GetLength(0);
        double n = counts.Cast<int>().Sum(count => (double)count);
        double[] rows = new double[k];
        double[] columns = new double[k];
        Each(k, (i, j) =>
        {
            rows[i] += counts[i, j] / n;
            columns[j] += counts[i, j] / n;
        });

        double[] rowWeights = new double[k];
        double[] columnWeights = new double[k];
        double observed = 0;
        double expected = 0;
        Each(k, (i, j) =>
        {
            double weight = Agreement(i, j, k, weights);
            observed += weight * counts[i, j] / n;
            expected += weight * rows[i] * columns[j];
            rowWeights[i] += weight * columns[j];
            columnWeights[j] += weight * rows[i];
        });

        double spread = 0;
        double nullSpread = 0;
        double mean = observed + (observed * expected) - (2 * expected);
        Each(k, (i, j) =>
        {
            double weight = Agreement(i, j, k, weights);
            double chance = rowWeights[i] + columnWeights[j];
            spread += counts[i, j] / n * Square((weight * (1 - expected)) - (chance * (1 - observed)) - mean);
            nullSpread += rows[i] * columns[j] * Square(weight - chance + expected);
        });

        double disagreement = 1 - expected;
        return new KappaMoments(
            n, observed, expected, (observed - expected) / disagreement, Math.Sqrt(spread / n) / Square(disagreement), Math.Sqrt(nullSpread / n) / disagreement);
    }

    private static double Agreement(int i, int j, int k, KappaWeights weights)
    {
        double distance = Math.Abs(i - j) / (k - 1.0);
        return weights switch
        {
            KappaWeights.Linear => 1 - distance,
            KappaWeights.Quadratic => 1 - (distance * distance),
            _ => i == j ? 1 : 0,
        };
    }

    private static double Square(double value) => value * value;

    private static void Each(int k, Action<int, int> cell)
    {
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                cell(i, j);
            }
        }
    }
}
