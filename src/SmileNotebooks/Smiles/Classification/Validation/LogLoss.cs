namespace SmileNotebooks;

/// <summary>Log odds, probabilities, and what a wrong one costs.</summary>
internal static class LogLoss
{
    public static double Probability(double logOdds) => logOdds >= 0 ? 1 / (1 + Math.Exp(-logOdds)) : Math.Exp(logOdds) / (1 + Math.Exp(logOdds));

    /// <summary>-log of the probability of what happened, from log odds: exact where the probability rounds to 0 or 1.</summary>
    public static double Of(double logOdds, bool happened)
    {
        double signed = happened ? -logOdds : logOdds;
        return signed > 0 ? signed + Precise.Log1p(Math.Exp(-signed)) : Precise.Log1p(Math.Exp(signed));
    }

    /// <summary>Standard error of the mean of values whose rows belong to people: rows of one person count together (Liang and Zeger, 1986).</summary>
    public static double ClusteredError(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        Dictionary<int, double> sums = [];
        for (int row = 0; row < values.Length; row++)
        {
            sums[groups[row]] = sums.GetValueOrDefault(groups[row]) + values[row] - mean;
        }

        double squares = sums.Values.Sum(sum => sum * sum);
        return sums.Count < 2 ? double.PositiveInfinity : Math.Sqrt(squares * sums.Count / (sums.Count - 1.0)) / values.Length;
    }
}
