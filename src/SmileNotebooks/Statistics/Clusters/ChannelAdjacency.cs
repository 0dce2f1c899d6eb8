// Which channels are neighbours, for clusters over time and channels.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The names of channels and which of them are neighbours of each other.</summary>
public sealed class ChannelAdjacency
{
    private ChannelAdjacency(ImmutableArray<string> channels, ImmutableArray<ImmutableArray<int>> neighbours)
    {
        Channels = channels;
        Neighbours = neighbours;
    }

    /// <summary>Names, in the order of the channels of the data.</summary>
    public ImmutableArray<string> Channels { get; }

    /// <summary>For each channel the indices of its neighbours, ascending, without itself.</summary>
    public ImmutableArray<ImmutableArray<int>> Neighbours { get; }

    /// <summary>The channels of which none is a neighbour of another, as of muscles: clusters extend over time alone, and p is corrected for all channels.</summary>
    /// <param name="channels">Names, each once.</param>
    public static ChannelAdjacency None(IEnumerable<string> channels) => FromPairs(channels, []);

    /// <summary>Neighbours as pairs of names.</summary>
    /// <param name="channels">Names, each once.</param>
    /// <param name="pairs">Two names each; the order within a pair and repetitions do not matter.</param>
    /// <exception cref="ArgumentException">A name that stands twice or is none of the channels, or a channel that is paired with itself.</exception>
    public static ChannelAdjacency FromPairs(IEnumerable<string> channels, IEnumerable<(string First, string Second)> pairs)
    {
        ImmutableArray<string> names = [.. channels];
        Dictionary<string, int> indices = [];
        for (int i = 0; i < names.Length; i++)
        {
            if (!indices.TryAdd(names[i], i))
            {
                throw new ArgumentException($"The channel '{names[i]}' stands at {indices[names[i]]} and at {i}, expected each name once.", nameof(channels));
            }
        }

        SortedSet<int>[] neighbours = [.. names.Select(_ => new SortedSet<int>())];
        foreach ((string first, string second) in pairs)
        {
            int a = IndexOf(indices, first);
            int b = IndexOf(indices, second);
            if (a == b)
            {
                throw new ArgumentException($"The channel '{first}' is paired with itself.", nameof(pairs));
            }

            neighbours[a].Add(b);
            neighbours[b].Add(a);
        }

        return new ChannelAdjacency(names, [.. neighbours.Select(set => set.ToImmutableArray())]);
    }

    /// <summary>Channels are neighbours where they lie no farther apart than a distance.</summary>
    /// <param name="channels">Names, each once.</param>
    /// <param name="positions">[channels, dimensions], any unit of length.</param>
    /// <param name="distance">The greatest distance of neighbours, in the same unit.</param>
    /// <exception cref="ArgumentException">Not one position a channel, a coordinate that is not finite, or a distance that is not 0 or more.</exception>
    public static ChannelAdjacency FromPositions(IEnumerable<string> channels, double[,] positions, double distance)
    {
        string[] names = [.. channels];
        if (positions.GetLength(0) != names.Length)
        {
            throw new ArgumentException($"{positions.GetLength(0)} positions for {names.Length} channels.", nameof(positions));
        }

        if (!(distance >= 0))
        {
            throw new ArgumentException($"The greatest distance of neighbours is {distance}, expected 0 or more.", nameof(distance));
        }

        List<(string, string)> pairs = [];
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Distance(positions, i, j) <= distance)
                {
                    pairs.Add((names[i], names[j]));
                }
            }
        }

        return FromPairs(names, pairs);
    }

    private static double Distance(double[,] positions, int first, int second)
    {
        double squares = 0;
        for (int dimension = 0; dimension < positions.GetLength(1); dimension++)
        {
            double difference = positions[first, dimension] - positions[second, dimension];
            squares += difference * difference;
        }

        return double.IsFinite(squares)
            ? Math.Sqrt(squares)
            : throw new ArgumentException($"The position of channel {first} or of channel {second} has a coordinate that is not finite.", nameof(positions));
    }

    private static int IndexOf(Dictionary<string, int> indices, string name) =>
        indices.TryGetValue(name, out int index)
            ? index
            : throw new ArgumentException($"There is no channel '{name}'; there are: {string.Join(", ", indices.Keys)}.", nameof(name));
}
