// Joins the points beyond the threshold into clusters.
namespace SmileNotebooks;

/// <summary>Connected components of points of the same sign. Points lie in order of time and then of channel: point = sample x channels + channel.</summary>
/// <remarks>Each point looks back at the same channel one sample earlier and at neighbouring channels of the same sample that come before it; the components are
/// kept as a forest in which the smallest point is the root (Galler and Fischer, 1964, with path halving). Not for several threads at a time.</remarks>
internal sealed class ClusterFinder
{
    private readonly int _channels;
    private readonly int[][] _earlierNeighbours;
    private readonly int[] _parents;
    private readonly double[] _masses;
    private readonly int[] _sizes;
    private readonly sbyte[] _signs;

    /// <param name="points">Samples times channels.</param>
    /// <param name="adjacency">Neighbouring channels; null for one channel.</param>
    public ClusterFinder(int points, ChannelAdjacency? adjacency)
    {
        _channels = adjacency?.Channels.Length ?? 1;
        _earlierNeighbours = adjacency is null
            ? [[]]
            : [.. adjacency.Neighbours.Select((neighbours, channel) => neighbours.Where(other => other < channel).ToArray())];
        _parents = new int[points];
        _masses = new double[points];
        _sizes = new int[points];
        _signs = new sbyte[points];
    }

    /// <summary>Joins the points.</summary>
    /// <param name="above">The points beyond the threshold.</param>
    public void Join(SuprathresholdPoints above)
    {
        ReadOnlySpan<int> points = above.Points;
        ReadOnlySpan<double> t = above.T;
        for (int i = 0; i < points.Length; i++)
        {
            int point = points[i];
            _parents[point] = point;
            _masses[point] = t[i];
            _sizes[point] = 1;
            _signs[point] = (sbyte)(t[i] > 0 ? 1 : -1);
            JoinIfAlike(point, point - _channels);
            int channel = _channels == 1 ? 0 : point % _channels;
            foreach (int neighbour in _earlierNeighbours[channel])
            {
                JoinIfAlike(point, point - channel + neighbour);
            }
        }
    }

    /// <summary>The point that stands for the cluster of a point: its first one.</summary>
    public int RootOf(int point)
    {
        while (_parents[point] != point)
        {
            _parents[point] = _parents[_parents[point]];
            point = _parents[point];
        }

        return point;
    }

    /// <summary>The largest cluster's mass without its sign, or size, on the side of the alternative; 0 where there is none.</summary>
    public double Largest(SuprathresholdPoints above, ClusterStatistic statistic, Alternative alternative)
    {
        double largest = 0;
        foreach (int point in above.Points)
        {
            if (_parents[point] == point && IsOnSide(_signs[point], alternative))
            {
                largest = Math.Max(largest, statistic == ClusterStatistic.Mass ? Math.Abs(_masses[point]) : _sizes[point]);
            }
        }

        return largest;
    }

    /// <summary>Whether clusters of this sign count.</summary>
    public static bool IsOnSide(double sign, Alternative alternative) => alternative switch
    {
        Alternative.Greater => sign > 0,
        Alternative.Less => sign < 0,
        _ => true,
    };

    /// <summary>Forgets the points, so that others can be joined.</summary>
    public void Clear(SuprathresholdPoints above)
    {
        foreach (int point in above.Points)
        {
            _signs[point] = 0;
        }
    }

    private void JoinIfAlike(int point, int earlier)
    {
        if (earlier < 0 || _signs[earlier] != _signs[point])
        {
            return;
        }

        int first = RootOf(earlier);
        int second = RootOf(point);
        if (first == second)
        {
            return;
        }

        (int root, int child) = first < second ? (first, second) : (second, first);
        _parents[child] = root;
        _masses[root] += _masses[child];
        _sizes[root] += _sizes[child];
    }
}
