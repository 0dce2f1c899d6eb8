// What a notebook may say of published studies, held against the records. Each rule returns what breaks it.
using System.Globalization;

namespace SmileNotebooks.Tests.Studies;

/// <summary>The rules of the repository for published numbers and citations.</summary>
/// <param name="published">The records.</param>
internal sealed class LiteratureRules(PublishedStudies published)
{
    /// <summary>Numbers that are marked as published are those of the records, to the digits that are shown.</summary>
    public IEnumerable<string> WrongNumbers(NotebookText notebook)
    {
        foreach ((string text, string key, string fragment) in notebook.Numbers)
        {
            string place = $"{notebook.Name}: [{text}]({key}.json#{fragment})";
            if (published.FirstOrDefault(study => study.Key == key) is not { } study)
            {
                yield return $"{place}: there is no record {key}";
            }
            else if (fragment.Length > 0 && NumberOf(study, fragment) is not { } number)
            {
                yield return $"{place}: the record has no number {fragment}";
            }
            else if (fragment.Length > 0 && !Agrees(text, NumberOf(study, fragment)!.Value))
            {
                yield return $"{place}: the record has {NumberOf(study, fragment)!.Value.ToString(CultureInfo.InvariantCulture)}";
            }
        }
    }

    /// <summary>A DOI that is cited is in the bibliography, and the link's text has the first author's family name and the year.</summary>
    public IEnumerable<string> WrongCitations(NotebookText notebook)
    {
        foreach ((string text, string doi) in notebook.Citations)
        {
            if (ReferenceOf(doi) is not { } reference)
            {
                yield return $"{notebook.Name}: {doi} is in no references*.json";
            }
            else if (!Plain(text).Contains(Plain(reference.FirstAuthor), StringComparison.OrdinalIgnoreCase) || !text.Contains($"{reference.Year}", StringComparison.Ordinal))
            {
                yield return $"{notebook.Name}: [{text}] leads to {reference.InText}";
            }
        }
    }

    /// <summary>A claim under test stands with a citation.</summary>
    public static IEnumerable<string> UncitedClaims(NotebookText notebook) =>
        notebook.Claims.Where(claim => !NotebookText.Of("", [claim], "").Citations.Any()).Select(claim => $"{notebook.Name}: no citation in \"{claim.Trim()}\"");

    /// <summary>Keys in code lead somewhere.</summary>
    public IEnumerable<string> UnknownKeys(NotebookText notebook) =>
        notebook.Listed.Where(key => published.References.All(reference => reference.Key != key)).Select(key => $"{notebook.Name}: ReferencesOf(\"{key}\") leads nowhere");

    /// <summary>What a text cites stands in the list of references at its end, where it has one.</summary>
    public IEnumerable<string> Unlisted(NotebookText notebook)
    {
        string[] listed = [.. notebook.Listed];
        return listed.Length == 0
            ? []
            : notebook.Citations.Select(citation => ReferenceOf(citation.Doi)?.Key).OfType<string>().Distinct().Except(listed).Select(key => $"{notebook.Name}: {key} is cited and not listed");
    }

    /// <summary>References and records that nothing uses: no notebook cites or names them, and no result of theirs bears on a claim.</summary>
    public IEnumerable<string> Unused(IReadOnlyCollection<NotebookText> notebooks)
    {
        HashSet<string> used =
        [
            .. notebooks.SelectMany(notebook => notebook.Citations).Select(citation => ReferenceOf(citation.Doi)?.Key).OfType<string>(),
            .. notebooks.SelectMany(notebook => notebook.KeysInCode), .. notebooks.SelectMany(notebook => notebook.Numbers).Select(number => number.Key),
            .. published.Where(study => study.Results.Any(result => !result.Bearings.IsEmpty)).Select(study => study.Key), .. published.Claims.Select(claim => claim.Cited.Key),
        ];
        HashSet<string> records = [.. published.Select(study => study.Key)];
        return published.References.Where(reference => !used.Contains(reference.Key))
            .Select(reference => records.Contains(reference.Key) ? $"the record {reference.Key} is used by no notebook and no claim" : $"the reference {reference.Key} has no record and is cited nowhere");
    }

    private static double? NumberOf(PublishedStudy study, string fragment)
    {
        string[] parts = fragment.Split('.', 2);
        return parts switch
        {
            ["n"] => study.N,
            ["k"] => study.K,
            [string id, string field] => study.Results.FirstOrDefault(result => result.Id == id)?.Number(field),
            _ => null,
        };
    }

    /// <summary>Whether a text is the number, rounded to as many decimals as it shows: ".31", "0.31", "-.13", "1,894", "25 %".</summary>
    internal static bool Agrees(string text, double number)
    {
        string plain = text.Replace("−", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).TrimEnd('%', ' ', '\u00a0').TrimStart('+');
        if (!double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double shown))
        {
            return false;
        }

        int point = plain.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : plain.Length - point - 1;
        return Math.Abs(shown - number) <= (0.5 * Math.Pow(10, -decimals)) + (1e-9 * Math.Max(1, Math.Abs(number)));
    }

    private Reference? ReferenceOf(string doi) => published.References.FirstOrDefault(reference => string.Equals(reference.Doi, doi, StringComparison.OrdinalIgnoreCase));

    // Accents may be left out in a text: Sonnby-Borgstrom, Ozdogru. A table, because tests run without the data of cultures.
    private static string Plain(string text)
    {
        const string Accented = "áàâäãåæçéèêëğíìîïıñóòôöõøšşúùûüýž";
        const string Bare = "aaaaaaaceeeegiiiiinoooooossuuuuyz";
        return string.Concat(text.ToLowerInvariant().Select(letter => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and int at ? Bare[at] : letter));
    }
}
