// Conditions between participants.
namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>The same epochs with the between-participants condition of each participant.</summary>
    /// <param name="groupOf">The group of a participant; not empty.</param>
    /// <exception cref="ArgumentException">A participant has no group.</exception>
    public Epochs Grouped(Func<string, string> groupOf)
    {
        Dictionary<string, string> groups = Participants.ToDictionary(participant => participant, participant => groupOf(participant) is { Length: > 0 } group
            ? group : throw new ArgumentException($"Participant {participant} has no group.", nameof(groupOf)));
        return this with { Items = [.. Items.Select(epoch => epoch with { Group = groups[epoch.Participant] })] };
    }

    /// <summary>The same epochs with the between-participants condition that a table of participants gives (BIDS: <c>participants.tsv</c>).</summary>
    /// <param name="path">A table delimited by tabs, with a column <c>participant_id</c>, whose names may begin with <c>sub-</c>.</param>
    /// <param name="column">The column of the condition, as in <c>"group"</c>.</param>
    /// <exception cref="RecordingException">The file cannot be read, lacks a column or a participant of the epochs, or has one twice.</exception>
    public Epochs Grouped(string path, string column)
    {
        const string Id = "participant_id";
        TsvFile table = TsvFile.Read(path);
        if (!table.Names.Contains(Id) || !table.Names.Contains(column))
        {
            throw new RecordingException(path, "line 1", $"the columns {string.Join(", ", table.Names)}", $"{Id} and {column} among them");
        }

        Dictionary<string, int> rows = [];
        foreach ((int row, (long line, _)) in table.Rows.Index())
        {
            if (table.Field(row, Id) is not { } participant || !rows.TryAdd(WithoutPrefix(participant), row))
            {
                throw new RecordingException(path, $"line {line}", $"the {Id} {table.Field(row, Id) ?? "n/a"}{(table.Field(row, Id) is null ? "" : " again")}", "each participant once");
            }
        }

        return Grouped(participant => !rows.TryGetValue(WithoutPrefix(participant), out int row)
            ? throw new RecordingException(path, null, $"no participant {participant}", "each participant of the epochs")
            : table.Field(row, column) ?? throw new RecordingException(path, $"line {table.Rows[row].Line}", $"no {column} of {participant}", "a name"));
    }

    private static string WithoutPrefix(string participant) => participant.StartsWith("sub-", StringComparison.Ordinal) ? participant["sub-".Length..] : participant;
}
