namespace SmileNotebooks;

/// <summary>One row of the tidy table: the response of one muscle to one event. Immutable.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Condition">The condition of the event.</param>
/// <param name="Muscle">The muscle or channel.</param>
/// <param name="Number">The number of the trial in its condition, from 1.</param>
/// <param name="Position">The number of the trial among all of the participant, from 1.</param>
/// <param name="Value">The response, as the table's measure says (log ratio, percent, ...).</param>
public sealed record Trial(string Participant, string Condition, string Muscle, int Number, int Position, double Value)
{
    /// <summary>The between-participants condition; empty where there is none.</summary>
    public string Group { get; init; } = "";
}
