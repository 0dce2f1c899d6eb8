// What we write into an EDF file as annotations because its header has no place for it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Marks among the annotations of files that this library wrote. Other readers show them as annotations.</summary>
internal static class EdfMarks
{
    /// <summary>The equipment in the header of files that have the marks.</summary>
    public const string Equipment = "SmileNotebooks";

    /// <summary>Where the samples end and the filling of the last record begins.</summary>
    public const string End = "Recording ends";

    /// <summary>Begins the phrase that says how data were simulated.</summary>
    public const string Simulated = "Simulated data: ";

    /// <summary>Takes the marks out of the events.</summary>
    /// <returns>The events, the end in seconds, and how the data were simulated.</returns>
    public static (ImmutableArray<RecordingEvent> Events, double? End, string? Simulated) Taken(EdfHeader header, ImmutableArray<RecordingEvent> events)
    {
        if (!header.IsPlus || header.Recording.Split(' ') is not [_, _, _, _, Equipment])
        {
            return (events, null, null);
        }

        RecordingEvent? end = events.LastOrDefault(one => one.Label == End);
        RecordingEvent? simulated = events.FirstOrDefault(one => one.Label.StartsWith(Simulated, StringComparison.Ordinal));
        return ([.. events.Where(one => one != end && one != simulated)], end?.Onset, simulated?.Label[Simulated.Length..]);
    }
}
