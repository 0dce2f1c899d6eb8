namespace SmileNotebooks;

/// <summary>What is true of one muscle in one trial of a simulated experiment: what an analysis estimates. Immutable.</summary>
/// <param name="Participant">Who, as recordings have it.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Muscle">The muscle.</param>
/// <param name="Number">The number of the trial in its condition, from 1.</param>
/// <param name="Position">The number of the trial among all of the participant, from 1.</param>
/// <param name="Onset">When the face appears: seconds after the first sample of the recording.</param>
/// <param name="Latency">When the response begins: seconds after the face.</param>
/// <param name="Change">By how much the log amplitude changes once the response has risen: the true log ratio to baseline.</param>
public sealed record SimulatedTrial(string Participant, string Condition, string Muscle, int Number, int Position, double Onset, double Latency, double Change)
{
    /// <summary>The group of the participant; empty where there is none.</summary>
    public string Group { get; init; } = "";
}
