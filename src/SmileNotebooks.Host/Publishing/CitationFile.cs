// CITATION.cff is YAML; what a citation needs of it is plain scalars and one list of people, which is all that is read here.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks.Host;

internal static class CitationFile
{
    public static SoftwareCitation? Parse(IEnumerable<string> lines)
    {
        Dictionary<string, string> values = [];
        List<Dictionary<string, string>> people = [];
        string section = "";
        foreach (string line in lines.Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')))
        {
            bool isTop = !char.IsWhiteSpace(line[0]) && line[0] != '-';
            string text = line.Trim();
            if (isTop)
            {
                section = Add(values, text);
            }
            else if (section == "authors")
            {
                if (text.StartsWith('-'))
                {
                    people.Add([]);
                    text = text[1..].Trim();
                }

                Add(people.Count > 0 ? people[^1] : values, text);
            }
        }

        return values.GetValueOrDefault("title") is { Length: > 0 } title ? Citation(title, values, people) : null;
    }

    private static SoftwareCitation Citation(string title, Dictionary<string, string> values, List<Dictionary<string, string>> people) => new()
    {
        Title = title,
        Authors = [.. people.Select(NameOf).Where(name => name.Length > 0)],
        Version = Given(values, "version"),
        Year = Given(values, "date-released") is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null,
        Doi = Given(values, "doi"),
        Address = Given(values, "url") ?? Given(values, "repository-code"),
    };

    private static string? Given(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    private static string NameOf(Dictionary<string, string> person)
    {
        string family = string.Join(' ', new[] { Given(person, "name-particle"), Given(person, "family-names") }.OfType<string>());
        string[] parts = [.. new[] { family, Given(person, "given-names") ?? "" }.Where(part => part.Length > 0)];
        return parts.Length > 0 ? string.Join(", ", parts) : Given(person, "name") ?? "";
    }

    /// <returns>The key of the line.</returns>
    private static string Add(Dictionary<string, string> values, string line)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0)
        {
            return "";
        }

        string key = line[..colon].Trim();
        values[key] = Scalar(line[(colon + 1)..].Trim());
        return key;
    }

    private static string Scalar(string text)
    {
        if (text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'')
        {
            return text[0] == '"' ? text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        int comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }
}
