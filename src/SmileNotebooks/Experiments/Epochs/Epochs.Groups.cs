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
}
