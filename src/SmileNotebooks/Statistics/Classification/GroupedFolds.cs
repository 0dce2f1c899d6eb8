// Folds of a cross-validation in which no person is on both sides.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Rows dealt to folds so that all rows of a group (a person) are in one fold, and folds are alike in size and in their share of both classes,
/// as scikit-learn's StratifiedGroupKFold aims to. Immutable.</summary>
/// <remarks>Groups are taken from the largest to the smallest, those of one size in random order, and each goes to the fold that keeps the sum of squared class shares
/// least: the greedy rule of number partitioning. Every fold holds both classes.</remarks>
public sealed record GroupedFolds
{
    private readonly ImmutableArray<ImmutableArray<int>> _test;

    private GroupedFolds(int[] folds, int count)
    {
        Folds = [.. folds];
        Count = count;
        _test = [.. Enumerable.Range(0, count).Select(fold => RowsWhere(row => folds[row] == fold))];
    }

    /// <summary>The fold of each row, from 0.</summary>
    public ImmutableArray<int> Folds { get; }

    /// <summary>How many folds there are.</summary>
    public int Count { get; }

    /// <summary>Deals rows to folds.</summary>
    /// <param name="groups">The group of each row: any number that rows of one person share.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="count">How many folds: at least 2.</param>
    /// <param name="seed">For the order of groups that are alike; the same seed gives the same folds.</param>
    /// <exception cref="ArgumentException">Lengths that differ, fewer groups than folds, a class that fewer groups than folds have (both are said in numbers).</exception>
    public static GroupedFolds Of(ReadOnlySpan<int> groups, ReadOnlySpan<bool> labels, int count, ulong seed)
    {
        if (groups.Length != labels.Length)
        {
            throw new ArgumentException($"Found {groups.Length} groups with {labels.Length} labels.", nameof(groups));
        }

        if (count < 2)
        {
            throw new ArgumentException($"Found {count} folds, expected at least 2.", nameof(count));
        }

        List<Group> found = GroupsOf(groups, labels);
        Check(found, count);
        Sort(found, seed, (labels.Length - labels.Count(true), labels.Count(true)));
        if (!TryDeal(found, count, []))
        {
            // The greedy rule has left a fold without one of the classes: deal those first that every fold needs.
            TryDeal(found, count, Needed(found, count));
        }

        int[] folds = new int[groups.Length];
        Dictionary<int, int> foldOf = found.ToDictionary(group => group.Id, group => group.Fold);
        for (int row = 0; row < folds.Length; row++)
        {
            folds[row] = foldOf[groups[row]];
        }

        return new GroupedFolds(folds, count);
    }

    /// <summary>The rows that a fold tests on, ascending.</summary>
    /// <param name="fold">From 0.</param>
    public ImmutableArray<int> TestRows(int fold) => _test[fold];

    /// <summary>The rows that a fold trains on: all others, ascending.</summary>
    /// <param name="fold">From 0.</param>
    public ImmutableArray<int> TrainingRows(int fold) => RowsWhere(row => Folds[row] != fold);

    /// <inheritdoc/>
    public bool Equals(GroupedFolds? other) => other is not null && Count == other.Count && Folds.SequenceEqual(other.Folds);

    /// <inheritdoc/>
    public override int GetHashCode() => Folds.Aggregate(Count, HashCode.Combine);

    /// <summary>As in <c>5 folds of 20 to 22 rows</c>.</summary>
    public override string ToString() => $"{Count} folds of {_test.Min(rows => rows.Length)} to {_test.Max(rows => rows.Length)} rows";

    private ImmutableArray<int> RowsWhere(Func<int, bool> isWanted) => [.. Enumerable.Range(0, Folds.Length).Where(isWanted)];

    private static List<Group> GroupsOf(ReadOnlySpan<int> groups, ReadOnlySpan<bool> labels)
    {
        List<Group> found = [];
        Dictionary<int, Group> byId = [];
        for (int row = 0; row < groups.Length; row++)
        {
            if (!byId.TryGetValue(groups[row], out Group? group))
            {
                group = new Group(groups[row]);
                byId.Add(group.Id, group);
                found.Add(group);
            }

            group.Add(labels[row]);
        }

        return found;
    }

