// F of several estimates together, from their covariance.
namespace SmileNotebooks;

internal static class WaldTest
{
    // Below this share of its variance a combination is one of those before it.
    private const double LeastShare = 1e-10;

    /// <summary>b' V^-1 b / rank, by Cholesky's decomposition; dependent combinations are passed over.</summary>
    public static (double F, int Rank) Of(ReadOnlySpan<double> estimates, double[,] covariance)
    {
        int count = estimates.Length;
        List<double[]> rows = [];
        List<int> kept = [];
        List<double> solved = [];
        for (int i = 0; i < count; i++)
        {
            double[] row = new double[rows.Count + 1];
            double rest = covariance[i, i], value = estimates[i];
            for (int j = 0; j < rows.Count; j++)
            {
                double sum = covariance[i, kept[j]];
                for (int k = 0; k < j; k++)
                {
                    sum -= row[k] * rows[j][k];
                }

                row[j] = sum / rows[j][j];
                rest -= row[j] * row[j];
                value -= row[j] * solved[j];
            }

            if (rest > LeastShare * covariance[i, i])
            {
                row[^1] = Math.Sqrt(rest);
                rows.Add(row);
                kept.Add(i);
                solved.Add(value / row[^1]);
            }
        }

        return (rows.Count == 0 ? double.NaN : solved.Sum(value => value * value) / rows.Count, rows.Count);
    }
}
