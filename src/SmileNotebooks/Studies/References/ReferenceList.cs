// A list of references: shown under a report, and handed to reference managers.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>References in the order of their authors and years, each once.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class ReferenceList : IReadOnlyList<Reference>
{
    private readonly ImmutableArray<Reference> _items;

    /// <summary>Makes a list of entries in any order.</summary>
    /// <param name="references">The entries; those that come twice are kept once.</param>
    public ReferenceList(IEnumerable<Reference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        _items =
        [
            .. references.Distinct()
                .OrderBy(reference => string.Join(' ', reference.Authors.Select(author => author.InList)), StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(reference => reference.Year).ThenBy(reference => reference.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many.</summary>
    public int Count => _items.Length;

    /// <summary>An entry by its place in the list, from 0.</summary>
    public Reference this[int index] => _items[index];

    /// <summary>All entries for LaTeX.</summary>
    public string BibTex => string.Concat(_items.Select(BibTexWriter.Entry));

    /// <summary>All entries for Zotero, Pandoc and other readers of CSL-JSON.</summary>
    public string CslJson => CslJsonWriter.Write(_items);

    /// <summary>An entry a line.</summary>
    public override string ToString() => string.Join('\n', _items.Select(reference => reference.Text));

    /// <inheritdoc/>
    public IEnumerator<Reference> GetEnumerator() => ((IEnumerable<Reference>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
