using System.Text;

namespace SmileNotebooks.Host;

/// <summary>Gives each heading of a page an id that stays the same as long as its text does.</summary>
internal sealed class HeadingIds
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public string Next(string text)
    {
        string slug = IdOf(text);
        string id = slug;
        for (int number = 2; !_used.Add(id); number++)
        {
            id = $"{slug}-{number}";
        }

        return id;
    }

    /// <summary>The id of the first heading with a text. The prefix keeps it from being an id of the page itself.</summary>
    public static string IdOf(string text) => "s-" + Slug(text);

    private static string Slug(string text)
    {
        StringBuilder slug = new();
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        string trimmed = slug.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "section";
    }
}
