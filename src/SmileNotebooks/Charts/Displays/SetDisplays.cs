// Sets of recordings show a table. They load what they are asked for, one by one: a long set is opened in part, and says so.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.Charts;
using static System.FormattableString;

[assembly: Display(typeof(RecordingSet), typeof(RecordingSetDisplay))]
[assembly: Display(typeof(EmgSignalSet), typeof(EmgSignalSetDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a table of recordings.</summary>
internal sealed class RecordingSetDisplay : ValueDisplay<RecordingSet>
{
    private const int MostOpened = 100;

    protected override string? Render(RecordingSet value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(TableOf(value), 1, 4, 5)),
        MimeTypes.Plain => $"{value}\n\n{TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };

    private static ResultTable TableOf(RecordingSet set)
    {
        int shown = Math.Min(set.Count, MostOpened);
        (ImmutableArray<string> Cells, string? Simulated)[] rows = [.. Enumerable.Range(0, shown).Select(index => Row(set, index))];
        string?[] origins = [.. rows.Select(row => row.Simulated).Distinct()];
        string?[] notes =
        [
            shown < set.Count ? $"The first {shown} of {set.Count} recordings; the others were not opened." : null,
            // What holds for all is said once.
            origins is [string origin] ? $"Data: {origin}." : null,
        ];
        return new(
            "Recordings", ["participant", "file", "channels", "duration (s)", "events", "remarks"],
            [.. rows.Select(row => origins.Length > 1 && row.Simulated is not null ? row.Cells.SetItem(5, Joined(row.Cells[5], row.Simulated)) : row.Cells)])
        {
            Note = string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null,
        };
    }

    private static string Joined(string remarks, string simulated) => remarks.Length == 0 ? simulated : $"{remarks}; {simulated}";

    /// <summary>One damaged file must not hide the others.</summary>
    private static (ImmutableArray<string> Cells, string? Simulated) Row(RecordingSet set, int index)
    {
        try
        {
            Recording one = set[index];
            string file = one.Path is null ? "" : Path.GetFileName(one.Path);
            return ([one.Participant, file, ChannelsOf(one), Invariant($"{one.Duration:0.###}"), EventsOf(one), string.Join("; ", one.Remarks)], one.Simulated);
        }
        catch (RecordingException error)
        {
            return (["", Path.GetFileName(error.Path), "", "", "", $"cannot be read: {error.Message}"], null);
        }
    }

    private static string ChannelsOf(Recording recording)
    {
        double[] rates = [.. recording.Channels.Select(channel => channel.SamplingRate).Distinct().Order()];
        return Invariant($"{recording.Channels.Length} at {(rates.Length == 1 ? $"{rates[0]:0.###}" : $"{rates[0]:0.###} to {rates[^1]:0.###}")} Hz");
    }

    /// <summary>How often each label occurs, where there are few labels.</summary>
    private static string EventsOf(Recording recording)
    {
        const int MostLabels = 4;
        KeyValuePair<string, int>[] labels = [.. recording.Events.CountBy(one => one.Label)];
        return labels.Length is > 0 and <= MostLabels ? string.Join(", ", labels.Select(label => $"{label.Key} {label.Value}")) : $"{recording.Events.Length}";
    }
}

/// <summary>Shows a table of signals.</summary>
internal sealed class EmgSignalSetDisplay : ValueDisplay<EmgSignalSet>
{
    // Each is read and processed only to be shown.
    private const int MostProcessed = 12;

    protected override string? Render(EmgSignalSet value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(TableOf(value))),
        MimeTypes.Plain => $"{value}\n\n{TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };

    private static ResultTable TableOf(EmgSignalSet set)
    {
        int shown = Math.Min(set.Count, MostProcessed);
        EmgSignal[] signals = [.. Enumerable.Range(0, shown).Select(index => set[index])];
        string[] notes =
        [
            .. signals.Select(signal => signal.Steps.IsEmpty ? "" : $"Steps: {string.Join(", ", signal.Steps)}.").Distinct().Where(note => note.Length > 0),
            .. signals.Select(signal => signal.Simulated).OfType<string>().Distinct().Select(phrase => $"Data: {phrase}."),
            .. shown < set.Count ? [$"The first {shown} of {set.Count}; the others were not read."] : Array.Empty<string>(),
        ];
        return new(set.Muscle, ["participant", "samples", "rate (Hz)", "unit", "duration (s)", "events", "missing"], [.. signals.Select(Row)]) { Note = notes.Length == 0 ? null : string.Join(' ', notes) };
    }

    private static ImmutableArray<string> Row(EmgSignal signal)
    {
        int missing = 0;
        foreach (double sample in signal.Samples.Span)
        {
            missing += double.IsFinite(sample) ? 0 : 1;
        }

        return [signal.Participant, Invariant($"{signal.Samples.Length:#,0}"), Invariant($"{signal.SamplingRate:0.###}"), signal.Unit, Invariant($"{signal.Duration:0.###}"), $"{signal.Events.Length}", Invariant($"{missing:#,0}")];
    }
}
