// What can be chosen of a cluster permutation test.
namespace SmileNotebooks;

/// <summary>Options of <see cref="ClusterTest"/>.</summary>
public sealed record ClusterTestOptions
{
    /// <summary>The defaults.</summary>
    public static ClusterTestOptions Default { get; } = new();

    /// <summary>A point belongs to a cluster where |t| is greater than this. Default: the point that t(df) exceeds with a probability of 5 %, in both tails together
    /// for a two-sided test and in one tail for the others. It decides which clusters can be found, not how often one is found by chance.</summary>
    public double? Threshold { get; init; }

    /// <summary>What makes a cluster large; by default its mass.</summary>
    public ClusterStatistic Statistic { get; init; } = ClusterStatistic.Mass;

    /// <summary>Clusters in which direction; by default both, which share one null distribution.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>How many random permutations are drawn, besides the one observed: at least 1, by default 9,999. Where there are no more than these, all are
    /// enumerated instead, and p is exact.</summary>
    public int Permutations { get; init; } = 9_999;

    /// <summary>The seed of the permutations, by default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is done with a course in which a value is not finite; by default an error. Dropping leaves out the whole participant, since a course with a hole
    /// cannot be permuted.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>Samples a second, for results in seconds; by default unknown, and results speak of samples.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>The time of the first sample in seconds; by default 0. Nothing without <see cref="SamplingRate"/>.</summary>
    public double StartTime { get; init; }

    /// <summary>How many threads may work, by default all that there are (-1). The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    internal void Check()
    {
        if (Threshold is { } threshold && !(threshold > 0 && double.IsFinite(threshold)))
        {
            throw new ArgumentException($"The cluster-forming threshold is {threshold}, expected a positive number.", nameof(Threshold));
        }

        if (SamplingRate is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            throw new ArgumentException($"The sampling rate is {rate} Hz, expected a positive number.", nameof(SamplingRate));
        }

        if (Permutations < 1)
        {
            throw new ArgumentException($"{Permutations} permutations asked for, expected at least 1.", nameof(Permutations));
        }
    }
}
