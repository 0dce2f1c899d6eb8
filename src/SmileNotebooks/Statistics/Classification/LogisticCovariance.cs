// The covariance of the estimates of a logistic regression.
namespace SmileNotebooks;

internal static class LogisticCovariance
{
    /// <summary>The inverse information. Under a penalty, with H the penalised and I the plain information, H^-1 I H^-1 (le Cessie and van Houwelingen, 1992).</summary>
    public static double[] Of(LogisticSolution solution, double[]? penalties)
    {
        double[] inverse = solution.Factor.Inverse();
        if (penalties is null)
        {
            return inverse;
        }

        // H^-1 I H^-1 = H^-1 - H^-1 P H^-1, as I is H less the penalties P.
        int p = penalties.Length;
        double[] covariance = [.. inverse];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++)
            {
                for (int k = 0; k < p; k++)
                {
                    covariance[(i * p) + j] -= inverse[(i * p) + k] * penalties[k] * inverse[(k * p) + j];
                }
            }
        }

        return covariance;
    }
}