    private static void Check(List<Group> groups, int count)
    {
        if (groups.Count < count)
        {
            throw new ArgumentException($"Found {groups.Count} groups, expected at least as many as folds ({count}).", nameof(groups));
        }

        foreach ((bool label, int having) in new[] { (true, groups.Count(group => group.True > 0)), (false, groups.Count(group => group.False > 0)) })
        {
            if (having < count)
            {
                throw new ArgumentException(
                    $"Rows whose label is {(label ? "true" : "false")} are in {having} of {groups.Count} groups, expected at least as many as folds ({count}): each fold needs both classes.",
                    nameof(groups));
            }
        }
    }

    private static void Sort(List<Group> groups, ulong seed, (int False, int True) totals)
    {
        // First by number, so that the order of the rows is of no matter.
        groups.Sort((left, right) => left.Id.CompareTo(right.Id));
        RandomStream random = new(seed);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(groups));
        groups.ForEach(group => group.Weigh(totals));
        Group[] sorted = [.. groups.OrderByDescending(group => group.Size)];
        groups.Clear();
        groups.AddRange(sorted);
    }

    /// <summary>Deals the groups to the folds; those that come with a fold keep it.</summary>
    /// <returns>Whether every fold holds both classes.</returns>
    private static bool TryDeal(List<Group> groups, int count, Dictionary<Group, int> given)
    {
        (int False, int True)[] folds = new (int, int)[count];
        foreach (Group group in groups.OrderBy(group => given.ContainsKey(group) ? 0 : 1))
        {
            int best = given.TryGetValue(group, out int fold) ? fold : 0;
            for (int other = 1; other < count && !given.ContainsKey(group); other++)
            {
                (double cost, double bestCost) = (Cost(folds[other], group), Cost(folds[best], group));
                best = cost < bestCost || (cost == bestCost && folds[other].False + folds[other].True < folds[best].False + folds[best].True) ? other : best;
            }

            group.Fold = best;
            folds[best] = (folds[best].False + group.False, folds[best].True + group.True);
        }

        return folds.All(fold => fold.False > 0 && fold.True > 0);

        // What a group adds to the sum of squared shares of a fold, less what it adds to any.
        static double Cost((int False, int True) fold, Group group) => (fold.False * group.FalseWeight) + (fold.True * group.TrueWeight);
    }

    // A fold is served by one group of both classes or by one of each. As each class has at least as many groups as there are folds, this always works out.
    private static Dictionary<Group, int> Needed(List<Group> groups, int count)
    {
        Dictionary<Group, int> given = [];
        Group[] mixed = [.. groups.Where(group => group.True > 0 && group.False > 0).Take(count)];
        Group[] onlyTrue = [.. groups.Where(group => group.False == 0)];
        Group[] onlyFalse = [.. groups.Where(group => group.True == 0)];
        for (int fold = 0; fold < count; fold++)
        {
            if (fold < mixed.Length)
            {
                given.Add(mixed[fold], fold);
            }
            else
            {
                given.Add(onlyTrue[fold - mixed.Length], fold);
                given.Add(onlyFalse[fold - mixed.Length], fold);
            }
        }

        return given;
    }

    private sealed class Group(int id)
    {
        public int Id => id;

        public int False { get; private set; }

        public int True { get; private set; }

        public double FalseWeight { get; private set; }

        public double TrueWeight { get; private set; }

        public double Size { get; private set; }

        public int Fold { get; set; }

        public void Add(bool label)
        {
            True += label ? 1 : 0;
            False += label ? 0 : 1;
        }

        public void Weigh((int False, int True) totals)
        {
            FalseWeight = False / ((double)totals.False * totals.False);
            TrueWeight = True / ((double)totals.True * totals.True);
            Size = (False * FalseWeight) + (True * TrueWeight);
        }
    }
}
