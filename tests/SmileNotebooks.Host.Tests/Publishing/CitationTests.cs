using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class CitationTests
{
    private static readonly string[] s_file =
    [
        "cff-version: 1.2.0", "message: If you use this, cite it.", "title: \"Smiles: a \\\"study\\\"\"", "authors:",
        "  - family-names: Doe", "    given-names: Jane Q.", "    orcid: https://orcid.org/0000-0000-0000-0000", "  - name: The Lab",
        "version: 1.2.3  # of today", "date-released: 2026-11-21", "doi: 10.5281/zenodo.1", "references:", "  - title: Another", "    authors:", "      - name: Somebody else",
    ];

    [Fact]
    public void A_notebook_with_authors_and_a_date_is_cited_by_them()
    {
        ReportCitation citation = Cite("""{"authors":[{"name":"Jane Doe"},{"name":"Li  Wei"},"Ada"],"date":"2025-03-04"}""", "A smile");

        Assert.Equal(["Jane Doe, Li Wei, & Ada. (2025, March 4). A smile [Executed notebook]."], citation.Lines);
        Assert.Equal("@misc{doe2025smile,\n  title = {A smile},\n  author = {Jane Doe and Li Wei and Ada},\n  year = {2025},\n  month = {3},\n  note = {Executed notebook.},\n}\n", citation.BibTeX);
    }

    [Fact]
    public void A_notebook_without_authors_is_cited_by_its_title_and_the_day_of_its_run() =>
        Assert.Equal(["A smile [Executed notebook]. (2026, November 21)."], Cite("{}", "A smile").Lines);

    [Theory]
    [InlineData("""{"authors":"Jane Doe"}""", "Jane Doe. (")]
    [InlineData("""{"authors":[{"name":"Jane Doe Jr."}]}""", "Jane Doe Jr. (")]
    [InlineData("""{"authors":[{"name":5},{"other":"x"},null,[],""]}""", "T [Exec")]
    [InlineData("""{"authors":{"name":"A"},"date":"yesterday"}""", "A. (2026, November 21)")]
    [InlineData("""{"authors":7,"date":[1]}""", "T [Exec")]
    public void Metadata_of_any_shape_give_a_citation(string metadata, string begin) =>
        Assert.StartsWith(begin, Cite(metadata, "T").Lines[0], StringComparison.Ordinal);

    [Fact]
    public void The_commit_is_told_and_whether_it_is_clean()
    {
        ReportProvenance provenance = Provenance with { Git = new("0123456789abcdef", IsDirty: true) };

        Assert.EndsWith(" Commit 0123456789 with changes.", ReportCitation.Of(Notebook(), "T", provenance).Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("} , evil = {x", "title = {\\} , evil = \\{x}")]
    [InlineData("100 % & $5 #1 a_b", "title = {100 \\% \\& \\$5 \\#1 a\\_b}")]
    [InlineData("\\input{/etc/passwd}~^", "title = {\\textbackslash{}input\\{/etc/passwd\\}\\textasciitilde{}\\textasciicircum{}}")]
    [InlineData("two\nlines", "title = {two lines}")]
    public void A_hostile_title_cannot_leave_its_BibTeX_field(string title, string expected) =>
        Assert.Contains(expected, Cite("{}", title).BibTeX, StringComparison.Ordinal);

    [Fact]
    public void A_hostile_author_stays_in_BibTeX_and_in_HTML_text()
    {
        NotebookDocument notebook = Notebook() with { Metadata = JsonNode.Parse("""{"authors":[{"name":"</code><script>alert(1)</script>}, x = {\\"},{"name":"Smith and Sons"}]}""")!.AsObject() };

        string html = ReportPublisher.Render(notebook, Provenance);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;\\}, x = \\{\\textbackslash{} and {Smith and Sons}},", html, StringComparison.Ordinal);
        Assert.Matches("<pre tabindex=\"0\"><code>@misc\\{[a-z0-9]+,", html);
    }

    [Fact]
    public void A_CITATION_file_is_read_as_far_as_a_citation_needs()
    {
        SoftwareCitation? software = CitationFile.Parse(s_file);

        Assert.NotNull(software);
        Assert.Equal("Smiles: a \"study\"", software.Title);
        Assert.Equal(["Doe, Jane Q.", "The Lab"], software.Authors);
        Assert.Equal(("1.2.3", 2026, "10.5281/zenodo.1", null), (software.Version, software.Year, software.Doi, software.Address));
    }

    [Fact]
    public void Software_is_cited_beside_the_report()
    {
        ReportCitation citation = ReportCitation.Of(Notebook(), "T", Provenance with { Software = CitationFile.Parse(s_file) });

        Assert.Equal("Doe, Jane Q., & The Lab. (2026). Smiles: a \"study\" (Version 1.2.3) [Computer software]. https://doi.org/10.5281/zenodo.1", citation.Lines[1]);
        Assert.Contains("@software{doe2026smiles,", citation.BibTeX, StringComparison.Ordinal);
        Assert.Contains("author = {Doe, Jane Q. and {The Lab}}", citation.BibTeX, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("authors:\n  - name: A")]
    [InlineData("  title: indented\n- : :\n::")]
    public void A_file_without_a_title_is_no_citation(string text) => Assert.Null(CitationFile.Parse(text.Split('\n')));

    [Fact]
    public void The_project_can_be_cited()
    {
        SoftwareCitation? own = SoftwareCitation.Read(Repository.PathOf("CITATION.cff"));

        Assert.Equal("The SmileNotebooks authors", Assert.Single(own!.Authors));
        Assert.Null(SoftwareCitation.Read(Repository.PathOf("no-such.cff")));
    }

    private static ReportCitation Cite(string metadata, string title) =>
        ReportCitation.Of(Notebook() with { Metadata = JsonNode.Parse(metadata)!.AsObject() }, title, Provenance);

    [Fact]
    public void Copy_buttons_stand_beside_the_command_and_the_BibTeX() =>
        Assert.Equal(2, Regex.Count(Render(), "class=\"copy\""));
}
