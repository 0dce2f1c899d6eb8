namespace SmileNotebooks;

/// <summary>Ways to make the responses of different people comparable.</summary>
public enum Standardisation
{
    /// <summary>Responses stay as they were counted.</summary>
    None,

    /// <summary>z within participant and muscle: (response - mean) / SD over all trials of the participant that are left, conditions together.</summary>
    ZScore,
}
