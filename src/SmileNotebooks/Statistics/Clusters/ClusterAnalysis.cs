// The work of a cluster permutation test: the observed clusters, the largest cluster of each permutation, and p.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One cluster test.</summary>
internal sealed class ClusterAnalysis
{
    // Permutations that a thread works on at a time; a multiple of four (see WeightedSums). Their sums for 600 points fill the first-level cache twice.
    private const int Block = 16;

    private readonly ClusterDesign _design;
    private readonly ParticipantCourses[] _data;
    private readonly TMap _map;
    private readonly DroppedRows _dropped;
    private readonly ClusterTestOptions _options;
    private readonly double _threshold;

    /// <param name="design">What may be exchanged.</param>
    /// <param name="data">One for each condition or group.</param>
    /// <param name="map">t of the comparison.</param>
    /// <param name="dropped">Participants that were left out.</param>
    /// <param name="options">Checked.</param>
    public ClusterAnalysis(ClusterDesign design, ParticipantCourses[] data, TMap map, DroppedRows dropped, ClusterTestOptions options)
    {
        _design = design;
        _data = data;
        _map = map;
        _dropped = dropped;
        _options = options;
        _threshold = options.Threshold ?? StudentT.UpperQuantile(options.Alternative == Alternative.TwoSided ? 0.025 : 0.05, map.DegreesOfFreedom);
    }

    public ClusterTestResult Run()
    {
        RequireFiniteT();
        PermutationScheme scheme = _design == ClusterDesign.Independent
            ? new GroupLabels(_data[0].Participants, _data[1].Participants, _options.Permutations, _options.Seed)
            : new SignFlips(_data[0].Participants, _options.Alternative == Alternative.TwoSided, _options.Permutations, _options.Seed);
        double[] largest = LargestClusters(scheme);
        return new ClusterTestResult
        {
            Design = _design,
            Participants = [.. _data.Take(_design == ClusterDesign.Independent ? 2 : 1).Select(data => data.Participants)],
            Samples = _data[0].Samples,
            Channels = _data[0].Adjacency?.Channels ?? [],
            T = [.. _map.T],
            Mean = [.. _map.Mean],
            ConditionMeans = [.. _data.Select(data => data.Means().ToImmutableArray())],
            Threshold = _threshold,
            DegreesOfFreedom = _map.DegreesOfFreedom,
            Statistic = _options.Statistic,
            Alternative = _options.Alternative,
            Clusters = ObservedClusters(scheme, largest),
            NullDistribution = [.. largest],
            IsExact = scheme.IsExact,
            Seed = _options.Seed,
            SamplingRate = _options.SamplingRate,
            StartTime = _options.StartTime,
            Dropped = _dropped,
        };
    }

    private void RequireFiniteT()
    {
        int point = Array.FindIndex(_map.T, t => !double.IsFinite(t));
        if (point >= 0)
        {
            int channels = _data[0].Channels;
            string channel = _data[0].Adjacency is { } adjacency ? $" of channel {adjacency.Channels[point % channels]}" : "";
            throw new ArgumentException(
                $"At sample {point / channels}{channel} nothing varies, but the mean (or the difference of the means) is {_map.Mean[point]}: t is infinite there.");
        }
    }

    private double[] LargestClusters(PermutationScheme scheme)
    {
        double[] largest = new double[scheme.Count];
        double[] critical = _map.CriticalSums(_threshold);
        int blocks = (scheme.Count + Block - 1) / Block;
        ParallelBlocks.Run(
            blocks,
            _options.MaxDegreeOfParallelism,
            () => new Workspace(_map, _data[0].Adjacency),
            (block, workspace) => WorkOn(block, scheme, critical, workspace, largest));
        return largest;
    }

    private void WorkOn(int block, PermutationScheme scheme, double[] critical, Workspace workspace, double[] largest)
    {
        int first = block * Block;
        int count = Math.Min(Block, scheme.Count - first);
        for (int i = 0; i < count; i++)
        {
            scheme.Fill(first + i, workspace.Weights.AsSpan(i * _map.Participants, _map.Participants));
        }

        // The last block may be shorter: its surplus rows hold earlier permutations, whose sums nobody reads.
        WeightedSums.Compute(workspace.Weights, _map.Values, workspace.Sums, _map.Participants);
        for (int i = 0; i < count; i++)
        {
            workspace.Above.Collect(workspace.Sums.AsSpan(i * _map.Points, _map.Points), critical, _map);
            workspace.Finder.Join(workspace.Above);
            largest[first + i] = workspace.Finder.Largest(workspace.Above.Count, _options.Statistic, _options.Alternative);
        }
    }

    private ImmutableArray<Cluster> ObservedClusters(PermutationScheme scheme, double[] largest)
    {
        SuprathresholdPoints above = new(_map.Points);
        above.Collect(_map.T, _threshold);
        ClusterFinder finder = new(_map.Points, _data[0].Adjacency);
        finder.Join(above);
        double[] sorted = [.. largest.Order()];
        double tolerance = Tolerance();
        return
        [
            .. Enumerable.Range(0, above.Count)
                .Where(place => ClusterFinder.IsOnSide(above.T[place], _options.Alternative))
                .GroupBy(finder.RootOf, place => above.Points[place])
                .Select(points => ClusterOf([.. points], scheme, sorted, tolerance))
                .OrderBy(cluster => cluster.Start).ThenBy(cluster => cluster.Points[0].Channel),
        ];
    }

    private Cluster ClusterOf(int[] points, PermutationScheme scheme, double[] sortedLargest, double tolerance)
    {
        int channels = _data[0].Channels;
        ClusterPoint PointOf(int point) => new(point / channels, point % channels);
        double mass = points.Sum(point => _map.T[point]);
        int peak = points.MaxBy(point => Math.Abs(_map.T[point]));
        double size = _options.Statistic == ClusterStatistic.Mass ? Math.Abs(mass) : points.Length;
        return new Cluster(
            points.Min() / channels, (points.Max() / channels) + 1, mass, scheme.PValue(CountAtLeast(sortedLargest, size * (1 - tolerance))), _map.T[peak], PointOf(peak), [.. points.Select(PointOf)]);
    }

    // Equal arrangements (ties, differences of zero) reach their masses by sums in another order, and large t lose digits to the difference in their denominator.
    private double Tolerance()
    {
        double largest = _map.T.Max(Math.Abs);
        return Math.Min(1e-6, 1e-12 * (1 + (largest * largest / _map.DegreesOfFreedom)));
    }

    private static int CountAtLeast(double[] sorted, double value)
    {
        int below = Array.BinarySearch(sorted, value);
        below = below < 0 ? ~below : below;
        while (below > 0 && sorted[below - 1] >= value)
        {
            below--;
        }

        return sorted.Length - below;
    }

    /// <summary>What one thread writes to.</summary>
    private sealed class Workspace(TMap map, ChannelAdjacency? adjacency)
    {
        public double[] Weights { get; } = new double[Block * map.Participants];

        public double[] Sums { get; } = new double[Block * map.Points];

        public SuprathresholdPoints Above { get; } = new(map.Points);

        public ClusterFinder Finder { get; } = new(map.Points, adjacency);
    }
}
