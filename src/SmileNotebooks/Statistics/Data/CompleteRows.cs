// Which rows of some columns are finite throughout, under the caller's policy for missing values.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Copies of columns without the rows that have a missing value, and what was left out.</summary>
internal sealed record CompleteRows(double[][] Columns, DroppedRows Dropped)
{
    /// <summary>One column.</summary>
    public static (double[] Values, DroppedRows Dropped) Of(ReadOnlySpan<double> values, string name, MissingValues policy)
    {
        CompleteRows complete = Of([values.ToArray()], [name], policy);
        return (complete.Columns[0], complete.Dropped);
    }

    /// <summary>Two columns whose rows belong together.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or a value is missing and the policy is to fail.</exception>
    public static (double[] First, double[] Second, DroppedRows Dropped) Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, string firstName, string secondName, MissingValues policy)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                $"'{firstName}' has {first.Length} values and '{secondName}' has {second.Length}; pairs need as many of both.", secondName);
        }

        CompleteRows complete = Of([first.ToArray(), second.ToArray()], [firstName, secondName], policy);
        return (complete.Columns[0], complete.Columns[1], complete.Dropped);
    }

    /// <summary>Columns of equal length whose rows belong together. A row is a participant's, so both ways to drop are the same.
    /// The arrays are handed on where nothing is missing.</summary>
    public static CompleteRows Of(double[][] columns, IReadOnlyList<string> names, MissingValues policy)
    {
        SortedSet<int> incomplete = [];
        for (int column = 0; column < columns.Length; column++)
        {
            double[] values = columns[column];
            for (int row = 0; row < values.Length; row++)
            {
                if (!double.IsFinite(values[row]))
                {
                    incomplete.Add(policy == MissingValues.Fail ? throw Missing(row, names[column], values[row]) : row);
                }
            }
        }

        return incomplete.Count == 0
            ? new CompleteRows(columns, DroppedRows.None)
            : new CompleteRows([.. columns.Select(column => Without(column, incomplete))], new DroppedRows([.. incomplete], []));
    }

    private static double[] Without(double[] column, SortedSet<int> rows) => [.. column.Where((_, row) => !rows.Contains(row))];

    private static ArgumentException Missing(int row, string column, double found) =>
        new($"Row {row}, '{column}': found {found}, expected a finite number. Set Missing to drop such rows.", column);
}
