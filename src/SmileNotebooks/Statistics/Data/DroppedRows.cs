using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a method left out because values were missing: never silently, always in its result.</summary>
/// <param name="Rows">Indices of the rows left out, counted from 0 in the caller's order, ascending.</param>
/// <param name="Participants">Participants of whom nothing is left, in the order of their levels; empty where rows have no participant.</param>
public sealed record DroppedRows(ImmutableArray<int> Rows, ImmutableArray<string> Participants)
{
    private const int MostNamed = 10;

    /// <summary>Nothing was left out.</summary>
    public static DroppedRows None { get; } = new([], []);

    /// <summary>How many rows were left out.</summary>
    public int Count => Rows.Length;

    /// <summary>For instance "2 rows dropped (3, 17); participant dropped: s04", or "no row dropped".</summary>
    public override string ToString()
    {
        if (Count == 0)
        {
            return "no row dropped";
        }

        string rows = $"{Count} {(Count == 1 ? "row" : "rows")} dropped ({Listed([.. Rows.Take(MostNamed + 1).Select(row => row.ToString())], Count)})";
        return Participants.IsEmpty
            ? rows
            : $"{rows}; {(Participants.Length == 1 ? "participant" : "participants")} dropped: {Listed(Participants, Participants.Length)}";
    }

    private static string Listed(ImmutableArray<string> names, int count) =>
        count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {count - MostNamed} more";
}
