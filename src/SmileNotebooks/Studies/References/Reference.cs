// One entry of a bibliography, with the fields of CSL-JSON that this house uses.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A bibliographic entry.</summary>
public sealed record Reference
{
    /// <summary>Its id, as in "dimberg-2000".</summary>
    public required string Key { get; init; }

    /// <summary>Its type in CSL, as in "article-journal".</summary>
    public required string Type { get; init; }

    /// <summary>Its authors in order; the last is "and others" where not all are listed.</summary>
    public required ImmutableArray<Author> Authors { get; init; }

    /// <summary>The year it was issued.</summary>
    public required int Year { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The journal or book it is in; null where it is in none.</summary>
    public string? Container { get; init; }

    /// <summary>The volume; null where there is none.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue; null where there is none.</summary>
    public string? Issue { get; init; }

    /// <summary>Pages, or the number of the article; null where there are none.</summary>
    public string? Pages { get; init; }

    /// <summary>The digital object identifier without its resolver; null where none was confirmed.</summary>
    public string? Doi { get; init; }

    /// <summary>What a reader should know of the entry; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where it is found; null without a DOI.</summary>
    public Uri? Link => Doi is null ? null : new Uri($"https://doi.org/{Doi}");

    /// <summary>The first author's family name.</summary>
    public string FirstAuthor => Authors[0].InText;

    /// <summary>As in <c>Dimberg 2000</c>, for rows and labels.</summary>
    internal string Short => FormattableString.Invariant($"{FirstAuthor} {Year}");

    /// <summary>As in <c>Dimberg, Thunberg &amp; Elmehed (2000)</c>; from four authors, <c>Korb and others (2014)</c>.</summary>
    public string InText => $"{Names} ({Year})";

    /// <summary>The whole entry in the order of the American Psychological Association, as plain text.</summary>
    public string Text => ReferenceStyle.Text(this);

    /// <summary>The same as <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>Equal by key: a bibliography has each once.</summary>
    public bool Equals(Reference? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private string Names => Authors switch
    {
        [Author one] => one.InText,
        [Author one, Author { Literal: null } two] => $"{one.InText} & {two.InText}",
        [Author one, Author { Literal: null } two, Author { Literal: null } three] => $"{one.InText}, {two.InText} & {three.InText}",
        _ => $"{Authors[0].InText} and others",
    };
}
