// Mauchly's test and the epsilons of a within-participant effect, from the error cross-products of its orthonormal contrasts.
namespace SmileNotebooks;

/// <summary>How far the contrasts of a within-participant effect vary equally and independently.</summary>
/// <param name="W">Mauchly's (1940) criterion, 1 where sphericity holds exactly; NaN where there are not more error degrees of freedom than contrasts less one.</param>
/// <param name="P">Its probability by Box's (1949) expansion to the second order; NaN with <paramref name="W"/>.</param>
/// <param name="GreenhouseGeisser">Epsilon of Greenhouse and Geisser (1959), between 1/d and 1.</param>
/// <param name="HuynhFeldt">Epsilon of Huynh and Feldt (1976) with Lecoutre's (1991) correction, as computed: it may exceed 1 and is then used as 1.
/// With one error degree of freedom, which cannot tell, Greenhouse and Geisser's.</param>
public sealed record Sphericity(double W, double P, double GreenhouseGeisser, double HuynhFeldt)
{
    /// <summary>From the error cross-products of d orthonormal contrasts.</summary>
    /// <param name="error">[d, d], symmetric, not zero.</param>
    /// <param name="errorDegrees">Participants less groups.</param>
    internal static Sphericity Of(double[,] error, int errorDegrees)
    {
        int d = error.GetLength(0);
        double trace = 0, squares = 0;
        for (int i = 0; i < d; i++)
        {
            trace += error[i, i];
            for (int j = 0; j < d; j++)
            {
                squares += error[i, j] * error[i, j];
            }
        }

        double epsilon = Math.Min(1, trace * trace / (d * squares));
        double huynhFeldt = HuynhFeldtOf(epsilon, d, errorDegrees);
        double logW = LogDeterminant(error) - (d * Math.Log(trace / d));
        return new Sphericity(Math.Exp(logW), MauchlyP(logW, d, errorDegrees), epsilon, huynhFeldt);
    }

    // d epsilon is at most the rank of the error cross-products; where it reaches the error degrees of freedom the estimate grows without bound. One degree of
    // freedom says nothing about unequal variances: the lower bound stands.
    private static double HuynhFeldtOf(double epsilon, int d, int errorDegrees)
    {
        double rest = errorDegrees - (d * epsilon);
        return errorDegrees == 1 ? epsilon
            : rest <= 1e-12 * errorDegrees ? double.PositiveInfinity
            : (((errorDegrees + 1) * d * epsilon) - 2) / (d * rest);
    }

    // Anderson (1958), An Introduction to Multivariate Statistical Analysis, page 263. R's mauchly.test, which car and afex call, has the number of all cells
    // of the design where the second-order term has that of the effect's contrasts; its p differs from this one in the third digit or so.
    private static double MauchlyP(double logW, int d, int errorDegrees)
    {
        double rho = 1 - (((2.0 * d * d) + d + 2) / (6.0 * d * errorDegrees));
        double secondOrder = (d + 2.0) * (d - 1) * (d - 2) * ((2.0 * d * d * d) + (6.0 * d * d) + (3.0 * d) + 2) / (288 * Math.Pow(d * errorDegrees * rho, 2));
        double degrees = (d * (d + 1) / 2.0) - 1;
        double statistic = -errorDegrees * rho * logW;
        if (double.IsNaN(statistic))
        {
            return double.NaN;
        }

        statistic = Math.Max(statistic, 0);
        double first = ChiSquared.UpperTail(statistic, degrees);
        return Math.Clamp(first + (secondOrder * (ChiSquared.UpperTail(statistic, degrees + 4) - first)), 0, 1);
    }

    // By Cholesky's decomposition; NaN where the matrix is singular to rounding.
    private static double LogDeterminant(double[,] matrix)
    {
        int d = matrix.GetLength(0);
        double[,] lower = new double[d, d];
        double log = 0;
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                if (i == j && sum <= 1e-14 * matrix[i, i])
                {
                    return double.NaN;
                }

                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }

            log += 2 * Math.Log(lower[i, i]);
        }

        return log;
    }
}
