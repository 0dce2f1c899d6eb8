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

            // A tail that falls (slope below 0) and is still too large has its root to the right, one that rises to the left.
            if (error > 0 == slope < 0)
            {
                lower = u;
            }
            else
            {
                upper = u;
            }

            double next = u - (error / slope);
            if (Math.Abs(next - u) <= 1e-15 * Math.Max(1, Math.Abs(u)))
            {
                // At home: a step that rounds to nothing lies on the bracket, and halving that would lead away again.
                break;
            }

            next = next > lower && next < upper ? next : 0.5 * (lower + upper);
            double move = Math.Abs(next - u);
            u = next;
            if (move <= 1e-15 * Math.Max(1, Math.Abs(u)) || (move < 1e-9 && move < Math.Abs(upper - lower)))
            {
                break;
            }
        }

        return Math.Exp(u);
    }
}
