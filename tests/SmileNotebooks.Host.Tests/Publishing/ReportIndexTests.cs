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
        Assert.Contains("<p>What it says.</p>", html, StringComparison.Ordinal);
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

        Assert.Equal(1, Regex.Count(html, "<script"));
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

    private ReportSummary Publish(string name, params NotebookCell[] cells) =>
        ReportPublisher.Publish(Notebook(cells), Provenance, Path.Combine(_folder, name));
}
