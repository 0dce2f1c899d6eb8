// What a result says about a claim.
namespace SmileNotebooks;

/// <summary>What a published result says about a claim. It is our reading, written into the record, where it can be seen and contested.</summary>
public enum Bearing
{
    /// <summary>It is what one expects if the claim holds.</summary>
    Supports,

    /// <summary>In part, or in some conditions or measures and not in others; or too uncertain to be of either side.</summary>
    Mixed,

    /// <summary>It is what one expects if the claim does not hold; a precise null result is one.</summary>
    Contradicts,
}
