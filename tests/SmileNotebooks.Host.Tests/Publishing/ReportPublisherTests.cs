using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed partial class ReportPublisherTests : IDisposable
{
    private const string AFigure = """{"data":[{"type":"bar","y":[1,2]}],"layout":{"title":{"text":"Two bars"}}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        NotebookDocument notebook = Notebook(Markdown("# A\n\ntext"), Code("1 + 1", Display((PlotlyType, AFigure))));
        string first = Path.Combine(_folder, "first.html");
        string second = Path.Combine(_folder, "second.html");

        ReportPublisher.Publish(notebook, Provenance, first);
        ReportPublisher.Publish(notebook, Provenance, second);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Publishing_leaves_the_report_alone_in_its_folder()
    {
        string path = Path.Combine(_folder, "deep", "er", "report.html");

        ReportPublisher.Publish(Notebook(Markdown("text")), Provenance, path);
        ReportPublisher.Publish(Notebook(Markdown("another text")), Provenance, path);

        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
        Assert.Contains("another text", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_notebook_is_a_page_with_a_title()
    {
        string html = Render();

        Assert.Contains("<h1>Notebook</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"code-toggle\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_heading_that_opens_the_notebook_becomes_the_title_once()
    {
        string html = Render(Markdown("# Measure *a* `smile`\n\nFirst words."), Markdown("## Next"));

        Assert.Contains("<title>Measure a smile</title>", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1"));
    }

    [Fact]
    public void The_title_of_the_metadata_goes_before_a_heading()
    {
        NotebookDocument notebook = Notebook(Markdown("# Heading")) with { Metadata = Metadata("Given") };

        string html = ReportPublisher.Render(notebook, Provenance);

        Assert.Contains("<title>Given</title>", html, StringComparison.Ordinal);
        Assert.Contains(">Heading</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_further_down_gives_the_title_and_stays_where_it_is()
    {
        string html = Render(Markdown("Words first.\n\n## Later"));

        Assert.Contains("<h1>Later</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"s-later\">Later</h2>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</title><script>alert(1)</script>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("<!--<script>")]
    public void A_hostile_title_is_text(string title)
    {
        string calm = ReportPublisher.Render(Notebook() with { Metadata = Metadata("calm") }, Provenance);
        string hostile = ReportPublisher.Render(Notebook() with { Metadata = Metadata(title) }, Provenance);

        Assert.Equal(Tags(calm), Tags(hostile));
    }

    [Fact]
    public void Ids_of_a_page_are_unique()
    {
        string html = Render(
            Markdown("# Title\n\n## Same\n\n## Same\n\n## Same 2"), Markdown("## Same\n\n### provenance\n\n#### !!!"), Code("1", Display(("text/markdown", "## Same"))));

        string[] ids = [.. Id().Matches(html).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("s-same-2", ids);
    }

    [Fact]
    public void Every_entry_of_the_contents_leads_to_a_heading()
    {
        string html = Render(Markdown("# Title\n\n## Größe & Maß\n\n## 笑顔\n\n## a.b"), Markdown("## a b"));

        string[] targets = [.. Regex.Matches(html, "<li class=\"level-.\"><a href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(["s-größe-maß", "s-笑顔", "s-a-b", "s-a-b-2"], targets);
        Assert.All(targets, target => Assert.Contains($"<h2 id=\"{target}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public void No_address_of_a_network_is_a_source_of_anything()
    {
        string html = Render(
            Markdown("![far](https://example.org/a.png) ![near](//example.org/a.png) [link](https://example.org)"),
            Code("1", Display((PlotlyType, AFigure))));

        Assert.DoesNotMatch(@"(src|srcset|poster|data)\s*=\s*[""']?\s*(https?:)?//", html);
        Assert.DoesNotMatch(@"<link\b|@import|url\(", html);
        Assert.Contains("<a href=\"https://example.org\">link</a>", html, StringComparison.Ordinal);
        Assert.Matches(@"Content-Security-Policy"" content=""default-src 'none';", html);
    }

    [Fact]
    public void Plotly_is_in_the_page_once_with_figures_and_absent_without()
    {
        string with = Render(Code("1", Display((PlotlyType, AFigure)), Display((PlotlyType, AFigure))));
        string without = Render(Code("1", Display(("text/plain", "1"))));

        Assert.Single(Regex.Matches(with, "<script[^>]* id=\"plotly-library\""));
        Assert.DoesNotContain("plotly-library", without, StringComparison.Ordinal);
        Assert.True(without.Length < 50_000, $"{without.Length} characters");
        Assert.True(with.Length < 2_500_000, $"{with.Length} characters");
    }

    [Fact]
    public void A_missing_plotly_is_an_error_that_names_the_file_and_the_cure()
    {
        string path = Path.Combine(_folder, "nowhere", "plotly.min.js");
        NotebookDocument notebook = Notebook(Code("1", Display((PlotlyType, AFigure))));

        FileNotFoundException error = Assert.Throws<FileNotFoundException>(
            () => ReportPublisher.Render(notebook, Provenance, new ReportOptions { PlotlyPath = path }));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("plotly.js-dist-min", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_script_in_the_outputs_only_scripts_with_a_known_hash_may_run()
    {
        Assert.DoesNotContain("'unsafe-inline' 'unsafe-eval'", Policy(Render(Code("1", Display((PlotlyType, AFigure))))), StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe", Policy(Render(Markdown("text"))));
        Assert.DoesNotMatch("script-src[^;]*unsafe", Policy(Render(Code("1", Display(("text/html", "<table class=\"sn-table\"></table>"))))));
        Assert.Contains("script-src 'unsafe-inline'", Policy(Render(Code("1", Display(("text/html", "<b onclick='x()'>x</b><script>x()</script>"))))), StringComparison.Ordinal);
    }

    [Fact]
    public void Provenance_is_printed_whole_and_escaped()
    {
        string hash = new('a', 64);
        ReportProvenance provenance = Provenance with
        {
            Command = "./smile publish 'a & b.ipynb'",
            Git = new("0123456789abcdef", IsDirty: true),
            Seed = 42,
            DataFiles = [new("data/<x>.csv", hash)],
            Parameters = Provenance.Parameters.Add("threshold", "<0.5>"),
            Assemblies = [new("SmileNotebooks", "0.1.0")],
        };

        string html = ReportPublisher.Render(Notebook(), provenance);

        Assert.All(
            ["./smile publish &#39;a &amp; b.ipynb&#39;", "0123456789abcdef", "not committed", "42", "data/&lt;x&gt;.csv", hash, "&lt;0.5&gt;", "0.1.0", ".NET 10.0.1", "Linux (X64)"],
            (string part) => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_files_of_one_folder_are_behind_its_name()
    {
        DataFile[] many = [.. Enumerable.Range(1, 7).Select(number => new DataFile($"data/records/{number}.json", new string('b', 64)))];

        string html = ReportPublisher.Render(Notebook(), Provenance with { DataFiles = [new("data/one.csv", new string('a', 64)), .. many] });

        Assert.Contains("<li><code>data/one.csv</code>", html, StringComparison.Ordinal);
        Assert.Contains("<details><summary><code>data/records</code>: 7 files</summary><ul><li><code>data/records/1.json</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_cell_is_open_and_counted()
    {
        string html = Render(Code("good"), Code("bad", new ErrorOutput("E", "m", [])));

        Assert.Contains("1 failed", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<details class=\"code\">"));
        Assert.Single(Regex.Matches(html, "<details class=\"code\" open>"));
    }

    [Theory]
    [InlineData("System.InvalidOperationException", false)]
    [InlineData("TimedOut", true)]
    [InlineData("ProcessEnded", true)]
    public void A_cell_that_may_throw_fails_only_where_it_is_cut_off(string error, bool fails)
    {
        NotebookCell cell = Code("on purpose", new ErrorOutput(error, "m", [])) with { Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception") } };

        Assert.Equal(fails, Render(cell).Contains("1 failed", StringComparison.Ordinal));
    }

    [Fact]
    public void Raw_cells_and_empty_cells_are_shown_to_nobody()
    {
        string body = Body(new NotebookCell { Id = "r", Kind = CellKind.Raw, Source = "raw words" }, Code(""), Markdown(""));

        Assert.DoesNotContain("<section", body, StringComparison.Ordinal);
    }

    private static string Policy(string html) => Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;

    private static string[] Tags(string html) => [.. Regex.Matches(html, "<[!/a-zA-Z][a-zA-Z-]*").Select(match => match.Value)];

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();
}
