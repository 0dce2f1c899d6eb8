// What a cluster permutation test found.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The result of a cluster permutation test.</summary>
/// <remarks>Maps are of [samples, channels], one after the other; where the data have no channels, of [samples].</remarks>
public sealed partial record ClusterTestResult : IStatisticalResult
{
    /// <summary>The comparison.</summary>
    public required ClusterDesign Design { get; init; }

    /// <summary>How many participants took part: one number, or one for each group.</summary>
    public required ImmutableArray<int> Participants { get; init; }

    /// <summary>How many samples a course has.</summary>
    public required int Samples { get; init; }

    /// <summary>Names of the channels; empty where the data have none.</summary>
    public required ImmutableArray<string> Channels { get; init; }

    /// <summary>t at each point; 0 where nothing varies and nothing differs.</summary>
    public required ImmutableArray<double> T { get; init; }

    /// <summary>The mean, or the difference of the conditions' or groups' means, at each point, in the unit of the data.</summary>
    public required ImmutableArray<double> Mean { get; init; }

    /// <summary>The mean of the sample, or of each condition or group, at each point.</summary>
    public required ImmutableArray<ImmutableArray<double>> ConditionMeans { get; init; }

    /// <summary>The cluster-forming threshold of |t|.</summary>
    public required double Threshold { get; init; }

    /// <summary>Degrees of freedom of t.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>What makes a cluster large.</summary>
    public required ClusterStatistic Statistic { get; init; }

    /// <summary>The direction in which clusters were looked for.</summary>
    public required Alternative Alternative { get; init; }

    /// <summary>The clusters in time order, significant or not.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>The largest cluster of each permutation besides the observed arrangement: |mass| or size; 0 where it has none.</summary>
    public required ImmutableArray<double> NullDistribution { get; init; }

    /// <summary>Whether all permutations were enumerated, so that p is exact.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The seed of the permutations.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Samples a second; null where unknown.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>The time of the first sample in seconds.</summary>
    public double StartTime { get; init; }

    /// <summary>Participants that were left out, by their place in the data (those of the second group after all of the first).</summary>
    public required DroppedRows Dropped { get; init; }

    /// <summary>How many permutations were looked at besides the observed arrangement.</summary>
    public int Permutations => NullDistribution.Length;

    /// <summary>The smallest p of a cluster; 1 where there is no cluster.</summary>
    public double P => Clusters.IsEmpty ? 1 : Clusters.Min(cluster => cluster.P);

    /// <inheritdoc/>
    public string Apa => ClusterWords.Sentence(this);

    /// <summary>The time of a sample in seconds, or its number where the sampling rate is unknown.</summary>
    public double TimeOf(int sample) => SamplingRate is { } rate ? StartTime + (sample / rate) : sample;

    /// <summary>The clusters whose p is at most a level.</summary>
    /// <param name="level">By default .05.</param>
    public ImmutableArray<Cluster> Significant(double level = 0.05) => [.. Clusters.Where(cluster => cluster.P <= level)];

    /// <inheritdoc/>
    public ResultTable ToTable() => ClusterWords.Table(this);

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
