// The symbolic half of the sparse Cholesky factor: which columns are eliminated together, and where each result lies.
namespace SmileNotebooks;

/// <summary>Order of elimination, panels and their places, for a set of grouping factors.</summary>
/// <remarks>
/// Factors are eliminated one after the other. Levels of one factor that an earlier factor ties together form one panel:
/// nested factors stay block-diagonal, crossed ones end in one dense block (Bates et al., 2015; supernodes as in Ng and Peyton, 1993).
/// </remarks>
internal sealed class EliminationPlan
{
    private readonly List<int>[] _children;
    private readonly List<int[]> _levels = [];
    private readonly List<int> _factorOf = [];
    private readonly List<List<long>> _below = [];
    private readonly int[][] _nodeOf;
    private readonly int[][] _columnOf;
    private readonly CrossProducts _products;

    public EliminationPlan(CrossProducts products)
    {
        _products = products;
        int factors = products.Blocks.Length;
        _children = [.. Enumerable.Range(0, factors + 1).Select(_ => new List<int>())];
        _nodeOf = [.. products.Blocks.Select(block => new int[block.Levels])];
        _columnOf = [.. products.Blocks.Select(block => new int[block.Levels])];
        List<long>[][] neighbours = Neighbours(products);
        for (int factor = 0; factor < factors; factor++)
        {
            AddFactor(factor, neighbours[factor]);
        }

        Nodes = Lay();
        Link();
    }

    /// <summary>Panels in the order of elimination; the last holds the fixed effects and the response.</summary>
    public EliminationNode[] Nodes { get; }

    /// <summary>Number of random-effect columns.</summary>
    public int RandomCount { get; private set; }

    /// <summary>Elements of all panels together.</summary>
    public int Size { get; private set; }

    /// <summary>First column of a level in the whole matrix.</summary>
    public int ColumnOf(int factor, int level) => _columnOf[factor][level];

    public EliminationNode NodeOf(int factor, int level) => Nodes[_nodeOf[factor][level]];

    /// <summary>Place, in the storage of all panels, of the block where the second level's rows meet the first level's columns.</summary>
    public int PlaceOf(int factor, int level, int rowFactor, int rowLevel)
    {
        EliminationNode node = NodeOf(factor, level);
        int own = ColumnOf(factor, level) - node.Column;
        int row = ColumnOf(rowFactor, rowLevel);
        int place = row < node.Column + node.Width ? row - node.Column : node.Width + Array.BinarySearch(node.Rows, row);
        return node.Panel + (own * node.Stride) + place;
    }

    private static long Key(int factor, int level) => ((long)factor << 32) | (uint)level;

    private static List<long>[][] Neighbours(CrossProducts products)
    {
        List<long>[][] lists = products.Blocks.Select(block => new List<long>[block.Levels]).ToArray();
        foreach (LevelPairs pairs in products.Pairs)
        {
            for (int i = 0; i < pairs.FirstLevels.Length; i++)
            {
                (lists[pairs.First][pairs.FirstLevels[i]] ??= []).Add(Key(pairs.Second, pairs.SecondLevels[i]));
            }
        }

        return lists;
    }

    private void AddFactor(int factor, List<long>[] neighbours)
    {
        DisjointSets components = new(neighbours.Length);
        foreach (int child in _children[factor])
        {
            int[] own = _below[child].Where(key => key >> 32 == factor).Select(key => (int)key).ToArray();
            for (int i = 1; i < own.Length; i++)
            {
                components.Join(own[0], own[i]);
            }
        }

        Dictionary<int, HashSet<long>> below = new();
        Dictionary<int, List<int>> members = new();
        for (int level = 0; level < neighbours.Length; level++)
        {
            int root = components.Find(level);
            if (!members.TryGetValue(root, out List<int>? list))
            {
                members[root] = list = [];
                below[root] = [];
            }

            list.Add(level);
            below[root].UnionWith(neighbours[level] ?? []);
        }

        foreach (int child in _children[factor])
        {
            int root = components.Find((int)_below[child].First(key => key >> 32 == factor));
            below[root].UnionWith(_below[child].Where(key => key >> 32 > factor));
        }

        foreach ((int root, List<int> levels) in members)
        {
            AddNode(factor, [.. levels], [.. below[root].Order()]);
        }
    }

    private void AddNode(int factor, int[] levels, List<long> below)
    {
        foreach (int level in levels)
        {
            _nodeOf[factor][level] = _levels.Count;
        }

        _children[below.Count == 0 ? ^1 : (int)(below[0] >> 32)].Add(_levels.Count);
        _levels.Add(levels);
        _factorOf.Add(factor);
        _below.Add(below);
    }

    private EliminationNode[] Lay()
    {
        for (int i = 0; i < _levels.Count; i++)
        {
            foreach (int level in _levels[i])
            {
                _columnOf[_factorOf[i]][level] = RandomCount;
                RandomCount += _products.Blocks[_factorOf[i]].Width;
            }
        }

        EliminationNode[] nodes = new EliminationNode[_levels.Count + 1];
        int[] last = Enumerable.Range(RandomCount, _products.FixedCount + 1).ToArray();
        long size = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            bool end = i == _levels.Count;
            int width = end ? last.Length : _levels[i].Length * _products.Blocks[_factorOf[i]].Width;
            int[] rows = end ? [] : [.. Rows(_below[i]), .. last];
            nodes[i] = new()
            {
                Column = end ? RandomCount : ColumnOf(_factorOf[i], _levels[i][0]), Width = width, Rows = rows, Panel = (int)size,
            };
            size += (long)width * (width + rows.Length);
            if (size > Array.MaxLength / 2)
            {
                throw new ArgumentException(
                    $"The grouping factors {string.Join(", ", _products.Blocks.Select(block => $"'{block.Name}' ({block.Levels} levels)"))} " +
                    "are crossed in a way that leaves more than a thousand million numbers in the model's Cholesky factor. " +
                    "Expected: at most one of the crossed factors with tens of thousands of levels.");
            }
        }

        Size = (int)size;
        return nodes;
    }

    private int[] Rows(List<long> below)
    {
        List<int> rows = new();
        foreach (long key in below)
        {
            int factor = (int)(key >> 32);
            rows.AddRange(Enumerable.Range(_columnOf[factor][(int)key], _products.Blocks[factor].Width));
        }

        rows.Sort();
        return [.. rows];
    }

    private void Link()
    {
        int[] owner = new int[RandomCount + _products.FixedCount + 1];
        for (int i = 0; i < Nodes.Length; i++)
        {
            owner.AsSpan(Nodes[i].Column, Nodes[i].Width).Fill(i);
        }

        foreach (EliminationNode node in Nodes)
        {
            List<EliminationTarget> targets = new();
            for (int from = 0; from < node.Rows.Length;)
            {
                EliminationNode target = Nodes[owner[node.Rows[from]]];
                int to = from;
                while (to < node.Rows.Length && node.Rows[to] < target.Column + target.Width)
                {
                    to++;
                }

                targets.Add(new(target, from, to, Places(target, node.Rows.AsSpan(from))));
                from = to;
            }

            node.Targets = [.. targets];
        }
    }

    private static int[] Places(EliminationNode target, ReadOnlySpan<int> rows)
    {
        int[] places = new int[rows.Length];
        int at = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] < target.Column + target.Width)
            {
                places[i] = rows[i] - target.Column;
                continue;
            }

            while (target.Rows[at] != rows[i])
            {
                at++;
            }

            places[i] = target.Width + at;
        }

        return places;
    }
}
