// Which column of a CSV file is what.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Options of <see cref="FeatureTable.Load"/>: what the columns are. Every other column of numbers is a feature, every other column of words context.</summary>
public sealed record FeatureTableOptions
{
    /// <summary>The column of the class. Default: null, the smiles are not labelled.</summary>
    public string? Label { get; init; }

    /// <summary>Which of two words in the label column is the named class. Default: null: 1, true and yes, or the word that is the column's name.</summary>
    public string? Positive { get; init; }

    /// <summary>The column that says who smiled. Default: null, there is none, which a labelled table is refused for.</summary>
    public string? Person { get; init; }

    /// <summary>The column of the clip or picture. Default: null, there is none.</summary>
    public string? Clip { get; init; }

    /// <summary>Columns that are context (camera, date, site), though they may hold numbers. Columns of words are context anyway. Default: none.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>Columns that are passed over. Default: none.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>What is done with a labelled table without <see cref="Person"/>. Default: it is refused.</summary>
    public PersonPolicy People { get; init; } = PersonPolicy.Required;

    /// <summary>How the smiles were simulated, for a table that does not say so itself. Default: null.</summary>
    public string? Simulated { get; init; }
}
