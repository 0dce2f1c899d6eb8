// The binomial distribution: probabilities, and tails that include the observed count.
namespace SmileNotebooks;

/// <summary>The binomial distribution of successes among independent trials. Relative accuracy about 1e-12, for trials to 1e9.</summary>
public static class Binomial
{
    /// <summary>P(X = successes), by Loader's (2000) saddle-point form.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>; 0 outside.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">Of a success, 0 to 1.</param>
    public static double Probability(long successes, long trials, double probability)
    {
        Check(trials, probability);
        if (successes < 0 || successes > trials)
        {
            return 0;
        }

        double failure = 1 - probability;
        if (successes == 0 || successes == trials)
        {
            double share = successes == 0 ? Precise.Log1p(-probability) : Math.Log(probability);
            return trials == 0 ? 1 : Math.Exp(trials * share);
        }

        // x^a y^b / B(a, b) = C(n, k) p^k q^(n-k) k (n-k) / n.
        double kernel = IncompleteBeta.LogKernel(successes, trials - successes, probability, failure);
        return probability is 0 or 1
            ? 0
            : Math.Exp(kernel) * ((double)trials / ((double)successes * (trials - successes)));
    }

    /// <summary>P(X &lt;= successes).</summary>
    /// <param name="successes">Any whole number.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">Of a success, 0 to 1.</param>
    public static double AtMost(long successes, long trials, double probability)
    {
        Check(trials, probability);
        return successes < 0 ? 0
            : successes >= trials ? 1
            : IncompleteBeta.Lower(trials - successes, successes + 1.0, 1 - probability, probability);
    }

    /// <summary>P(X &gt;= successes).</summary>
    /// <param name="successes">Any whole number.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">Of a success, 0 to 1.</param>
    public static double AtLeast(long successes, long trials, double probability)
    {
        Check(trials, probability);
        return successes <= 0 ? 1
            : successes > trials ? 0
            : IncompleteBeta.Lower(successes, trials - successes + 1.0, probability, 1 - probability);
    }

    private static void Check(long trials, double probability)
    {
        Normal.CheckProbability(probability);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
    }
}
