// Joins the points beyond the threshold into clusters.
namespace SmileNotebooks;

/// <summary>Connected components of points of the same sign. Points lie in order of time and then of channel: point = sample x channels + channel.</summary>
/// <remarks>Each point looks back at the same channel one sample earlier and at neighbouring channels of the same sample that come before it; the components are
/// kept as a forest in which the earliest is the root (Galler and Fischer, 1964, with path halving). All memory is by the number of points beyond the threshold and
/// of channels, so that it stays in the cache however long the courses are. Not for several threads at a time.</remarks>
internal sealed class ClusterFinder
{
    private readonly int _channels;
    private readonly int[][] _earlierNeighbours;

    // By place in the list of points beyond the threshold.
    private readonly int[] _parents;
    private readonly double[] _masses;
    private readonly int[] _sizes;

    // By channel: the last sample that had a point, and the place of that point in the list.
    private readonly int[] _lastSamples;
    private readonly int[] _lastPlaces;

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
        _lastSamples = new int[_channels];
        _lastPlaces = new int[_channels];
    }

    /// <summary>Joins the points, those of an earlier call being forgotten.</summary>
    /// <param name="above">The points beyond the threshold.</param>
    public void Join(SuprathresholdPoints above)
    {
        const int None = -2;
        _lastSamples.AsSpan().Fill(None);
        ReadOnlySpan<int> points = above.Points;
        ReadOnlySpan<double> t = above.T;
        for (int place = 0; place < points.Length; place++)
        {
            (int sample, int channel) = _channels == 1 ? (points[place], 0) : Math.DivRem(points[place], _channels);
            _parents[place] = place;
            _masses[place] = t[place];
            _sizes[place] = 1;
            JoinIfThere(place, channel, sample - 1, t);
            foreach (int neighbour in _earlierNeighbours[channel])
            {
                JoinIfThere(place, neighbour, sample, t);
            }

            _lastSamples[channel] = sample;
            _lastPlaces[channel] = place;
        }
    }

    /// <summary>The place of the point that stands for the cluster of a point: its first one.</summary>
    /// <param name="place">The place of a point in the list.</param>
    public int RootOf(int place)
    {
        while (_parents[place] != place)
        {
            _parents[place] = _parents[_parents[place]];
            place = _parents[place];
        }

        return place;
    }

    /// <summary>The largest cluster's mass without its sign, or size, on the side of the alternative; 0 where there is none.</summary>
    /// <param name="count">How many points were joined.</param>
    /// <param name="statistic">What is large.</param>
    /// <param name="alternative">Which clusters count.</param>
    public double Largest(int count, ClusterStatistic statistic, Alternative alternative)
    {
        double largest = 0;
        for (int place = 0; place < count; place++)
        {
            if (_parents[place] == place && IsOnSide(_masses[place], alternative))
            {
                largest = Math.Max(largest, statistic == ClusterStatistic.Mass ? Math.Abs(_masses[place]) : _sizes[place]);
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

    private void JoinIfThere(int place, int channel, int sample, ReadOnlySpan<double> t)
    {
        int earlier = _lastPlaces[channel];
        if (_lastSamples[channel] != sample || t[earlier] > 0 != t[place] > 0)
        {
            return;
        }

        int first = RootOf(earlier);
        int second = RootOf(place);
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
