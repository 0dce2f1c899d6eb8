// Pages of notebooks that were not run for want of a file.
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class NotRunTests : IDisposable
{
    private static readonly ReportOptions s_options = new() { Missing = [new("../lib/Extra.dll", "dotnet build extra -c Release")] };
    private static readonly NotebookCell s_code = new() { Id = "c", Kind = CellKind.Code, Source = "Extra.Run()" };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-not-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_head_says_what_is_missing_and_how_to_get_it_and_the_code_is_open()
    {
        string html = ReportPublisher.Render(Notebook(Markdown("# A\n\nWords."), s_code), Provenance, s_options);

        string head = html[html.IndexOf("<header", StringComparison.Ordinal)..html.IndexOf("</header>", StringComparison.Ordinal)];
        Assert.Contains("<strong>This notebook was not run:</strong> it needs a file that is not there.", head, StringComparison.Ordinal);
        Assert.Contains("<p>Missing: <code>../lib/Extra.dll</code>. To get it:</p>", head, StringComparison.Ordinal);
        Assert.Contains("<code>dotnet build extra -c Release</code>", head, StringComparison.Ordinal);
        Assert.Contains("<p><strong class=\"not-run\">Not run</strong> · 1 code cell · <a href=\"#provenance\">Run it</a>", head, StringComparison.Ordinal);
        Assert.Contains("<details class=\"code\" open><summary><span>Code</span></summary>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_foot_claims_no_run()
    {
        string html = ReportPublisher.Render(Notebook(Markdown("# A"), s_code), Provenance, s_options);

        Assert.Contains("<dt>Run</dt><dd>not run; published ", html, StringComparison.Ordinal);
        Assert.Contains("<p>A [Notebook, not run]. (2026, November 21).</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("executed", html[html.IndexOf("<footer>", StringComparison.Ordinal)..html.IndexOf("</footer>", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" took ", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_a_run_says_nothing_of_it() => Assert.DoesNotContain("class=\"missing-note\"", Render(Markdown("# A"), Code("1")), StringComparison.Ordinal);

    [Fact]
    public void Several_files_are_told_one_by_one_and_text_stays_text()
    {
        ReportOptions options = new() { Missing = [new("a<b>.bin", "get & go"), new("c.bin", "</code><script>alert(1)</script>")] };

        string html = ReportPublisher.Render(Notebook(Markdown("# A")), Provenance, options);

        Assert.Contains("it needs 2 files that are not there.", html, StringComparison.Ordinal);
        Assert.Contains("<code>a&lt;b&gt;.bin</code>", html, StringComparison.Ordinal);
        Assert.Contains("<code>get &amp; go</code>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_says_it_in_the_status_of_the_card_and_counts_them()
    {
        ReportPublisher.Publish(Notebook(Markdown("# A")), Provenance, Path.Combine(_folder, "01-a.html"), new() { IsKept = true });
        ReportPublisher.Publish(Notebook(Markdown("# B"), s_code), Provenance, Path.Combine(_folder, "02-b.html"), s_options);

        string html = File.ReadAllText(ReportIndex.Write(_folder));

        Assert.Contains("<p>2 reports · <strong class=\"not-run\">1 not run</strong> · run again only when code or data change</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"facts\"><strong class=\"not-run\">not run</strong> · needs Extra.dll: <code>dotnet build extra -c Release</code></p>", html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "<span class=\"success\">ok</span>"));
    }
}
