using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a training left out of its table, and why: features that are missing too often or do not vary first, then rows without a label or a value.</summary>
/// <param name="Features">Each feature with the reason.</param>
/// <param name="Unlabelled">Row numbers, from 0, without a label.</param>
/// <param name="Incomplete">Row numbers, from 0, that lack a value of a feature that is used.</param>
public sealed record TrainingExclusions(ImmutableArray<(string Feature, string Reason)> Features, ImmutableArray<int> Unlabelled, ImmutableArray<int> Incomplete)
{
    /// <summary>As in <c>crows_feet: missing in 41 % of rows; 12 of 400 rows without a value</c>; empty where nothing was left out.</summary>
    public override string ToString() => string.Join("; ", Features.Select(feature => $"{feature.Feature}: {feature.Reason}")
        .Concat(Unlabelled.IsEmpty ? [] : [$"{Rows(Unlabelled.Length)} without a label"])
        .Concat(Incomplete.IsEmpty ? [] : [$"{Rows(Incomplete.Length)} without a value of a feature that is used"]));

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";
}
