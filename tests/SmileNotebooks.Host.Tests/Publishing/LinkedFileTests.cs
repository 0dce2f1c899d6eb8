using System.Text.RegularExpressions;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class LinkedFileTests : IDisposable
{
    private const string Record = """
        {"key": "a-2022", "n": 88, "results": [
          {"id": "other", "estimate": 1},
          {"id": "mimicry", "finding": "It rose.", "n": 477, "estimate": 0.312, "metric": "d", "interval": {"lower": 0.24, "upper": 0.384},
           "values": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, "source": {"kind": "abstract", "where": "line 3"}}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-linked-").FullName;

    public LinkedFileTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        File.WriteAllText(Path.Combine(_folder, "data", "a.json"), Record);
        File.WriteAllText(Path.Combine(_folder, "data", "b.md"), "# Text");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("mimicry.estimate", "mimicry.estimate: 0.312. finding: It rose; n: 477; metric: d; interval: lower 0.24, upper 0.384; source: kind abstract, where line 3.")]
    [InlineData("mimicry.upper", "mimicry.upper: 0.384. finding: It rose; n: 477; estimate: 0.312; metric: d; interval: lower 0.24, upper 0.384; source: kind abstract, where line 3.")]
    [InlineData("mimicry", "finding: It rose; n: 477; estimate: 0.312; metric: d; interval: lower 0.24, upper 0.384; source: kind abstract, where line 3.")]
    [InlineData("n", "n: 88. key: a-2022.")]
    public void A_fragment_names_a_record_or_a_value_of_it(string fragment, string words) =>
        Assert.Equal($"{words} From data/a.json, a file that does not come with this page.", Words("a.json", fragment));

    [Theory]
    [InlineData("a.json", "")]
    [InlineData("a.json", "missing.estimate")]
    [InlineData("a.json", "mimicry.missing")]
    [InlineData("a.json", "...")]
    [InlineData("b.md", "text")]
    public void Where_there_is_no_record_the_file_alone_is_told(string file, string fragment) =>
        Assert.Equal($"data/{file}: a file of the project that does not come with this page.", Words(file, fragment));

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"a": 1, "a": 2}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public void A_file_that_cannot_be_understood_is_named(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "data", "a.json"), text);

        Assert.Equal("data/a.json: a file of the project that does not come with this page.", Words("a.json", "x.y"));
    }

    [Fact]
    public void A_link_to_a_file_stays_a_link_that_says_what_it_is()
    {
        List<string> problems = [];
        string page = Publish("[.31](../data/a.json#mimicry.estimate), [text](../data/b.md), [gone](../data/c.md), [next](02-next.ipynb#Some-part), [all](../data)", problems);

        Assert.Contains("<a href=\"../data/a.json#mimicry.estimate\" class=\"file\" aria-describedby=\"hint-1\">.31</a>", page, StringComparison.Ordinal);
        Assert.Contains("<p id=\"hint-1\">mimicry.estimate: 0.312.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../data/c.md\">gone</a>", page, StringComparison.Ordinal);
        Assert.Equal(["the link to data/c.md leads nowhere."], problems);
        Assert.Equal(["data", "data/a.json", "data/b.md"], Regex.Matches(page[page.IndexOf("Linked files", StringComparison.Ordinal)..page.IndexOf("<dt>Runtime", StringComparison.Ordinal)], "<code>([^<]*)</code>").Select(match => match.Groups[1].Value));
        Assert.Equal(["02-next.html#s-some-part"], ReportCard.Find(page)!.Links);
        Assert.DoesNotContain(_folder, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[odd](../data/a%00.json#x)")]
    [InlineData("[odd](%00)")]
    [InlineData("[odd](../data/a.json#%00)")]
    [InlineData("[odd](%zz/%)")]
    [InlineData("![odd](%00.png)")]
    public void What_can_be_no_file_costs_no_report(string markdown) => Assert.Matches("<p>.*odd.*</p>", Publish(markdown, []));

    private string Words(string file, string fragment) => LinkedFile.Words(Path.Combine(_folder, "data", file), $"data/{file}", fragment);

    private string Publish(string markdown, List<string> problems)
    {
        string path = Path.Combine(_folder, "reports", "a.html");
        ReportPublisher.Publish(Notebook(Markdown(markdown)), Provenance, path, new() { NotebookFolder = Path.Combine(_folder, "notebooks"), ProjectFolder = _folder, Problem = problems.Add });
        return File.ReadAllText(path);
    }
}
