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
    [InlineData("var a = 1;\n#!fsharp\nlet b = 2", "cell 1, line 2: `#!fsharp`: this host runs C#; other languages are not run here")]
    [InlineData("#!markdown\nhi\n#!pwsh\nls", "cell 1, line 3: `#!pwsh`: this host runs C#")]
    [InlineData("#!share --from fsharp x", "cell 1, line 1: `#!share`: this host runs C#")]
    [InlineData("#!tiem\n1", "cell 1, line 1: `#!tiem` is not a magic command of this host. Did you mean `#!time`?")]
    [InlineData("#!Markdown\n1", "cell 1, line 1: `#!Markdown` is not a magic command of this host. Did you mean `#!markdown`?")]
    [InlineData("1\n#!zzzzzzzz", "cell 1, line 2: `#!zzzzzzzz` is not a magic command of this host. It knows")]
    [InlineData("#!time it", "cell 1, line 1: `#!time` takes nothing behind it, found `it`.")]
    public async Task A_magic_that_cannot_be_followed_names_its_line_and_what_was_meant(string code, string expected)
    {
        await using CellRunner cells = new();
        await cells.TryAsync(code);
        Assert.StartsWith(expected, cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_magic_names_the_known_ones_and_nothing_of_its_cell_runs()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("Console.WriteLine(1);\n#!fsharp\nlet b = 2");
        Assert.Contains("#!csharp, #!markdown, #!html, #!time, #!import", cells.Error.Message, StringComparison.Ordinal);
        Assert.Empty(cells.Streams());
    }

    [Fact]
    public async Task An_interpreter_line_is_no_magic()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#!/usr/bin/env dotnet\n1 + 1");
        Assert.Equal("2", cells.Plain);
        await cells.RunAsync("#!markdown\n```\n#!/bin/sh\n```");
        Assert.Equal("```\n#!/bin/sh\n```", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/markdown"]);
    }

    [Fact]
    public async Task Lsmagic_lists_every_command_with_its_arguments()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#!lsmagic");
        MimeBundle list = cells.Outputs.OfType<DisplayOutput>().Single().Data;
        Assert.All(Magics.All, magic => Assert.Contains(magic.Summary, list["text/plain"], StringComparison.Ordinal));
        Assert.Contains("#!import path ", list["text/plain"], StringComparison.Ordinal);
        Assert.Contains("<td>#!csharp, #!c#, #!C#</td>", list["text/html"], StringComparison.Ordinal);
        Assert.Contains("nuget", list["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_says_what_runs_the_notebook()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#!about");
        string text = cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]!;
        Assert.Contains($".NET {Environment.Version}", text, StringComparison.Ordinal);
        Assert.Contains("SmileNotebooks.Host", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_and_whos_list_the_variables()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("#!who\n#!whos");
        Assert.All(cells.Outputs.OfType<DisplayOutput>(), shown => Assert.Equal("No variable is declared.", shown.Data["text/plain"]));
        await cells.RunAsync("var a = 1.5; string? b = null; record R(int X); var c = new[] { new R(1) };");
        await cells.RunAsync("#!who\nvar d = \"<x>\";\n#!whos");
        MimeBundle[] shown = [.. cells.Outputs.OfType<DisplayOutput>().Select(output => output.Data)];
        Assert.Equal("a, b, c", shown[0]["text/plain"]);
        Assert.Matches(@"name +type +value\na +\w+ +1\.5\nb +\S+ +null\nc +R\[\] +\[ R \{ X = 1 \} \]\nd +\w+ +""?<x>", shown[1]["text/plain"]);
        Assert.Contains("&lt;x&gt;", shown[1]["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_beyond_a_limit_is_noted_once_with_the_way_out()
    {
        await using CellRunner cells = new(new EngineOptions { MemoryNoteFrom = 1 });
        await cells.RunAsync("1");
        Assert.Matches(@"^This notebook's process holds \d+ MB\. .*`#!reset` drops them\.\n$", cells.Streams("stderr"));
        await cells.RunAsync("2");
        Assert.Empty(cells.Streams("stderr"));
    }

    [Fact]
    public async Task Reset_drops_variables_types_and_references_and_says_what_was_kept()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class T { }\nvar big = new byte[50_000_000]; big[0] = 1;\nusing var closed = new System.IO.MemoryStream();\nvar same = closed;");
        await cells.RunAsync("new WeakReference(big)");
        WeakReference kept = Assert.IsType<WeakReference>(cells.Last.Value);
        await cells.RunAsync("#!reset\n1 + 1");
        // How much it is cannot be said here: other tests use memory at the same time.
        Assert.Matches(@"^All variables, .* Kept before: \d+\.\d MB, now: \d+\.\d MB\.$", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        GC.Collect();
        Assert.False(kept.IsAlive);
        Assert.Equal("2", cells.Plain);
        await cells.TryAsync("big.Length");
        Assert.Contains("CS0103", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("class T { public int V => 5; }\nnew T().V");
        Assert.Equal("5", cells.Plain);
    }

    [Fact]
    public async Task What_looks_like_a_magic_within_a_string_or_comment_is_none()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("/*\n#!fsharp\n*/\nvar s = \"\"\"\n#!markdown\n#r \"nowhere.dll\"\n\"\"\";\ns");
        Assert.Equal("#!markdown\n#r \"nowhere.dll\"", cells.Plain);
    }
}
