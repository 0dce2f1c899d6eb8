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

    private string BodyWithFolder(string markdown)
    {
        string html = ReportPublisher.Render(Notebook(Markdown(markdown)), Provenance, new ReportOptions { NotebookFolder = _folder });
        return html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
    }
}
