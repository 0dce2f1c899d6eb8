// Something that happened during a recording: a stimulus, an annotation, a response.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>An event of a recording. Immutable.</summary>
/// <param name="Onset">Seconds after the first sample of the recording.</param>
/// <param name="Label">What happened, such as a condition.</param>
/// <param name="Duration">In seconds; 0 for a moment, or where unknown.</param>
public sealed record RecordingEvent(double Onset, string Label, double Duration = 0)
{
    /// <summary>Further columns of the file that the event came from (BIDS: trial_type, response_time and others), by their names; empty by default.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Equal onset, label, duration and fields.</summary>
    public bool Equals(RecordingEvent? other) =>
        other is not null && Onset.Equals(other.Onset) && Label == other.Label && Duration.Equals(other.Duration) && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Onset, Label, Duration, Fields.Count);

    /// <summary>As in <c>Happy at 12.3 s</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} at {Onset:0.######} s{(Duration > 0 ? $" for {Duration:0.######} s" : "")}");
}
