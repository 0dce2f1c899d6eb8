namespace SmileNotebooks;

/// <summary>What several trigger channels say together.</summary>
public enum TriggerCoding
{
    /// <summary>Each channel marks events of its own, named after the channel.</summary>
    EachChannel,

    /// <summary>The channels are the bits of a number, the first channel the lowest: high channels 1 and 3 make 5. Events are named by the number.</summary>
    BinaryCode,
}
