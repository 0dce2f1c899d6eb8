namespace SmileNotebooks.Host.Tests;

public sealed class MagicTests
{
    [Fact]
    public async Task Markdown_and_html_parts_are_shown_and_code_goes_on_behind_them()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var a = 1;\n#!markdown\n# Don't \"parse\" this\n#!html\n<b>x</b>\n#!csharp\na + 1");
        DisplayOutput[] shown = [.. cells.Outputs.OfType<DisplayOutput>()];
        Assert.Equal("# Don't \"parse\" this", shown[0].Data["text/markdown"]);
        Assert.Contains("<h1", shown[0].Data["text/html"], StringComparison.Ordinal);
        Assert.Equal("<b>x</b>", shown[1].Data["text/html"]);
        Assert.Equal("2", cells.Plain);
    }

    [Fact]
    public async Task Time_says_how_long_the_cell_took()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#!time\n1 + 1");
        Assert.Equal("2", cells.Plain);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
    }

    [Theory]
    [InlineData("var a = 1;\n#!fsharp\nlet b = 2", "cell 1, line 2: `#!fsharp`")]
    [InlineData("#!markdown\nhi\n#!pwsh\nls", "cell 1, line 3: `#!pwsh`")]
    public async Task An_unknown_magic_names_its_line_and_the_known_ones(string code, string expected)
    {
        await using CellRunner cells = new();
        await cells.TryAsync(code);
        Assert.StartsWith(expected, cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("#!csharp, #!markdown, #!html, #!time", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_like_a_magic_within_a_string_or_comment_is_none()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("/*\n#!fsharp\n*/\nvar s = \"\"\"\n#!markdown\n#r \"nowhere.dll\"\n\"\"\";\ns");
        Assert.Equal("#!markdown\n#r \"nowhere.dll\"", cells.Plain);
    }

    [Fact]
    public async Task Load_is_refused_with_its_line()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("\n#load \"x.csx\"");
        Assert.StartsWith("cell 1, line 2: `#load` is not supported", cells.Error.Message, StringComparison.Ordinal);
    }
}
