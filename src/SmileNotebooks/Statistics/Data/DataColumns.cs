using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A table of named columns of equal length, each numeric or a factor: what formulae and designs are read from. Immutable.</summary>
public sealed partial class DataColumns
{
    private readonly ImmutableArray<Column> _columns;

    private DataColumns(ImmutableArray<Column> columns, int rowCount)
    {
        _columns = columns;
        RowCount = rowCount;
    }

    /// <summary>A table without columns, to add columns to.</summary>
    public static DataColumns Empty { get; } = new([], 0);

    /// <summary>How many rows each column has.</summary>
    public int RowCount { get; }

    /// <summary>The names of the columns in their order.</summary>
    public ImmutableArray<string> Names => [.. _columns.Select(column => column.Name)];

    /// <summary>The table with a numeric column added, or replaced where the name is taken. NaN means missing.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the table's rows.</exception>
    public DataColumns With(string name, ReadOnlySpan<double> values) => With(new Column(name, values.ToArray(), null), values.Length);

    /// <summary>The table with a factor added, or replaced where the name is taken.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="labels">One label a row; null or empty is missing.</param>
    /// <param name="levels">The levels in the order wanted; default: the distinct labels, sorted by ordinal value.</param>
    /// <exception cref="ArgumentException">The number of labels is not that of the table's rows, or a label is no level.</exception>
    public DataColumns With(string name, IEnumerable<string?> labels, IEnumerable<string>? levels = null) => With(name, SmileNotebooks.Factor.From(labels, levels));

    /// <summary>The table with a factor added, or replaced where the name is taken.</summary>
    /// <exception cref="ArgumentException">The factor's rows are not as many as the table's.</exception>
    public DataColumns With(string name, Factor factor) => With(new Column(name, null, factor), factor.Codes.Length);

    /// <summary>Whether there is a column of this name.</summary>
    public bool Contains(string name) => _columns.Any(column => column.Name == name);

    /// <summary>Whether the column is numeric (and not a factor).</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public bool IsNumeric(string name) => Find(name).Values is not null;

    /// <summary>The values of a numeric column.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it is a factor.</exception>
    public ReadOnlySpan<double> Numeric(string name) =>
        Find(name).Values ?? throw new ArgumentException($"Column '{name}' holds labels where numbers are needed.", nameof(name));

    /// <summary>A column as a factor; the levels of a numeric column are its distinct numbers, ascending.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Factor Factor(string name)
    {
        Column column = Find(name);
        return column.Labels ?? SmileNotebooks.Factor.From(column.Values);
    }

    /// <summary>Some of the rows, in the order given. Factors keep all of their levels.</summary>
    /// <param name="rows">Row indices, counted from 0.</param>
    public DataColumns Rows(ReadOnlySpan<int> rows)
    {
        Column[] columns = new Column[_columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = _columns[i].Rows(rows);
        }

        return new DataColumns(ImmutableArray.Create(columns), rows.Length);
    }

    private DataColumns With(Column column, int rows)
    {
        if (_columns.Length > 0 && rows != RowCount && !(_columns.Length == 1 && _columns[0].Name == column.Name))
        {
            throw new ArgumentException($"Column '{column.Name}' has {rows} rows; the table has {RowCount}.", nameof(column));
        }

        int place = _columns.IndexOf(_columns.FirstOrDefault(other => other.Name == column.Name)!);
        return new DataColumns(place < 0 ? _columns.Add(column) : _columns.SetItem(place, column), rows);
    }

    private Column Find(string name) =>
        _columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException($"There is no column '{name}'; there are: {string.Join(", ", Names)}.", nameof(name));

    private sealed record Column(string Name, double[]? Values, Factor? Labels)
    {
        public Column Rows(ReadOnlySpan<int> rows)
        {
            if (Values is null)
            {
                return this with { Labels = Labels!.Rows(rows) };
            }

            double[] values = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
            {
                values[i] = Values[rows[i]];
            }

            return this with { Values = values };
        }
    }
}
