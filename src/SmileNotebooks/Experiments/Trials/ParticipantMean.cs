namespace SmileNotebooks;

/// <summary>The mean response of a participant in a condition. Immutable.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Muscle">The muscle or channel.</param>
/// <param name="Value">The mean over trials, each of the same weight.</param>
/// <param name="Trials">How many trials there are.</param>
public sealed record ParticipantMean(string Participant, string Condition, string Muscle, double Value, int Trials)
{
    /// <summary>The between-participants condition; empty where there is none.</summary>
    public string Group { get; init; } = "";
}
