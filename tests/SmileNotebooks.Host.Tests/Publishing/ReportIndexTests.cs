using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class ReportIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-index-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_report_is_a_row_with_what_it_says_of_itself()
    {
        Publish("b.html", Markdown("# Second\n\nWhat it *says*."), Code("x", new ErrorOutput("E", "m", [])));
        Publish("a.html", Markdown("# First"));
        File.WriteAllText(Path.Combine(_folder, "foreign.html"), "<html><title>Foreign</title></html>");

        string html = File.ReadAllText(ReportIndex.Write(_folder, "All & everything"));

        string[] titles = [.. Regex.Matches(html, "<h2><a href=\"\\./([^\"]*)\">([^<]*)</a>").Select(match => $"{match.Groups[1]} {match.Groups[2]}")];
        Assert.Equal(["a.html First", "b.html Second"], titles);
        Assert.Contains("<h1>All &amp; everything</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"sentence\">What it says.</p>", html, StringComparison.Ordinal);
        Assert.Contains("1 failed cell<", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"success\">ok</span>", html, StringComparison.Ordinal);
        Assert.Contains("21 November 2026, 14:05 UTC", html, StringComparison.Ordinal);
        Assert.Contains("ran 1.5\u00A0s", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_again_changes_nothing_and_the_index_does_not_list_itself()
    {
        Publish("a.html", Markdown("# First"));
        byte[] first = File.ReadAllBytes(ReportIndex.Write(_folder));

        byte[] second = File.ReadAllBytes(ReportIndex.Write(_folder));

        Assert.Equal(first, second);
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder).Length);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</a><img src=x onerror=alert(1)>")]
    [InlineData("</script><script>alert(1)</script>")]
    public void A_hostile_title_cannot_run_script(string title)
    {
        ReportPublisher.Publish(Notebook(Markdown("&lt;script>alert(2)&lt;/script>")) with { Metadata = Metadata(title) }, Provenance, Path.Combine(_folder, "a.html"));

        string html = File.ReadAllText(ReportIndex.Write(_folder));

        Assert.Equal(3, Regex.Count(html, "<script"));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains(Html.Escape(title), html, StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe", html);
    }

    [Fact]
    public void A_hostile_file_name_stays_a_file_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows forbids such names.");
        Publish("javascript:alert(1)\"&.html", Markdown("# A"));

        string html = File.ReadAllText(ReportIndex.Write(_folder));

        Assert.Contains("<a href=\"./javascript%3Aalert%281%29%22%26.html\">A</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type=\"application/json\" id=\"report-summary\">{\"Title\":</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-summary\">[1]</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-summary\">{}</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-summary\">")]
    [InlineData("")]
    public void A_page_with_a_broken_summary_is_no_report(string html)
    {
        File.WriteAllText(Path.Combine(_folder, "a.html"), html);

        Assert.Null(ReportSummary.Read(Path.Combine(_folder, "a.html")));
        Assert.Contains("There is no report in this folder yet.", File.ReadAllText(ReportIndex.Write(_folder)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_an_error_that_names_it()
    {
        string missing = Path.Combine(_folder, "missing");

        Assert.Contains(missing, Assert.Throws<DirectoryNotFoundException>(() => ReportIndex.Write(missing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_first_paragraph_is_cut_at_a_word()
    {
        ReportSummary summary = Publish("a.html", Markdown(string.Join(' ', Enumerable.Repeat("word", 200))));

        Assert.EndsWith("word …", summary.Abstract, StringComparison.Ordinal);
        Assert.InRange(summary.Abstract.Length, 250, 300);
        Assert.Equal(summary, ReportSummary.Read(Path.Combine(_folder, "a.html")));
    }

    [Fact]
    public void A_card_says_what_the_data_are_with_which_seed_and_shows_its_picture()
    {
        NotebookDocument notebook = Notebook(Markdown("# Study\n\nNot this.")) with
        {
            Metadata = new() { ["report"] = new System.Text.Json.Nodes.JsonObject { ["sentence"] = "What <it> is.", ["data"] = new System.Text.Json.Nodes.JsonArray("simulated", "published", "odd <b>") } },
        };
        CardPicture picture = new("key", "data:image/png;base64,AAAA", "data:image/png;base64,BBBB", "A \"figure\"");
        List<string> problems = [];
        ReportPublisher.Publish(notebook, Provenance with { Seed = 20261130 }, Path.Combine(_folder, "03-a.html"), new() { Picture = picture, IsKept = true, Problem = problems.Add });

        string html = File.ReadAllText(ReportIndex.Write(_folder));

        Assert.Contains("<span class=\"number\">03</span><span class=\"badge simulated\">Simulated data</span><span class=\"badge published\">Published results</span><span class=\"badge\">odd &lt;b&gt;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"sentence\">What &lt;it&gt; is.</p>", html, StringComparison.Ordinal);
        Assert.Contains(" · seed 20261130 · ", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,BBBB\" alt=\"A &quot;figure&quot;\" width=\"640\" height=\"400\" class=\"on-dark\">", html, StringComparison.Ordinal);
        Assert.Contains("1 report · run again only when code or data change", html, StringComparison.Ordinal);
        Assert.Single(problems);
        Assert.Equal(picture, ReportCard.Find(File.ReadAllText(Path.Combine(_folder, "03-a.html")))!.Picture);
    }

    [Fact]
    public void The_parts_of_all_reports_can_be_searched()
    {
        Publish("a.html", Markdown("# Title\n\nBefore *any* heading."), Markdown("## Part\n\nText with `code` and [a link](https://example.org).\n\n- item\n\n```\nno code\n```"), Code("x", Display((PlotlyType, """{"data": [], "layout": {"title": {"text": "Bars"}}}"""))), Markdown("## Part\n\nAgain </script>"));

        string html = File.ReadAllText(ReportIndex.Write(_folder));

        string json = Regex.Match(html, "id=\"search-index\">(.*?)</script>").Groups[1].Value;
        Assert.Equal(
            """[["a.html","Title",[["","","Before any heading."],["s-part","Part","Text with code and a link. item Figure: Bars"],["s-part-2","Part","Again </script>"]]]]""",
            System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Each_report_leads_to_those_beside_it_and_a_new_one_takes_its_place()
    {
        Publish("01-a.html", Markdown("# A"));
        Publish("03-c.html", Markdown("# C <c>"));
        ReportIndex.Write(_folder);
        string alone = Page("01-a.html");
        Publish("02-b.html", Markdown("# B"), Code("x", Display(("text/html", "<!--reports-->mine<!--/reports-->"))));
        string bare = Page("02-b.html");
        ReportIndex.Write(_folder);

        Assert.Contains("rel=\"next\" href=\"./03-c.html\" aria-label=\"Next report: 03 C &lt;c&gt;\">03 →</a>", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", alone, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(Page("01-a.html"), "rel=\"next\" href=\"\\./02-b\\.html\""));
        Assert.DoesNotContain("03-c.html", Page("01-a.html"), StringComparison.Ordinal);
        string between = Page("02-b.html");
        Assert.Contains("<a rel=\"prev\" href=\"./01-a.html\"><span>← Previous</span><strong>01 A</strong></a>", between, StringComparison.Ordinal);
        Assert.Contains("<!--reports-->mine<!--/reports-->", between, StringComparison.Ordinal);
        Assert.Contains("<a class=\"home\" href=\"./index.html\">All reports</a>", between, StringComparison.Ordinal);
        Assert.Equal(PageNeighbours.Fill(bare, null, null, null), PageNeighbours.Fill(between, null, null, null));
    }

    [Fact]
    public void A_link_between_reports_that_leads_nowhere_is_told()
    {
        ReportPublisher.Publish(
            Notebook(Markdown("[b](b.ipynb) [part](b.ipynb#A-part) [no part](b.ipynb#No-part) [gone](c.ipynb)")), Provenance, Path.Combine(_folder, "a.html"));
        Publish("b.html", Markdown("# B\n\n## A part"));
        List<string> problems = [];

        ReportIndex.Write(_folder, new IndexOptions { Problem = problems.Add });

        Assert.Equal(["a.html: the link to b.html#s-no-part leads nowhere.", "a.html: the link to c.html leads nowhere."], problems);
    }

    [Theory]
    [InlineData("<script type=\"application/json\" id=\"report-card\">{\"Sentence\":</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-card\">[1]</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-card\">{}</script>")]
    [InlineData("<script type=\"application/json\" id=\"report-card\">")]
    public void A_card_that_cannot_be_read_is_none(string html) => Assert.Null(ReportCard.Find(html));

    private string Page(string name) => File.ReadAllText(Path.Combine(_folder, name));

    private ReportSummary Publish(string name, params NotebookCell[] cells) =>
        ReportPublisher.Publish(Notebook(cells), Provenance, Path.Combine(_folder, name));
}
