using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host.Tests;

public sealed class RecordTableTests
{
    [Fact]
    public async Task All_rows_of_a_table_are_in_reach_of_its_script()
    {
        string html = await HtmlOf("Enumerable.Range(0, 1234).Select(i => new { I = i, Half = i / 7.0, Text = \"<'\" + i, None = (string?)null })");
        Assert.Contains("data-sn-count=\"1234\"", html, StringComparison.Ordinal);
        Assert.Contains("<caption>first 50 of 1,234 rows</caption>", html, StringComparison.Ordinal);
        Assert.Equal(50, Regex.Count(html, "<tr><td"));
        JsonArray rows = Rows(html);
        Assert.Equal(1184, rows.Count);
        Assert.Equal("""[["50"],["7.14286","7.142857142857143"],"<'50",null]""", rows[0]!.ToJsonString(NotebookWriter.Compact));
    }

    [Theory]
    [InlineData("Enumerable.Range(0, 12_345).Select(i => new { I = i }).ToArray()", "12345", 4950)]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => new { I = i })", "", 4950)]
    [InlineData("Enumerable.Range(0, 50).Select(i => new { I = i })", "50", 0)]
    [InlineData("Enumerable.Range(0, 51).Select(i => new { I = i })", "51", 1)]
    public async Task Beyond_a_limit_rows_are_counted_and_not_held(string code, string count, int waiting)
    {
        string html = await HtmlOf(code);
        Assert.Contains($"data-sn-count=\"{count}\"", html, StringComparison.Ordinal);
        Assert.Equal(waiting, Rows(html).Count);
    }

    [Fact]
    public async Task Long_rows_wait_only_up_to_a_limit()
    {
        string html = await HtmlOf("var text = new string('x', 290);\nEnumerable.Range(0, 5000).Select(i => new { A = text, B = text, C = text, D = text })");
        Assert.InRange(Rows(html).Count, 500, 2000);
        Assert.InRange(html.Length, 500_000, 1_200_000);
    }

    [Fact]
    public async Task One_record_and_the_parts_of_a_value_need_no_script()
    {
        Assert.DoesNotContain("<script", await HtmlOf("new[] { new { A = 1 } }"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await HtmlOf("new { A = 1, B = 2 }"), StringComparison.Ordinal);
        Assert.Contains("<script", await HtmlOf("new[] { new { A = 1 }, new { A = 2 } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Properties_that_compute_slowly_do_not_hold_the_cell_up()
    {
        string html = await HtmlOf("class Slow { public int V { get { System.Threading.Thread.Sleep(15); return 1; } } }\nEnumerable.Range(0, 2000).Select(_ => new Slow()).ToList()");
        Assert.Contains("data-sn-count=\"2000\"", html, StringComparison.Ordinal);
        Assert.InRange(Rows(html).Count, 0, 100);
    }

    [Theory]
    [InlineData("var t = new System.Data.DataTable(); t.Columns.Add(\"Name\"); t.Columns.Add(\"N\", typeof(int)); t.Rows.Add(\"a\", 1); t.Rows.Add(DBNull.Value, DBNull.Value);\nt",
        "Name:a N:1|Name:null N:null")]
    [InlineData("new double[,] { { 1, 2.5 }, { 3, 4 } }", "0:1 1:2.5|0:3 1:4")]
    [InlineData("new[] { new Dictionary<string, object> { [\"a\"] = 1 }, new Dictionary<string, object> { [\"b\"] = \"x\" } }", "a:1 b:|a: b:x")]
    [InlineData("new Dictionary<string, int> { [\"k\"] = 1, [\"l\"] = 2 }", "Key:k Value:1|Key:l Value:2")]
    [InlineData("new[] { (1, \"a\"), (2, \"b\") }", "Item1:1 Item2:a|Item1:2 Item2:b")]
    [InlineData("new[] { new { D = new DateTime(2026, 1, 2), L = new[] { 1, 2 } } }", "D:2026-01-02 L:[ 1, 2 ]")]
    [InlineData("new object[] { 5, new { A = 1 } }", "value:5 A:|value: A:1")]
    public async Task Sequences_of_every_kind_are_tables(string code, string expected)
    {
        string html = await HtmlOf(code);
        string[] columns = [.. Regex.Matches(html, "<th scope=\"col\"[^>]*>([^<]*)</th>").Select(match => match.Groups[1].Value)];
        IEnumerable<string> rows = Regex.Matches(html, "<tr>(<td.*?)</tr>").Select(row => string.Join(' ', Regex.Matches(row.Groups[1].Value, "<td[^>]*>(.*?)</td>")
            .Select((cell, at) => $"{columns[at]}:{WebUtility.HtmlDecode(cell.Groups[1].Value)}")));
        Assert.Equal(expected, string.Join('|', rows));
    }

    [Fact]
    public async Task A_cell_shows_what_the_values_own_formatter_makes_unless_it_is_large_or_active()
    {
        using TemporaryFolder folder = new();
        folder.Library("CellFormatted", """
            using System; using System.Collections.Generic; using System.IO;
            [AttributeUsage(AttributeTargets.Class)] class TypeFormatterSourceAttribute(Type t) : Attribute { public Type FormatterSourceType { get; } = t; }
            [TypeFormatterSource(typeof(Source))] public class Shown { public string Html; public override string ToString() => "plain"; }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new Html(); } }
            class Html { public string MimeType => "text/html"; public bool Format(object o, TextWriter w) { w.Write(((Shown)o).Html); return true; } }
            """);
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("#r \"CellFormatted.dll\"\nnew[] { \"<b>small</b>\", \"<script>1</script>\", \"<b onclick='x()'>\", new string('x', 100_000) }.Select(html => new { V = new Shown { Html = html } })");
        Assert.Contains("<td><b>small</b></td></tr><tr><td>plain</td></tr><tr><td>plain</td></tr><tr><td>plain</td>", cells.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_as_a_value_opens_its_trimmed_stack()
    {
        string html = await HtmlOf("Exception Made() { try { throw new InvalidOperationException(\"no <b>\"); } catch (Exception e) { return e; } }\nMade()");
        Assert.StartsWith("<details class=\"sn-exception\"><summary><strong>System.InvalidOperationException</strong>: no &lt;b&gt;</summary><pre>", html, StringComparison.Ordinal);
        Assert.Contains("at cell 1, line 1 in Made", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SmileNotebooks.Host", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_table_is_the_same_text()
    {
        const string Code = "Enumerable.Range(0, 300).Select(i => new { I = i })";
        Assert.Equal(await HtmlOf(Code), await HtmlOf(Code));
    }

    private static JsonArray Rows(string html) => Regex.Match(html, "data-sn-rows='([^']*)'") is { Success: true } match
        ? JsonNode.Parse(WebUtility.HtmlDecode(match.Groups[1].Value))!.AsArray()
        : [];

    private static async Task<string> HtmlOf(string code)
    {
        await using CellRunner cells = new();
        await cells.RunAsync(code);
        return cells.Html!;
    }
}
