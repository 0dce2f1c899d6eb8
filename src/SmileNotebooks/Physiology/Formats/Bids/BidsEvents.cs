// The events of a recording after its _events.tsv.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class BidsEvents
{
    /// <summary>Takes the events of a table in place of those of the file. The label is trial_type, else value, else <c>event</c>; all columns but onset and
    /// duration are kept as fields where they have a value.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="table">With columns onset and duration, in seconds.</param>
    /// <param name="startTime">When the first sample was taken, on the clock of the onsets (StartTime of the JSON).</param>
    /// <exception cref="RecordingException">No column of onsets, or an onset or a duration that is no number.</exception>
    public static Recording Apply(Recording recording, TsvFile table, double startTime)
    {
        if (!table.Names.Contains("onset"))
        {
            throw new RecordingException(table.Path, "the first line", $"the columns {string.Join(", ", table.Names.Take(20).Select(TextTokens.Shown))}", "a column called onset");
        }

        ImmutableArray<string> remarks = recording.Events.IsEmpty
            ? recording.Remarks
            : recording.Remarks.Add($"{recording.Events.Length} event{(recording.Events.Length == 1 ? "" : "s")} of the file itself gave way to the {table.Rows.Length} of {Path.GetFileName(table.Path)}.");
        return recording with { Events = [.. Enumerable.Range(0, table.Rows.Length).Select(row => EventOf(table, row, startTime))], Remarks = remarks };
    }

    private static RecordingEvent EventOf(TsvFile table, int row, double startTime)
    {
        double onset = table.Number(row, "onset") ?? throw new RecordingException(table.Path, $"line {table.Rows[row].Line}", "no onset", "the onset of the event in seconds");
        double duration = table.Number(row, "duration") ?? 0;
        if (duration < 0)
        {
            throw new RecordingException(table.Path, $"line {table.Rows[row].Line}", FormattableString.Invariant($"a duration of {duration:R} s"), "0 or more, or n/a");
        }

        ImmutableSortedDictionary<string, string>.Builder fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string name in table.Names.Where(name => name is not ("onset" or "duration")))
        {
            if (table.Field(row, name) is { } field)
            {
                fields[name] = field;
            }
        }

        return new(onset - startTime, table.Field(row, "trial_type") ?? table.Field(row, "value") ?? "event", duration) { Fields = fields.ToImmutable() };
    }
}
