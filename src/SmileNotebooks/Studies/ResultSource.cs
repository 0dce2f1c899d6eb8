// Where a published number comes from.
namespace SmileNotebooks;

/// <summary>What kind of text or data a number was read from.</summary>
public enum SourceKind
{
    /// <summary>The text, a table or a figure of the article.</summary>
    FullText,

    /// <summary>The abstract of the article; the rest of it was not at hand.</summary>
    Abstract,

    /// <summary>Computed anew from the open data of the study, or from numbers that it reports.</summary>
    Recomputed,

    /// <summary>Said by another publication.</summary>
    Secondary,
}

/// <summary>Where a result comes from. A result without one is not loaded.</summary>
/// <param name="Kind">What was read.</param>
/// <param name="Where">The place: a table, a page, the data and the computation.</param>
public sealed record ResultSource(SourceKind Kind, string Where)
{
    /// <summary>As in <c>abstract</c>.</summary>
    public string KindInWords => Kind switch
    {
        SourceKind.FullText => "full text",
        SourceKind.Abstract => "abstract",
        SourceKind.Recomputed => "re-computed",
        _ => "secondary",
    };

    /// <summary>As in <c>abstract: last sentence</c>.</summary>
    public override string ToString() => $"{KindInWords}: {Where}";
}
