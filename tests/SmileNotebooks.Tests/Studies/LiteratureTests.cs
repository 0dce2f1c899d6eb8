// Every notebook's text is held against the records of published studies.
namespace SmileNotebooks.Tests.Studies;

public class LiteratureTests
{
    private static readonly PublishedStudies s_published = PublishedStudies.Load(Repository.PathOf("data-samples", "published"));

    private static readonly LiteratureRules s_rules = new(s_published);

    private static readonly string[] s_studyNotebooks = ["03", "04", "05", "06", "07", "08", "10", "11", "12"];

    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Published_numbers_in_the_text_are_those_of_the_records(string notebook) => Assert.Empty(s_rules.WrongNumbers(Read(notebook)));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Citations_are_in_the_bibliography_by_name_and_year(string notebook) => Assert.Empty(s_rules.WrongCitations(Read(notebook)));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Claims_under_test_are_cited(string notebook) => Assert.Empty(LiteratureRules.UncitedClaims(Read(notebook)));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Lists_of_references_hold_what_the_text_cites(string notebook) => Assert.Empty(s_rules.UnknownKeys(Read(notebook)).Concat(s_rules.Unlisted(Read(notebook))));

    [Fact]
    public void Every_reference_and_every_record_is_used()
    {
        NotebookText[] notebooks = [.. Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(NotebookText.Read)];
        string[] missing = [.. s_studyNotebooks.Where(number => !notebooks.Any(notebook => notebook.Name.StartsWith(number, StringComparison.Ordinal)))];
        Assert.SkipUnless(missing.Length == 0, $"The notebooks {string.Join(", ", missing)} are not here, and what they cite would look unused.");

        Assert.Empty(s_rules.Unused(notebooks));
    }

    [Theory]
    [InlineData(".31", 0.312, true)]
    [InlineData("0.31", 0.305, true)]
    [InlineData(".31", 0.316, false)]
    [InlineData("-.13", -0.133, true)]
    [InlineData("−.13", -0.133, true)]
    [InlineData(".13", -0.133, false)]
    [InlineData("1,894", 1894, true)]
    [InlineData("1894", 1895, false)]
    [InlineData("25 %", 25, true)]
    [InlineData("about .3", 0.3, false)]
    [InlineData("", 0, false)]
    public void A_number_agrees_to_the_digits_that_it_shows(string text, double number, bool agrees) => Assert.Equal(agrees, LiteratureRules.Agrees(text, number));

    [Theory]
    [InlineData("[.32](../data-samples/published/coles-2022.json#mimicry.estimate)", "the record has 0.312")]
    [InlineData("[.31](../data-samples/published/coles-2022.json#mimicry.mean)", "no number mimicry.mean")]
    [InlineData("[.31](../data-samples/published/coles-1999.json#mimicry.estimate)", "no record coles-1999")]
    [InlineData("[many](../data-samples/published/coles-2022.json#n)", "the record has 3878")]
    public void A_number_that_is_not_the_records_is_found(string text, string found) =>
        Assert.Contains(found, Assert.Single(s_rules.WrongNumbers(NotebookText.Of("made up", [text], ""))), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Dimberg (2000)](https://doi.org/10.1111/0000-0000.00000)", "is in no references")]
    [InlineData("[Dimberg (1998)](https://doi.org/10.1111/1467-9280.00221)", "leads to Dimberg, Thunberg & Elmehed (2000)")]
    [InlineData("[Thunberg (2000)](https://doi.org/10.1111/1467-9280.00221)", "leads to Dimberg, Thunberg & Elmehed (2000)")]
    public void A_citation_that_is_wrong_is_found(string text, string found) =>
        Assert.Contains(found, Assert.Single(s_rules.WrongCitations(NotebookText.Of("made up", [text], ""))), StringComparison.Ordinal);

    [Fact]
    public void Right_numbers_and_citations_are_not_complained_of()
    {
        NotebookText right = NotebookText.Of(
            "made up",
            ["> **Claim.** Faces that are not seen are mimicked.\n> [Dimberg and others (2000)](https://doi.org/10.1111/1467-9280.00221)\n\n[Surakka & Hietanen (1998)](https://doi.org/10.1016/S0167-8760(97)00088-3), [Sonnby-Borgstrom (2002)](https://doi.org/10.1111/1467-9450.00312), n = [3,878](../data-samples/published/coles-2022.json#n), the [record](../data-samples/published/coles-2022.json)"],
            "published.ReferencesOf(\"dimberg-2000\", \"surakka-1998\", \"sonnby-borgstrom-2002\")");

        Assert.Equal(3, right.Citations.Count());
        Assert.Single(right.Claims);
        Assert.Empty(s_rules.WrongNumbers(right).Concat(s_rules.WrongCitations(right)).Concat(LiteratureRules.UncitedClaims(right)).Concat(s_rules.UnknownKeys(right)).Concat(s_rules.Unlisted(right)));
    }

    [Fact]
    public void A_claim_without_a_citation_a_work_that_is_not_listed_and_a_key_that_leads_nowhere_are_found()
    {
        NotebookText wrong = NotebookText.Of(
            "made up", ["> **Claim.** Smiles are contagious.\n\nSee [Iacoboni (2009)](https://doi.org/10.1146/annurev.psych.60.110707.163604)."], "published.ReferencesOf(\"dimberg-2001\")");

        Assert.Single(LiteratureRules.UncitedClaims(wrong));
        Assert.Single(s_rules.UnknownKeys(wrong));
        Assert.Contains("iacoboni-2009 is cited and not listed", Assert.Single(s_rules.Unlisted(wrong)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_uses_is_found()
    {
        using PublishedFolder folder = new();
        LiteratureRules rules = new(folder.Study("first-2001", PublishedFolder.Result).Load());
        NotebookText notebook = NotebookText.Of("made up", ["[Second (2002)](https://doi.org/10.1234/second-2002)"], "");

        Assert.Equal("the record first-2001 is used by no notebook and no claim", Assert.Single(rules.Unused([notebook])));
        Assert.Contains("the reference second-2002 has no record and is cited nowhere", rules.Unused([]));
        Assert.Empty(rules.Unused([notebook, NotebookText.Of("other", [], "published[\"first-2001\"]")]));
    }

    private static NotebookText Read(string notebook) => NotebookText.Read(Repository.PathOf("notebooks", notebook));
}
