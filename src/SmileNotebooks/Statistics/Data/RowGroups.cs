// Records split into groups: one order, and one set of errors, for all that compares or describes groups.
namespace SmileNotebooks;

/// <summary>The rows of one group, in the caller's order.</summary>
internal sealed record RowGroup(string Name, int[] Rows)
{
    /// <summary>The values of the group's rows.</summary>
    public T[] Of<T>(T[] values) => Array.ConvertAll(Rows, row => values[row]);

    /// <summary>The values of the group's complete rows, and which of the caller's rows it lost.</summary>
    public (double[] Values, DroppedRows Dropped) Complete(double[] values, bool[] incomplete)
    {
        int[] lost = Array.FindAll(Rows, row => incomplete[row]);
        return lost.Length == 0
            ? (Of(values), DroppedRows.None)
            : ([.. Rows.Where(row => !incomplete[row]).Select(row => values[row])], new DroppedRows([.. lost], []));
    }
}

internal static class RowGroups
{
    /// <summary>The groups in their order: text by ordinal value, all else by its own (enums as declared, false before true).</summary>
    /// <param name="rows">The records.</param>
    /// <param name="group">Each record's group.</param>
    /// <param name="kept">The rows to look at; null for all.</param>
    /// <exception cref="ArgumentException">A row has no group.</exception>
    public static RowGroup[] Of<T, TGroup>(T[] rows, Func<T, TGroup> group, int[]? kept = null)
    {
        kept ??= [.. Enumerable.Range(0, rows.Length)];
        TGroup[] groups = Array.ConvertAll(kept, row => group(rows[row]) ?? throw new ArgumentException($"Row {row} has no group: null was found.", nameof(group)));
        IComparer<TGroup> order = typeof(TGroup) == typeof(string) ? (IComparer<TGroup>)StringComparer.Ordinal : Comparer<TGroup>.Default;
        return
        [
            .. Enumerable.Range(0, kept.Length).GroupBy(place => groups[place], place => kept[place])
                .OrderBy(members => members.Key, order).Select(members => new RowGroup($"{members.Key}", [.. members])),
        ];
    }

    /// <summary>The two groups that there are.</summary>
    /// <exception cref="ArgumentException">There are fewer or more; they are listed.</exception>
    public static (RowGroup First, RowGroup Second) Two<T, TGroup>(T[] rows, Func<T, TGroup> group, string method, int[]? kept = null) => Of(rows, group, kept) switch
    {
        [RowGroup first, RowGroup second] => (first, second),
        { Length: 0 } => throw new ArgumentException($"{method} compares two groups; found no rows.", nameof(rows)),
        RowGroup[] others => throw new ArgumentException(
            $"{method} compares two groups; found {others.Length}: {string.Join(", ", others.Take(10).Select(other => other.Name))}{(others.Length > 10 ? ", ..." : "")}.", nameof(group)),
    };
}
