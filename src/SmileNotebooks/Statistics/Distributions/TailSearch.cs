// Quantiles of positive variables from a tail probability, by Newton's method on logarithms.
namespace SmileNotebooks;

/// <summary>One tail of a continuous distribution on the positive numbers.</summary>
internal interface IPositiveTail
{
    /// <summary>log of the tail probability at x, and how it changes with log x.</summary>
    (double LogTail, double Slope) At(double x);
}

internal static class TailSearch
{
    private const double LargestLog = 700;

    /// <summary>The x at which the log of a tail is <paramref name="logTarget"/>. Tails are log-concave in log x or nearly so: Newton's steps run
    /// home from almost anywhere; a bracket catches those that do not.</summary>
    public static double Solve<TTail>(TTail tail, double logTarget, double start)
        where TTail : struct, IPositiveTail
    {
        double lower = -LargestLog;
        double upper = LargestLog;
        double u = Math.Log(start);
        for (int step = 0; step < 200; step++)
        {
            (double logTail, double slope) = tail.At(Math.Exp(u));
            double error = logTail - logTarget;
            if (error == 0 || double.IsNaN(error))
            {
                break;
            }

            // Digits double from step to step: after one this small nothing is left to gain. It may lie outside of the bracket by rounding.
            double newton = error / slope;
            if (Math.Abs(newton) < 1e-9)
            {
                u -= newton;
                break;
            }

            // A tail that falls (slope below 0) and is still too large has its root to the right, one that rises to the left.
            (lower, upper) = error > 0 == slope < 0 ? (u, upper) : (lower, u);
            double next = u - newton;
            u = next > lower && next < upper ? next : 0.5 * (lower + upper);
        }

        return Math.Exp(u);
    }
}
