// Entries of a bibliography as citations, lists, BibTeX and CSL-JSON.
using System.Text.Json;

namespace SmileNotebooks.Tests.Studies;

public class ReferenceTests
{
    private static readonly PublishedStudies s_published = PublishedStudies.Load(Repository.PathOf("data-samples", "published"));

    [Theory]
    [InlineData("dimberg-2000", "Dimberg, Thunberg & Elmehed (2000)")]
    [InlineData("hinsz-1991", "Hinsz & Tomhave (1991)")]
    [InlineData("iacoboni-2009", "Iacoboni (2009)")]
    [InlineData("korb-2014", "Korb and others (2014)")]
    [InlineData("hagger-2016", "Hagger and others (2016)")]
    [InlineData("van-boxtel-2001", "van Boxtel (2001)")]
    public void Citations_name_up_to_three_authors(string key, string citation) => Assert.Equal(citation, s_published.Cite(key));

    [Fact]
    public void Entries_read_as_in_the_manual()
    {
        Assert.Equal(
            "Dimberg, U., Thunberg, M., & Elmehed, K. (2000). Unconscious facial reactions to emotional facial expressions. Psychological Science, 11(1), 86-89. https://doi.org/10.1111/1467-9280.00221",
            s_published["dimberg-2000"].Reference.Text);
        Assert.StartsWith("Wagenmakers, E.-J., Beek, T., Dijkhoff, L., Gronau, Q. F., and others (2016). Registered", s_published["wagenmakers-2016"].Reference.Text, StringComparison.Ordinal);
        Assert.Contains("Pellman, J., ... Poldrack, R. A. (2016). The brain imaging", s_published.ReferencesOf("gorgolewski-2016")[0].Text, StringComparison.Ordinal);
        Assert.Contains("(2022). What happened to mirror neurons? Perspectives", s_published["heyes-2022"].Reference.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_in_the_order_of_authors_and_has_each_work_once()
    {
        ReferenceList list = s_published.ReferencesOf("strack-1988", "coles-2022", "coles-2019", "strack-1988");

        Assert.Equal(["coles-2019", "coles-2022", "strack-1988"], list.Select(reference => reference.Key));
        Assert.Equal(3, $"{list}".Split('\n').Length);
        Assert.Contains("there is strack-1988", Assert.Throws<ArgumentException>(() => s_published.ReferencesOf("strack-1989")).Message, StringComparison.Ordinal);
        Assert.Empty(s_published.ReferencesOf());
        Assert.Empty($"{s_published.ReferencesOf()}");
    }

    [Fact]
    public void BibTeX_has_its_own_words_for_others_and_escapes_what_it_must()
    {
        string text = s_published.ReferencesOf("wagenmakers-2016").BibTex;

        Assert.StartsWith("@article{wagenmakers-2016,\n  author = {Wagenmakers, Eric-Jan and Beek, Titia and Dijkhoff, Laura and Gronau, Quentin F. and others},\n", text, StringComparison.Ordinal);
        Assert.Contains(@"title = {{Registered Replication Report: Strack, Martin, \& Stepper (1988)}}", text, StringComparison.Ordinal);
        Assert.Contains("pages = {917--928}", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.StartsWith("@inproceedings{", s_published.ReferencesOf("dibeklioglu-2012").BibTex, StringComparison.Ordinal);
        string chapter = new ReferenceList([s_published["strack-1988"].Reference with { Type = "chapter", Container = "A book" }]).BibTex;
        Assert.StartsWith("@incollection{strack-1988", chapter, StringComparison.Ordinal);
        Assert.Contains("booktitle = {A book}", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void CSL_JSON_that_is_written_is_what_was_read()
    {
        using JsonDocument written = JsonDocument.Parse(s_published.References.CslJson);
        using JsonDocument read = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("data-samples", "published", "references.json")));
        Dictionary<string, JsonElement> ours = written.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!);

        Assert.All(read.RootElement.EnumerateArray(), item => Assert.True(JsonElement.DeepEquals(item, ours[item.GetProperty("id").GetString()!]), $"{item.GetProperty("id")}"));
    }

    [Fact]
    public void Every_reference_without_a_DOI_says_so() =>
        Assert.All(s_published.References.Where(reference => reference.Doi is null), reference => Assert.Contains("DOI", reference.Note ?? "", StringComparison.Ordinal));
}
