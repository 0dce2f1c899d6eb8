using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class MarkdownTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 1, 2, 3];

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-markdown-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<svg onload=alert(1)>\n\n</svg>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("# <script>alert(1)</script>\n\n# <b onclick=alert(1)>x</b>")]
    [InlineData("<!-- <script> -->")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("```csharp\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("# title {onclick=alert(1)}")]
    public void Raw_HTML_is_shown_as_text(string markdown) =>
        Assert.DoesNotMatch("<(script|img|svg|iframe|b|!--)|<[^>]* on[a-z]+=", Body(Markdown("intro"), Markdown(markdown)));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#x73;cript:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](<java&NewLine;script:alert(1)>)")]
    [InlineData("[x][ref]\n\n[ref]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:text/html;base64,AAAA)")]
    [InlineData("[![x](javascript:alert(1))](javascript:alert(1))")]
    public void A_link_that_could_run_script_is_no_link(string markdown) =>
        Assert.DoesNotMatch("(href|src)=\"", Body(Markdown(markdown)));

    [Fact]
    public void The_words_of_a_forbidden_link_stay() =>
        Assert.Contains("<p>some <em>words</em></p>", Body(Markdown("[some *words*](javascript:x)")), StringComparison.Ordinal);

    [Fact]
    public void A_picture_beside_the_notebook_is_embedded_with_its_text()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a b.png"), Png);

        string body = BodyWithFolder("![A *face*](a%20b.png \"Title\")");

        Assert.Contains($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\" alt=\"A face\" title=\"Title\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.png", "picture not found (missing.png)")]
    [InlineData("secret.png", "neither PNG, JPEG, GIF, WebP nor SVG (secret.png)")]
    [InlineData("empty.png", "neither PNG, JPEG, GIF, WebP nor SVG (empty.png)")]
    [InlineData("/etc/hostname", "only files beside the notebook")]
    [InlineData("file:///etc/hostname", "only files beside the notebook")]
    [InlineData("https://example.org/a.png", "only files beside the notebook")]
    [InlineData("attachment:a.png", "the cell has no attachment a.png")]
    [InlineData(".", "picture not found")]
    public void A_picture_that_cannot_be_embedded_is_named(string url, string reason)
    {
        File.WriteAllText(Path.Combine(_folder, "secret.png"), "password");
        File.WriteAllText(Path.Combine(_folder, "empty.png"), "");

        string body = BodyWithFolder($"![alt]({url})");

        Assert.Contains("<span class=\"missing\">alt: ", body, StringComparison.Ordinal);
        Assert.Contains(reason, body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_link_leads_from_the_report_to_the_file_and_a_notebook_to_its_report()
    {
        NotebookDocument notebook = Notebook(Markdown("[data](../data/a.csv) [next](02-next.ipynb#Some-Part) [here](#Part-One) [web](https://example.org/a?b=c&d) [mail](mailto:a@b.c)"));
        string path = Path.Combine(_folder, "reports", "a.html");

        ReportPublisher.Publish(notebook, Provenance, path, new ReportOptions { NotebookFolder = Path.Combine(_folder, "notebooks") });

        string[] links = [.. Regex.Matches(File.ReadAllText(path), "<a href=\"([^\"]*)\">(data|next|here|web|mail)<").Select(match => match.Groups[1].Value)];
        Assert.Equal(["../data/a.csv", "02-next.html#s-some-part", "#s-part-one", "https://example.org/a?b=c&amp;d", "mailto:a@b.c"], links);
    }

    [Fact]
    public void A_table_scrolls_in_a_box_of_its_own() =>
        Assert.Matches("<div class=\"scroll\">\\s*<table>(.|\n)*</table>\\s*</div>", Body(Markdown("| a | b |\n|---|--:|\n| 1 | 2 |")));

    [Fact]
    public void Fenced_CSharp_is_coloured() =>
        Assert.Contains("<span class=\"keyword\">var</span>", Body(Markdown("```csharp\nvar x = 1;\n```")), StringComparison.Ordinal);

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    public void A_picture_of_the_cell_itself_is_embedded_as_what_it_is(string said)
    {
        string body = Body(Attached("![A face](attachment:a%20b.png)", "a b.png", said, Convert.ToBase64String(Png)));

        Assert.Contains($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\" alt=\"A face\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attachment:other.png", "the cell has no attachment other.png")]
    [InlineData("attachment:", "the cell has no attachment")]
    [InlineData("ATTACHMENT:a.png", "only files beside the notebook")]
    [InlineData("attachment:text.png", "neither PNG, JPEG, GIF, WebP nor SVG")]
    [InlineData("attachment:\"onerror=alert(1)", "the cell has no attachment")]
    public void An_attachment_that_cannot_be_shown_is_named(string url, string reason)
    {
        string body = Body(Attached($"![alt](<{url}>)", "text.png", "image/png", "bm8gcGljdHVyZQ=="), Attached("![x](attachment:a.png)", "a.png", "image/png", "<script>alert(1)</script>"));

        Assert.Contains(reason, body, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(img|script)", body);
    }

    [Fact]
    public void A_hostile_SVG_attachment_is_a_picture_whose_script_no_browser_runs()
    {
        const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>";

        string body = Body(Attached("![x](attachment:a.svg)", "a.svg", "image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg))));

        Assert.Contains("<img src=\"data:image/svg+xml;base64,", body, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(svg|script)", body);
    }

    [Fact]
    public void Footnotes_go_on_through_the_cells_and_lead_there_and_back()
    {
        string body = Body(Markdown("One[^a] and two[^b], one again[^a].\n\n[^a]: The *first*.\n[^b]: The second."), Markdown("Three[^a].\n\n[^a]: The third."));

        string[] targets = [.. Regex.Matches(body, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(7, Regex.Count(body, "role=\"doc-(noteref|backlink)\"") - 1);
        Assert.All(targets, target => Assert.Equal(1, Regex.Count(body, $" id=\"{target}\"")));
        Assert.Contains("<ol class=\"notes\" start=\"3\">", body, StringComparison.Ordinal);
        Assert.Contains("The <em>first</em>.", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[^<script>]: x\n\na[^<script>]")]
    [InlineData("a[^x]\n\n[^x]: <script>alert(1)</script>")]
    [InlineData("a[^x]\n\n[^x]: [y](javascript:alert(1))")]
    public void A_hostile_footnote_is_text(string markdown) =>
        Assert.DoesNotMatch("<script|href=\"javascript", Body(Markdown(markdown)));

    public static TheoryData<string> Deep => new(
        new string('>', 20_000), new string('[', 20_000), string.Concat(Enumerable.Repeat("- ", 5_000)), string.Concat(Enumerable.Repeat("*a _b ", 10_000)),
        new string('`', 20_001), "|" + string.Concat(Enumerable.Repeat("a|", 5_000)) + "\n|" + string.Concat(Enumerable.Repeat("-|", 5_000)), string.Concat(Enumerable.Repeat("![a](", 5_000)));

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deeply_nested_Markdown_is_published_all_the_same(string markdown)
    {
        string body = Body(Markdown("before"), Markdown(markdown), Markdown("after"));

        Assert.Contains("before", body, StringComparison.Ordinal);
        Assert.Contains("after", body, StringComparison.Ordinal);
    }

    private static NotebookCell Attached(string markdown, string name, string type, string base64) =>
        Markdown(markdown) with { Attachments = new() { [name] = new System.Text.Json.Nodes.JsonObject { [type] = base64 } } };

    private string BodyWithFolder(string markdown)
    {
        string html = ReportPublisher.Render(Notebook(Markdown(markdown)), Provenance, new ReportOptions { NotebookFolder = _folder });
        return html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
    }
}
