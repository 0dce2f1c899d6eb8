// How likely r of m independent events are, and the other way round.
namespace SmileNotebooks;

internal static class BinomialTail
{
    /// <summary>The probability of at least r of m events that each have probability p.</summary>
    public static double AtLeast(int r, int m, double p)
    {
        double logarithm = (r * Math.Log(p)) + ((m - r) * Math.Log(1 - p));
        for (int i = 0; i < r; i++)
        {
            logarithm += Math.Log((m - i) / (double)(r - i));
        }

        // Terms are positive and each is the one before times a ratio, so that none cancels another.
        double term = Math.Exp(logarithm);
        double sum = term;
        for (int k = r; k < m; k++)
        {
            term *= (m - k) / (k + 1.0) * p / (1 - p);
            sum += term;
        }

        return sum;
    }

    /// <summary>The p of one event for which at least r of m have a given probability.</summary>
    public static double ProbabilityFor(double probability, int r, int m)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200 && low < high; i++)
        {
            double middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = AtLeast(r, m, middle) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }
}
