// A statistic of clustered rows as a function of how often each cluster was drawn: nothing is copied for a resample.
namespace SmileNotebooks;

/// <summary>A statistic of the weights of clusters. The function must not keep its argument, and may be called from several threads.</summary>
/// <param name="clusters">How many clusters there are.</param>
/// <param name="statistic">Of how often each cluster was drawn.</param>
internal sealed class ClusterWeights(int clusters, Func<double[], double> statistic) : ResampledStatistic
{
    private readonly double[] _weights = new double[clusters];

    public override double Of(ReadOnlySpan<int> units)
    {
        Array.Clear(_weights);
        foreach (int unit in units)
        {
            _weights[unit]++;
        }

        return statistic(_weights);
    }

    public override ResampledStatistic ForAnotherThread() => new ClusterWeights(clusters, statistic);
}
