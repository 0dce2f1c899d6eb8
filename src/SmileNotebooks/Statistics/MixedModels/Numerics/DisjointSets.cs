// Which levels of a grouping factor hang together.
namespace SmileNotebooks;

/// <summary>Union-find with path halving.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    public int Find(int member)
    {
        while (_parent[member] != member)
        {
            member = _parent[member] = _parent[_parent[member]];
        }

        return member;
    }

    public void Join(int one, int other) => _parent[Math.Max(Find(one), Find(other))] = Math.Min(Find(one), Find(other));
}
