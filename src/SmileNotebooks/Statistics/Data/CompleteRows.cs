// Columns without the rows that have a missing value, under the caller's policy. A row is a participant's here, so both ways to drop are the same.
namespace SmileNotebooks;

/// <summary>Copies of columns without their incomplete rows, and what was left out.</summary>
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

    /// <summary>Columns of equal length whose rows belong together. The arrays are handed on where nothing is missing.</summary>
    /// <exception cref="ArgumentException">A value is not finite and the policy is to fail: row, column and value are named.</exception>
    public static CompleteRows Of(double[][] columns, IReadOnlyList<string> names, MissingValues policy)
    {
        bool[] incomplete = new bool[columns[0].Length];
        for (int column = 0; column < columns.Length; column++)
        {
            MissingRows.Mark(names[column], columns[column], incomplete, policy);
        }

        if (!incomplete.Contains(true))
        {
            return new CompleteRows(columns, DroppedRows.None);
        }

        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participants: null, policy);
        return new CompleteRows([.. columns.Select(column => Array.ConvertAll(kept, row => column[row]))], dropped);
    }
}
