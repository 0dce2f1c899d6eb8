// Groups by several columns, and rows in the order of several: Data.Analysis does both by one alone, leaves out rows whose key is null, and counts what is missing as 0 in a mean.
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>A column to order rows by.</summary>
/// <param name="Column">Its name.</param>
/// <param name="IsDescending">Whether the greatest comes first. What is missing comes last either way.</param>
public readonly record struct OrderKey(string Column, bool IsDescending = false)
{
    /// <summary>A column whose least comes first.</summary>
    public static implicit operator OrderKey(string column) => new(column);

    /// <summary>A column whose least comes first.</summary>
    public static OrderKey FromString(string column) => new(column);

    /// <summary>A column whose greatest comes first.</summary>
    public static OrderKey Descending(string column) => new(column, true);
}

/// <summary>Rows of a frame that have the same values in some columns.</summary>
public sealed class FrameGroups
{
    private readonly DataFrame _frame;
    private readonly ImmutableArray<string> _keys;
    private readonly int[][] _groups;

    internal FrameGroups(DataFrame frame, ImmutableArray<string> keys)
    {
        (_frame, _keys) = (frame, keys);
        DataFrameColumn[] columns = [.. keys.Select(key => FrameOrdering.Find(frame, key))];
        _groups = [.. Enumerable.Range(0, checked((int)frame.Rows.Count)).GroupBy(row => new ValueKey([.. columns.Select(column => column[row])])).Select(group => group.ToArray())];
    }

    /// <summary>How many groups there are.</summary>
    public int Count => _groups.Length;

    /// <summary>The rows of each group, in the order in which groups first occur.</summary>
    public IEnumerable<DataFrame> Frames => _groups.Select(rows => FrameOrdering.Take(_frame, rows));

    /// <summary>A row a group: the keys, and how many rows it has in the column count.</summary>
    public DataFrame Counts() => With(new Int32DataFrameColumn("count", _groups.Select(rows => rows.Length)));

    /// <summary>A row a group: the keys, and the mean of each column over what is not missing; null where all is.</summary>
    /// <param name="columns">Columns of numbers.</param>
    public DataFrame Mean(params string[] columns) => With([.. columns.Select(column => Column(column, column, values => values.Average()))]);

    /// <summary>A row a group: the keys, and a number made of what is not missing in a column; null where all is.</summary>
    /// <param name="column">A column of numbers.</param>
    /// <param name="name">What the new column is called.</param>
    /// <param name="of">Makes it, as <c>values => values.Max()</c>; at least one value.</param>
    public DataFrame Aggregate(string column, string name, Func<IReadOnlyList<double>, double> of) => With(Column(column, name, of));

    private DoubleDataFrameColumn Column(string column, string name, Func<IReadOnlyList<double>, double> of)
    {
        FrameReader reader = new(_frame, "groups");
        reader.Require(column);
        return new(name, _groups.Select(rows => rows.Select(row => reader.Number(row, column)).OfType<double>().ToArray() is { Length: > 0 } values ? of(values) : (double?)null));
    }

    private DataFrame With(params DataFrameColumn[] columns)
    {
        DataFrame keys = FrameOrdering.Take(FrameOrdering.Select(_frame, _keys), [.. _groups.Select(rows => rows[0])]);
        return new(keys.Columns.Concat(columns));
    }

    private sealed class ValueKey(object?[] values) : IEquatable<ValueKey>
    {
        private readonly object?[] _values = values;

        public bool Equals(ValueKey? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => Equals(obj as ValueKey);

        public override int GetHashCode()
        {
            HashCode hash = default;
            foreach (object? value in _values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
