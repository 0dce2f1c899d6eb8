// One cluster that a cluster permutation test found.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Neighbouring points (samples, or samples of channels) whose t values lie beyond the threshold on the same side.</summary>
/// <param name="Start">The first sample that has a point in the cluster, from 0.</param>
/// <param name="End">The sample after the last one: the range is half-open.</param>
/// <param name="Mass">The sum of t over the points; negative where the first condition (or group) is below the second.</param>
/// <param name="P">The family-wise p: how often the largest cluster of a permutation is at least as large, the observed data counted among the permutations.</param>
/// <param name="PeakT">The t value that is farthest from zero.</param>
/// <param name="Peak">Where it lies.</param>
/// <param name="Points">All points, in order of time and then of channel.</param>
public sealed record Cluster(int Start, int End, double Mass, double P, double PeakT, ClusterPoint Peak, ImmutableArray<ClusterPoint> Points)
{
    /// <summary>How many points it has.</summary>
    public int Size => Points.Length;

    /// <summary>The channels that have a point in it, ascending; [0] where the data have no channels.</summary>
    public ImmutableArray<int> Channels => [.. Points.Select(point => point.Channel).Distinct().Order()];

    /// <summary>Equal range, mass, p, peak and points.</summary>
    public bool Equals(Cluster? other) =>
        other is not null && Start == other.Start && End == other.End && Mass.Equals(other.Mass) && P.Equals(other.P) && PeakT.Equals(other.PeakT)
        && Peak == other.Peak && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, Mass, P);
}

/// <summary>One point of the data of a cluster test.</summary>
/// <param name="Sample">From 0.</param>
/// <param name="Channel">From 0; always 0 where the data have no channels.</param>
public readonly record struct ClusterPoint(int Sample, int Channel);
