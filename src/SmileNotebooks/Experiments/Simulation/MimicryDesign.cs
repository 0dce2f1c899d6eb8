// How conditions are dealt to participants.
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>Who sees which faces in a simulated experiment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MimicryDesign>))]
public enum MimicryDesign
{
    /// <summary>Each participant sees the faces of all conditions, in an order of their own.</summary>
    WithinParticipants,

    /// <summary>Each participant sees the faces of one condition. Conditions are dealt in turn: the first participant is in the first group, the second in the second.</summary>
    BetweenGroups,
}
