using System.Text.RegularExpressions;
using SmileNotebooks.Host;
using static SmileNotebooks.Host.Tests.Publishing.Sample;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class OutputTests
{
    private static readonly (string Type, string Content, string Shown)[] FromBestToWorst =
    [
        (PlotlyType, """{"data":[]}""", "class=\"output figure\""),
        ("text/html", "<em>emphasis</em>", "<em>emphasis</em>"),
        ("image/svg+xml", "<svg/>", "data:image/svg+xml;base64,PHN2Zy8+"),
        ("image/png", "iVBORw0K\n", "data:image/png;base64,iVBORw0K\""),
        ("image/jpeg", "/9j/", "data:image/jpeg;base64,/9j/"),
        ("text/markdown", "**strong**", "<strong>strong</strong>"),
        ("application/json", """{"a":[1]}""", "<pre>{\n  &quot;a&quot;: [\n    1\n  ]\n}</pre>"),
        ("text/plain", "plain <words>", "<pre>plain &lt;words&gt;</pre>"),
    ];

    [Fact]
    public void The_richest_type_of_a_bundle_is_shown_and_no_other()
    {
        for (int best = 0; best < FromBestToWorst.Length; best++)
        {
            (string, string)[] bundle = [.. FromBestToWorst[best..].Select(part => (part.Type, part.Content))];

            string body = Body(Code("x", Display(bundle)), Code("y", new ResultOutput(Bundle(bundle))));

            Assert.Equal(2, Regex.Count(body, Regex.Escape(FromBestToWorst[best].Shown)));
            Assert.Equal(2, Regex.Count(body, "<div class=\"output "));
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"layout":{}}""")]
    [InlineData("null")]
    [InlineData("")]
    public void A_plotly_output_that_is_no_figure_gives_way_to_the_next_type(string json)
    {
        string body = Body(Code("x", Display((PlotlyType, json), ("text/plain", "instead"))));

        Assert.Contains("<pre>instead</pre>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("output figure", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_sent_as_a_JSON_string_is_a_figure()
    {
        string body = Body(Code("x", Display((PlotlyType, "\"{\\\"data\\\":[]}\""))));

        Assert.Contains("<script type=\"application/json\">{\"data\":[]}</script>", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[{"type":"bar"}],"layout":{"title":"Plain"}}""", "Plain")]
    [InlineData("""{"data":[{"type":"bar"}],"layout":{"title":{"text":"<b>Two</b><br>lines"}}}""", "Two lines")]
    [InlineData("""{"data":[{"type":"bar"}],"layout":{"title":{"text":"T"},"meta":{"description":"What is \"seen\""}}}""", "What is &quot;seen&quot;")]
    [InlineData("""{"data":[{"type":"bar"},{}],"layout":{}}""", "Figure: bar, scatter")]
    [InlineData("""{"data":[],"layout":{"title":"p < .05 and n > 10"}}""", "p &lt; .05 and n &gt; 10")]
    [InlineData("""{"data":[]}""", "Figure: empty")]
    public void A_figure_has_alternative_text(string json, string expected) =>
        Assert.Contains($"aria-label=\"{expected}\"", Body(Code("x", Display((PlotlyType, json)))), StringComparison.Ordinal);

    [Fact]
    public void A_figure_cannot_leave_its_script_element()
    {
        string body = Body(Code("x", Display((PlotlyType, """{"data":[{"name":"</script><script>alert(1)</script><!--"}]}"""))));

        Assert.Equal(1, Regex.Count(body, "<script"));
        Assert.Equal(1, Regex.Count(body, "</script"));
    }

    [Fact]
    public void A_picture_inside_a_figure_keeps_its_size() =>
        Assert.Contains("data:image/png;base64,++++/A==", Body(Code("x", Display((PlotlyType, """{"data":[],"layout":{"images":[{"source":"data:image/png;base64,++++/A=="}]}}""")))), StringComparison.Ordinal);

    [Fact]
    public void Streams_of_one_name_are_joined_and_standard_error_is_told_apart()
    {
        string body = Body(Code("x", new StreamOutput("stdout", "a\n"), new StreamOutput("stdout", "b\n"), new StreamOutput("stderr", "<c>\n"), new StreamOutput("stdout", "d")));

        Assert.Equal(2, Regex.Count(body, "<div class=\"output stream\">"));
        Assert.Contains("<pre>a\nb</pre>", body, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output stream stderr\"><span class=\"tag\">stderr</span><pre>&lt;c&gt;</pre>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_shows_its_name_its_message_and_its_traceback()
    {
        string body = Body(Code("x", new ErrorOutput("A<B>", "m & n", ["\u001b[31mline 1\u001b[0m", "<line 2>"])));

        Assert.Contains("A&lt;B&gt;", body, StringComparison.Ordinal);
        Assert.Contains("m &amp; n", body, StringComparison.Ordinal);
        Assert.Contains("<pre><span class=\"ansi-red\">line 1</span>\n&lt;line 2&gt;</pre>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_without_a_traceback_is_still_shown() =>
        Assert.Contains("only this", Body(Code("x", new ErrorOutput("E", "only this", default))), StringComparison.Ordinal);

    [Fact]
    public void A_type_that_no_page_can_show_is_named() =>
        Assert.Contains("No view of application/x-unknown", Body(Code("x", Display(("application/x-unknown", "?")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[1;32mok\u001b[0m then", "<span class=\"ansi-green bold\">ok</span> then")]
    [InlineData("\u001b[38;5;200mpink\u001b[39m", "pink")]
    [InlineData("\u001b[2J\u001b[Hcleared\u001b]0;title\u0007", "cleared")]
    [InlineData("10 %\r50 %\r100 %\r\ndone", "100 %\ndone")]
    [InlineData("\u001b[31m<b>\u001b[m", "<span class=\"ansi-red\">&lt;b&gt;</span>")]
    [InlineData("cut \u001b[3", "cut 3")]
    [InlineData("", "")]
    public void Terminal_text_keeps_its_colours_and_loses_its_control(string text, string expected) =>
        Assert.Equal(expected, AnsiText.ToHtml(text));
}
