using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How an analysis of variance is made and reported.</summary>
public sealed record AnovaOptions
{
    /// <summary>The correction in the reported degrees of freedom and p of within-participant effects. Default: Greenhouse-Geisser. All are computed.</summary>
    public SphericityCorrection Correction { get; init; } = SphericityCorrection.GreenhouseGeisser;

    /// <summary>What to do with a missing value. Default: fail. A participant left without a cell of the design is an error unless participants may be dropped.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>Between-participant factors that were observed (gender), not manipulated: they matter for generalised eta squared alone. Default: none.</summary>
    public ImmutableArray<string> Observed { get; init; } = [];
}
