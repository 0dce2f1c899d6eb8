using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What may leak.</summary>
public enum LeakageKind
{
    /// <summary>Nobody says who smiled.</summary>
    NoPeople,

    /// <summary>Names of people that differ in case, spaces, signs or leading zeros alone.</summary>
    PersonNames,

    /// <summary>A clip with smiles of several people or of both classes.</summary>
    SharedClip,

    /// <summary>Rows of one person that are alike.</summary>
    Duplicates,

    /// <summary>Rows of different people that are alike.</summary>
    DuplicatesAcrossPeople,

    /// <summary>Rows that are alike but for the label.</summary>
    Contradiction,

    /// <summary>A feature of two values that are the label.</summary>
    LabelCopy,

    /// <summary>A feature that separates the classes nearly by itself.</summary>
    SingleFeature,

    /// <summary>A feature that counts the rows.</summary>
    RowNumber,

    /// <summary>A feature that is missing in one class more often than in the other.</summary>
    MissingByClass,

    /// <summary>People of one class each.</summary>
    ClassByPerson,

    /// <summary>A context column (camera, date, site) that goes with the class.</summary>
    Context,

    /// <summary>Rows in the order of their classes.</summary>
    RowOrder,

    /// <summary>An area under the ROC curve that real smiles do not give.</summary>
    TooGood,
}

/// <summary>How much a finding matters.</summary>
public enum LeakageSeverity
{
    /// <summary>Worth knowing; does no harm by itself.</summary>
    Note,

    /// <summary>The numbers may be too good.</summary>
    Warning,

    /// <summary>The numbers are not to be believed before this is explained.</summary>
    Severe,
}

/// <summary>One thing that may leak. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What was found, with numbers. Rows are counted from 1 below the header.</param>
public sealed record LeakageFinding(LeakageKind Kind, LeakageSeverity Severity, string Sentence)
{
    /// <summary>The rows of the table, from 0; empty where it is not about some rows.</summary>
    public ImmutableArray<int> Rows { get; init; } = [];

    /// <summary>The columns; empty where it is not about some columns.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>As in <c>Severe: ...</c>.</summary>
    public override string ToString() => $"{Severity}: {Sentence}";
}
