using System.Net;
using System.Text.RegularExpressions;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class HighlightingTests
{
    [Theory]
    [InlineData("var x = 1;", "keyword", "var")]
    [InlineData("await Task.Delay(1);", "keyword", "await")]
    [InlineData("var x = 1.5e3f;", "number", "1.5e3f")]
    [InlineData("var s = \"<a>\";", "string", "\"<a>\"")]
    [InlineData("var s = \"\"\"raw \"x\" text\"\"\";", "string", "\"\"\"raw \"x\" text\"\"\"")]
    [InlineData("var s = $\"a{b}c\";", "string", "a")]
    [InlineData("x(); // why & how", "comment", "// why & how")]
    [InlineData("/* a\nb */ x()", "comment", "/* a\nb */")]
    [InlineData("Picture.Load(path)", "type", "Picture")]
    [InlineData("Picture.Load(path)", "method", "Load")]
    [InlineData("List<Face> faces = new();", "type", "Face")]
    [InlineData("record Point(double X);", "type", "Point")]
    [InlineData("#r \"nuget: A, 1.0\"\nvar x = 1;", "magic", "#r \"nuget: A, 1.0\"")]
    [InlineData("  #!time\nvar x = 1;", "magic", "#!time")]
    [InlineData("#!time\nvar x = 1;", "keyword", "var")]
    [InlineData("#if DEBUG\n#endif", "magic", "#if DEBUG")]
    public void A_part_has_its_colour(string source, string style, string part) =>
        Assert.Contains($"<span class=\"{style}\">{Html.Escape(part)}</span>", CSharpHighlighter.ToHtml(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("  ")]
    [InlineData("var x = \"unfinished")]
    [InlineData("/* unfinished")]
    [InlineData("}}}} ((( <<< \0\u0001")]
    [InlineData("var s = \"\"\"\n#!not a magic\n\"\"\";")]
    [InlineData("using System;\r\nclass A { /// <summary>x</summary>\r\n public int B { get; } = 1; }")]
    [InlineData("#r \"a\"\n#!b\n#if X\nfoo\n#endif\n$\"{a:0.0}{$\"{b}\"}\"")]
    public void Colouring_changes_no_character(string source)
    {
        string text = WebUtility.HtmlDecode(Regex.Replace(CSharpHighlighter.ToHtml(source), "</?span[^>]*>", ""));

        Assert.Equal(Regex.Replace(source, "[\\0-\\b]", "\uFFFD"), text);
    }
}
