namespace SmileNotebooks;

/// <summary>How action units are measured.</summary>
public sealed record ActionUnitOptions
{
    /// <summary>The same person's face at rest, which displacements are counted from. Default null: the population neutral of
    /// docs/methods.md, the median of 13 portraits that do not smile.</summary>
    public NeutralFace? Neutral { get; init; }
}
