// BibTeX entries. Letters beyond ASCII are left as they are, for biber and every BibTeX of this century read UTF-8.
using System.Text;

namespace SmileNotebooks;

internal static class BibTexWriter
{
    public static string Entry(Reference reference)
    {
        (string kind, string container) = reference.Type switch
        {
            "paper-conference" => ("inproceedings", "booktitle"),
            "chapter" => ("incollection", "booktitle"),
            _ => (reference.Container is null ? "misc" : "article", "journal"),
        };
        StringBuilder text = new();
        text.Append('@').Append(kind).Append('{').Append(reference.Key).Append(",\n");
        Append(text, "author", string.Join(" and ", reference.Authors.Select(Name)));
        // Double braces keep the capitals of the title.
        Append(text, "title", $"{{{Escaped(reference.Title)}}}");
        Append(text, container, reference.Container is { } name ? Escaped(name) : null);
        Append(text, "year", FormattableString.Invariant($"{reference.Year}"));
        Append(text, "volume", reference.Volume);
        Append(text, "number", reference.Issue);
        Append(text, "pages", reference.Pages?.Replace("-", "--", StringComparison.Ordinal));
        Append(text, "doi", reference.Doi);
        return text.Append("}\n").ToString();
    }

    private static string Name(Author author) => author.Literal switch
    {
        null => author.Given.Length == 0 ? Escaped(author.Family) : $"{Escaped(author.Family)}, {Escaped(author.Given)}",
        // BibTeX's own words for a list that goes on.
        "and others" => "others",
        string name => $"{{{Escaped(name)}}}",
    };

    private static void Append(StringBuilder text, string field, string? value)
    {
        if (value is not null)
        {
            text.Append("  ").Append(field).Append(" = {").Append(value).Append("},\n");
        }
    }

    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char letter in text)
        {
            escaped.Append(letter is '&' or '%' or '#' or '_' or '$' ? $"\\{letter}" : letter);
        }

        return escaped.ToString();
    }
}
