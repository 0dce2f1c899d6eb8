// The face mesh as long strokes: a figure that draws each edge by itself names most points six times, and its page is larger for it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The edges of <see cref="FaceTopology.Edges"/>, strung together.</summary>
internal static class MeshStrokes
{
    private static readonly Lazy<ImmutableArray<ImmutableArray<int>>> s_all = new(StringTogether);

    /// <summary>Strokes from landmark to landmark; together they run over each edge once.</summary>
    public static ImmutableArray<ImmutableArray<int>> All => s_all.Value;

    private static ImmutableArray<ImmutableArray<int>> StringTogether()
    {
        SortedDictionary<int, SortedSet<int>> left = [];
        foreach ((int a, int b) in FaceTopology.Edges)
        {
            Ends(left, a).Add(b);
            Ends(left, b).Add(a);
        }

        // A stroke that begins where an odd number of edges meet ends at another such point: that makes the fewest.
        List<ImmutableArray<int>> strokes = [];
        foreach (int parity in new[] { 1, 0 })
        {
            foreach (int start in left.Keys)
            {
                while (left[start].Count > 0 && (parity == 0 || left[start].Count % 2 == 1))
                {
                    strokes.Add(From(start, left));
                }
            }
        }

        return [.. strokes];
    }

    private static ImmutableArray<int> From(int start, SortedDictionary<int, SortedSet<int>> left)
    {
        List<int> stroke = [start];
        int at = start;
        while (left[at].Count > 0)
        {
            int next = left[at].Min;
            left[at].Remove(next);
            left[next].Remove(at);
            stroke.Add(next);
            at = next;
        }

        return [.. stroke];
    }

    private static SortedSet<int> Ends(SortedDictionary<int, SortedSet<int>> left, int point)
    {
        if (!left.TryGetValue(point, out SortedSet<int>? ends))
        {
            left[point] = ends = [];
        }

        return ends;
    }
}
