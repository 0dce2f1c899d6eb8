// One rule for missing values in every method: mark the rows, then drop or fail as the caller chose.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

internal static class MissingRows
{
    /// <summary>Marks the rows without a finite value.</summary>
    /// <exception cref="ArgumentException">There is one and the policy is to fail.</exception>
    public static void Mark(string column, ReadOnlySpan<double> values, bool[] incomplete, MissingValues missing)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]))
            {
                Mark(column, row, values[row].ToString(CultureInfo.InvariantCulture), incomplete, missing);
            }
        }
    }

    /// <summary>Marks the rows without a label.</summary>
    /// <exception cref="ArgumentException">There is one and the policy is to fail.</exception>
    public static void Mark(string column, Factor factor, bool[] incomplete, MissingValues missing)
    {
        for (int row = 0; row < factor.Codes.Length; row++)
        {
            if (factor.Codes[row] == Factor.Missing)
            {
                Mark(column, row, "missing", incomplete, missing);
            }
        }
    }

    /// <summary>The rows to keep and what is dropped.</summary>
    /// <param name="incomplete">For each row whether a value is missing.</param>
    /// <param name="participants">Each row's participant; null where rows have none.</param>
    /// <param name="missing">Under <see cref="MissingValues.DropParticipants"/> an incomplete row takes its participant's other rows with it.</param>
    public static (int[] Kept, DroppedRows Dropped) Split(bool[] incomplete, Factor? participants, MissingValues missing)
    {
        bool[] drop = missing == MissingValues.DropParticipants && participants is not null ? WithParticipants(incomplete, participants) : incomplete;
        int[] kept = [.. Enumerable.Range(0, drop.Length).Where(row => !drop[row])];
        if (kept.Length == drop.Length)
        {
            return (kept, DroppedRows.None);
        }

        ImmutableArray<int> dropped = [.. Enumerable.Range(0, drop.Length).Where(row => drop[row])];
        return (kept, new DroppedRows(dropped, participants is null ? [] : WithoutRows(participants, kept, dropped)));
    }

    /// <summary>Marks a row.</summary>
    /// <exception cref="ArgumentException">The policy is to fail.</exception>
    public static void Mark(string column, int row, string found, bool[] incomplete, MissingValues missing)
    {
        if (missing == MissingValues.Fail)
        {
            throw new ArgumentException($"Row {row}: '{column}' is {found}. Choose a policy for missing values (drop listwise or by participant), or mend the row.");
        }

        incomplete[row] = true;
    }

    private static bool[] WithParticipants(bool[] incomplete, Factor participants)
    {
        HashSet<int> codes = [.. participants.Codes.Where((_, row) => incomplete[row])];
        return [.. participants.Codes.Select((code, row) => incomplete[row] || codes.Contains(code))];
    }

    private static ImmutableArray<string> WithoutRows(Factor participants, int[] kept, ImmutableArray<int> dropped)
    {
        HashSet<int> left = [.. kept.Select(row => participants.Codes[row])];
        return [.. dropped.Select(row => participants.Codes[row]).Where(code => code != Factor.Missing && !left.Contains(code)).Distinct().Order()
            .Select(code => participants.Levels[code])];
    }
}
