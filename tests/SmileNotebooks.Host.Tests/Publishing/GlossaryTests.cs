using System.Text.RegularExpressions;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class GlossaryTests : IDisposable
{
    private const string Text = """
        # Words we use

        What is said of *them*.

        ## Faces

        ### AU12

        *Also: lip corner puller.*

        Lip corners that go **up**; see [Ekman (1978)](https://example.org/facs).

        ### Smile

        A movement with AU12.

        ## Tests

        ### Cluster test

        *Also: cluster.*

        A test over time.
        """;

    private static readonly Glossary s_glossary = Glossary.Parse(Text);

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-glossary-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Terms_have_a_group_other_names_and_an_explanation()
    {
        Assert.Equal("Words we use", s_glossary.Title);
        Assert.Equal("What is said of *them*.", s_glossary.Introduction);
        Assert.Equal(
            ["Faces: term-au12 AU12, lip corner puller", "Faces: term-smile Smile", "Tests: term-cluster-test Cluster test, cluster"],
            s_glossary.Entries.Select(entry => $"{entry.Group}: {entry.Term.Id} {string.Join(", ", entry.Term.Names)}"));
        Assert.Equal("Lip corners that go up; see Ekman (1978).", s_glossary.Entries[0].Term.Text);
    }

    [Fact]
    public void A_term_that_is_explained_twice_is_there_twice_and_text_leads_to_the_first()
    {
        Glossary twice = Glossary.Parse("### AU\n\nOne.\n\n### A.U.\n\nOther.\n\n### AU\n\nTwo.");

        Assert.Equal(["term-au AU", "term-a-u A.U.", "term-au-2 AU"], twice.Entries.Select(entry => $"{entry.Term.Id} {entry.Term.Name}"));
        Assert.Equal("One.", Assert.Single(twice.FindIn("An AU")).Term.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Title")]
    [InlineData("### ")]
    [InlineData("text without a heading")]
    public void A_file_without_terms_explains_nothing(string markdown)
    {
        Glossary empty = Glossary.Parse(markdown);

        Assert.Empty(empty.Entries);
        Assert.Empty(empty.FindIn("AU12 and smiles"));
        Assert.DoesNotContain("class=\"term\"", Page(empty, Markdown("AU12 and smiles")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_file_has_no_glossary() => Assert.Null(Glossary.Read(_folder));

    [Theory]
    [InlineData("Two smiles, then a Smile.", "smiles Smile")]
    [InlineData("au12 AU123 xAU12 AU12-like AU12.", "AU12")]
    [InlineData("a cluster test and a cluster", "cluster test,cluster")]
    [InlineData("A Lip corner puller (AU12)", "Lip corner puller,AU12")]
    [InlineData("SMILE smiled", "")]
    public void Whole_words_are_found_with_a_capital_at_the_beginning_and_a_plural(string text, string found) =>
        Assert.Equal(found.Replace(' ', ','), string.Join(',', s_glossary.FindIn(text).Select(place => text.Substring(place.Start, place.Length))).Replace(' ', ','));

    [Fact]
    public void The_first_use_in_running_text_is_explained_and_no_other()
    {
        string page = Page(s_glossary, Markdown("# A smile\n\n`smile` [smile](https://example.org) <https://example.org/smile> ![smile](x.png)"), Markdown("Here a *smile & more* smiles; AU12.\n\n```\nAU12\n```\n\n| AU12 |\n|---|\n| smile |"), Markdown("Lip corner puller again."));
        string body = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

        Assert.Equal(
            ["./glossary.html#term-smile hint-1 smile", "./glossary.html#term-au12 hint-2 AU12"],
            Regex.Matches(body, "<a class=\"term\" href=\"([^\"]*)\" aria-describedby=\"([^\"]*)\">([^<]*)</a>").Select(match => $"{match.Groups[1]} {match.Groups[2]} {match.Groups[3]}"));
        Assert.Contains("Here a <em><a class=\"term\"", body, StringComparison.Ordinal);
        Assert.Contains("</a> &amp; more</em> smiles; <a class=\"term\"", body, StringComparison.Ordinal);
        Assert.Contains("<p id=\"hint-1\">A movement with AU12.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"hint-2\">Lip corners that go up; see Ekman (1978).</p>", page, StringComparison.Ordinal);
        Assert.Equal(["term-au12", "term-smile"], ReportCard.Find(page)!.Terms);
    }

    [Fact]
    public void Several_terms_of_one_sentence_keep_the_text_between_them() =>
        Assert.Contains("<p>A Smile is AU12 in a cluster test, then.</p>", Regex.Replace(Page(s_glossary, Markdown("A Smile is AU12 in a cluster test, then.")), "<a class=\"term\"[^>]*>|(?<=\\w)</a>", ""), StringComparison.Ordinal);

    [Fact]
    public void What_a_cell_puts_out_is_not_explained() =>
        Assert.DoesNotContain("class=\"term\"", Page(s_glossary, Code("x", Display(("text/markdown", "A smile.")), new StreamOutput("stdout", "AU12"))), StringComparison.Ordinal);

    [Fact]
    public void The_page_links_terms_to_each_other_and_to_the_reports_that_use_them()
    {
        ReportPublisher.Publish(Notebook(Markdown("# First\n\nA smile.")), Provenance, Path.Combine(_folder, "01-first.html"), new() { Glossary = s_glossary });
        ReportPublisher.Publish(Notebook(Markdown("# Second\n\nNothing.")), Provenance, Path.Combine(_folder, "02-second.html"), new() { Glossary = s_glossary });

        ReportIndex.Write(_folder, new IndexOptions { Glossary = s_glossary });

        string html = File.ReadAllText(Path.Combine(_folder, "glossary.html"));
        Assert.Contains("<p>3 terms</p>", html, StringComparison.Ordinal);
        Assert.Contains("<dt id=\"term-smile\"><dfn>Smile</dfn></dt>\n<dd><p>A movement with <a class=\"term\" href=\"#term-au12\">AU12</a>.</p>\n<p class=\"used\">In: <a href=\"./01-first.html\">01 First</a></p></dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dfn>AU12</dfn> <span class=\"also\">lip corner puller</span></dt>", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "class=\"used\""));
        string index = File.ReadAllText(Path.Combine(_folder, "index.html"));
        Assert.Contains("href=\"./glossary.html\">Glossary</a>", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2><a href=\"./glossary.html\"", index, StringComparison.Ordinal);
        Assert.Contains("[\"term-smile\",\"Smile\",\"A movement with AU12.\"]", index, StringComparison.Ordinal);
        Assert.Contains("<a href=\"./glossary.html\">Glossary</a>", File.ReadAllText(Path.Combine(_folder, "02-second.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_called_glossary_is_not_written_over()
    {
        ReportPublisher.Publish(Notebook(Markdown("# Mine")), Provenance, Path.Combine(_folder, "glossary.html"));

        ReportIndex.Write(_folder, new IndexOptions { Glossary = s_glossary });

        Assert.Contains("<h1>Mine</h1>", File.ReadAllText(Path.Combine(_folder, "glossary.html")), StringComparison.Ordinal);
        Assert.Contains("<h2><a href=\"./glossary.html\">Mine</a>", File.ReadAllText(Path.Combine(_folder, "index.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onfocus=\"alert(1)")]
    [InlineData("a|b (c")]
    [InlineData("</p></div><img src=x>")]
    public void A_hostile_term_is_text(string term)
    {
        Glossary hostile = Glossary.Parse($"### {term.Replace("<", "&lt;", StringComparison.Ordinal)}\n\n{term.Replace("<", "&lt;", StringComparison.Ordinal)}");
        ReportPublisher.Publish(Notebook(Markdown(term.Replace("<", "&lt;", StringComparison.Ordinal))), Provenance, Path.Combine(_folder, "a.html"), new() { Glossary = hostile });
        ReportIndex.Write(_folder, new IndexOptions { Glossary = hostile });

        foreach (string file in (string[])["a.html", "glossary.html", "index.html"])
        {
            Assert.DoesNotMatch("<script>alert|<[^>]* onfocus=\"|<img", File.ReadAllText(Path.Combine(_folder, file)));
        }
    }

    private static string Page(Glossary glossary, params NotebookCell[] cells) => ReportPublisher.Render(Notebook(cells), Provenance, new() { Glossary = glossary });
}
