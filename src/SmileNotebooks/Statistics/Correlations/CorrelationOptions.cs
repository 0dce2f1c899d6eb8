// What may be chosen in correlations.
namespace SmileNotebooks;

/// <summary>Options of <see cref="Correlation"/>.</summary>
public record CorrelationOptions
{
    /// <summary>The alternative to a correlation of zero. Default: two-sided.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>Confidence of the interval, which is two-sided whatever the alternative. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done where a value is not finite. Default: an error. A row is a pair; both ways to drop are the same.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;
}

/// <summary>Options of <see cref="Correlation.Spearman(ReadOnlySpan{double}, ReadOnlySpan{double}, SpearmanOptions?)"/>.</summary>
public sealed record SpearmanOptions : CorrelationOptions
{
    /// <summary>Whether p is of the exact permutation distribution given the ranks, ties included. Default (null): up to 12 pairs. Possible up to 16.</summary>
    public bool? Exact { get; init; }
}
