using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks.Host;

internal static class BibTeXEntry
{
    /// <summary>An entry with the fields that have a value. Values are text: nothing in them is read as TeX or ends its field.</summary>
    public static string Render(string type, string key, params (string Name, string Value)[] fields)
    {
        StringBuilder entry = new($"@{type}{{{key},\n");
        foreach ((string name, string value) in fields.Where(field => field.Value.Length > 0))
        {
            entry.Append($"  {name} = {{{(name == "author" ? value : name is "url" or "doi" ? Bare(value) : Escape(value))}}},\n");
        }

        return entry.Append("}\n").ToString();
    }

    /// <summary>The names of a field <c>author</c>. One with "and" or a comma-less group is kept together by braces.</summary>
    public static string Names(ImmutableArray<string> authors) => string.Join(" and ", authors.Select(Name));

    /// <summary>A key of letters and digits alone: first author's last word, year, first long word of the title.</summary>
    public static string Key(ImmutableArray<string> authors, string title, int? year)
    {
        string name = authors.IsEmpty ? "" : Ascii(authors[0].Contains(',', StringComparison.Ordinal) ? authors[0].Split(',')[0] : authors[0].Split(' ')[^1]);
        string word = title.Split(' ').Select(Ascii).FirstOrDefault(part => part.Length > 3) ?? "report";
        return $"{name}{year}{word}".ToLowerInvariant();
    }

    private static string Name(string name)
    {
        bool isGroup = name.Split(' ').Any(word => word.Equals("and", StringComparison.OrdinalIgnoreCase)) || name.StartsWith("The ", StringComparison.Ordinal);
        return isGroup ? $"{{{Escape(name)}}}" : Escape(name);
    }

    private static string Ascii(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit));

    private static string Bare(string address) => string.Concat(address.Where(c => c is > ' ' and not ('{' or '}' or '\\')));

    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => escaped.Append('\\').Append(c),
                < ' ' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
