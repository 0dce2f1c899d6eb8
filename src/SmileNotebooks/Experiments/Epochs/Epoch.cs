namespace SmileNotebooks;

/// <summary>The signal of one muscle around one event. Immutable.</summary>
/// <param name="Participant">Whose signal it is.</param>
/// <param name="Condition">The label of the event.</param>
/// <param name="Trial">The how-many-th event of this condition, from 1; rejected ones count. Counting goes on over several recordings of a participant.</param>
/// <param name="Position">The how-many-th event of all conditions, from 1; rejected ones count. Counting goes on over several recordings of a participant.</param>
/// <param name="EventTime">When the event happened: seconds after the first sample of the recording.</param>
/// <param name="Samples">The samples, as many as in every epoch of the set.</param>
public sealed record Epoch(string Participant, string Condition, int Trial, int Position, double EventTime, ReadOnlyMemory<double> Samples)
{
    /// <summary>The between-participants condition; empty where there is none.</summary>
    public string Group { get; init; } = "";
}
