// What Data.Analysis does by one column, by several.
using System.Collections;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Groups and orders the rows of data frames by several columns.</summary>
public static class FrameOrdering
{
    /// <summary>Groups by several columns, in the order in which the groups first occur. Missing values are a key of their own.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">At least one.</param>
    /// <exception cref="TableException">There is no such column.</exception>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public static FrameGroups GroupByColumns(this DataFrame frame, params IReadOnlyList<string> columns) => columns.Count > 0
        ? new(frame, [.. columns])
        : throw new ArgumentException("No column is named, expected at least one to group by.", nameof(columns));

    /// <summary>Orders by several columns: <c>frame.OrderByColumns("participant", OrderKey.Descending("value"))</c>. Rows that are equal stay in their order; what is missing comes last.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="keys">The columns, the first of the most weight. Words are compared by their code points, in every culture alike.</param>
    /// <returns>A new frame.</returns>
    /// <exception cref="TableException">There is no such column.</exception>
    public static DataFrame OrderByColumns(this DataFrame frame, params IReadOnlyList<OrderKey> keys)
    {
        IOrderedEnumerable<int> rows = Enumerable.Range(0, checked((int)frame.Rows.Count)).OrderBy(_ => 0);
        foreach (OrderKey key in keys)
        {
            DataFrameColumn column = Find(frame, key.Column);
            rows = rows.ThenBy(row => column[row] is null);
            rows = key.IsDescending ? rows.ThenByDescending(row => column[row], Cells.Only) : rows.ThenBy(row => column[row], Cells.Only);
        }

        return Take(frame, [.. rows]);
    }

    internal static DataFrameColumn Find(DataFrame frame, string name) => frame.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new TableException("a data frame", $"column {name}", $"no such column among {string.Join(", ", frame.Columns.Select(column => column.Name))}", "one of them");

    internal static DataFrame Select(DataFrame frame, IEnumerable<string> names) => new(names.Select(name => Find(frame, name)));

    /// <summary>Some rows, in the order given, with all columns of the same types.</summary>
    internal static DataFrame Take(DataFrame frame, int[] rows) => new(frame.Columns.Select(column => column.Clone(new Int32DataFrameColumn("rows", rows))));

    private sealed class Cells : IComparer<object?>
    {
        public static Cells Only { get; } = new();

        public int Compare(object? x, object? y) => x is string first && y is string second ? string.CompareOrdinal(first, second) : Comparer.DefaultInvariant.Compare(x, y);
    }
}
