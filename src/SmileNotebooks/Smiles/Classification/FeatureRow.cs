using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One smile of a <see cref="FeatureTable"/>.</summary>
/// <param name="Values">A value for each feature, in the order of the table's names; NaN where missing.</param>
public sealed record FeatureRow(ImmutableArray<double> Values)
{
    /// <summary>Whether it is what the label names; null where that is not known.</summary>
    public bool? Label { get; init; }

    /// <summary>Who smiled; null where the table does not say.</summary>
    public string? Person { get; init; }

    /// <summary>The clip or picture; null where the table does not say.</summary>
    public string? Clip { get; init; }

    /// <summary>Further labels such as camera or date, by column: what a class may be confounded with.</summary>
    public ImmutableSortedDictionary<string, string> Context { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
