// What makes a cluster large.
namespace SmileNotebooks;

/// <summary>The size of a cluster, whose largest value under the null hypothesis decides about it.</summary>
public enum ClusterStatistic
{
    /// <summary>The sum of the t values of the cluster: the "mass" of Bullmore et al. (1999) and of Maris and Oostenveld (2007).</summary>
    Mass,

    /// <summary>The number of points of the cluster: samples, or pairs of sample and channel.</summary>
    Size,
}
