namespace SmileNotebooks;

/// <summary>Kinds of reasons to leave something out, by which exclusions are counted.</summary>
public enum ExclusionKind
{
    /// <summary>A reason of the analyst's own.</summary>
    Other,

    /// <summary>The epoch reaches beyond the recording.</summary>
    Edge,

    /// <summary>The participant has no event, or no trial that is left, of a condition.</summary>
    MissingCondition,

    /// <summary>Samples are missing (NaN).</summary>
    Gap,

    /// <summary>The signal does not vary.</summary>
    Flat,

    /// <summary>An amplitude beyond a limit.</summary>
    Amplitude,

    /// <summary>A baseline far from the others of the participant.</summary>
    Baseline,

    /// <summary>A response that cannot be counted from its baseline, as where one of the two is zero and a ratio is asked for.</summary>
    Uncountable,
}
