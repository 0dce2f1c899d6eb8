// Who wrote a publication.
namespace SmileNotebooks;

/// <summary>An author: a family name with given names, or a name as it stands (an organisation, "and others").</summary>
/// <param name="Family">The family name, with its particle ("van Boxtel"); empty for a literal name.</param>
/// <param name="Given">Given names; empty where none is known.</param>
/// <param name="Literal">The name as it stands; null for a person.</param>
public sealed record Author(string Family, string Given, string? Literal = null)
{
    /// <summary>What stands in a citation.</summary>
    internal string InText => Literal ?? Family;

    /// <summary>As in <c>Dimberg, U.</c></summary>
    internal string InList => Literal ?? (Given.Length == 0 ? Family : $"{Family}, {Initials}");

    // Hyphenated names keep their hyphen: Eric-Jan is E.-J.
    private string Initials => string.Join(' ', Given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name =>
        string.Join('-', name.Split('-').Where(part => part.Length > 0).Select(part => $"{part[0]}."))));
}
