// What a classifier is trained on: one row a smile, numbers with names, and who smiled.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Labelled or unlabelled smiles as rows of named numbers. Immutable; a missing value is NaN.</summary>
public sealed partial record FeatureTable
{
    /// <summary>The names of the features, in the order of the values.</summary>
    public required ImmutableArray<string> Features { get; init; }

    /// <summary>The smiles.</summary>
    public required ImmutableArray<FeatureRow> Rows { get; init; }

    /// <summary>What the label says where it is true, as "genuine"; null where there is no label.</summary>
    public string? LabelName { get; init; }

    /// <summary>Where the table comes from, as the path of a file.</summary>
    public required string Source { get; init; }

    /// <summary>How it was simulated; null for what was recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>Clips of a list that give no row, and why, in the order of the list (see <see cref="LabelledClips.Measure"/>); empty for a table of features. A validation warns of them.</summary>
    public ImmutableArray<LeftOutClip> LeftOut { get; init; } = [];
}
