// The readings are those of the percent format's documentation (https://jupytext.readthedocs.io/en/latest/formats-scripts.html#the-percent-format).
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class PercentFormatTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Console.WriteLine(1);\n", "Code:Console.WriteLine(1);")]
    [InlineData("// %%\n1 + 1\n", "Code:1 + 1")]
    [InlineData("//%%\n1 + 1", "Code:1 + 1")]
    [InlineData("// %%\n\n// %%\n", "Code:|Code:")]
    [InlineData("// %% [markdown]\n// # Title\n//\n// text\n\n// %%\n1\n", "Markdown:# Title\n\ntext|Code:1")]
    [InlineData("// %% [md]\n// text\r\n// %% [raw]\r\n// r\r\n", "Markdown:text|Raw:r")]
    [InlineData("// %% [markdown]\n/*\n# Title\n\n// %% not a cell\n*/\n\n// %%\n1", "Markdown:# Title\n\n// %% not a cell|Code:1")]
    [InlineData("// %% [markdown]\n/* one line */", "Markdown:one line")]
    [InlineData("// %% [markdown]\nno comment\n", "Markdown:no comment")]
    [InlineData("1\n// %%time\n2", "Code:1\n// %%time\n2")]
    [InlineData("using System;\n\n// %%\n1\n\n\n// %%\n2\n", "Code:using System;|Code:1|Code:2")]
    [InlineData("// %%\n// #!time\n1", "Code:#!time\n1")]
    public void Cells_begin_at_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Parse(text).Cells.Select(cell => $"{cell.Kind}:{cell.Source}")));

    [Theory]
    [InlineData("// %% tags=[\"parameters\"]", "{\"tags\":[\"parameters\"]}")]
    [InlineData("// %% A title", "{\"title\":\"A title\"}")]
    [InlineData("// %% A title [markdown] slideshow={\"slide_type\": \"slide\"} n=1", "{\"title\":\"A title\",\"slideshow\":{\"slide_type\":\"slide\"},\"n\":1}")]
    [InlineData("// %% {\"tags\": [\"a b\"], \"my key\": null}", "{\"tags\":[\"a b\"],\"my key\":null}")]
    [InlineData("// %% x = 1 and so on", "{\"title\":\"x = 1 and so on\"}")]
    [InlineData("// %%%% deeper", "{\"title\":\"deeper\"}")]
    public void A_mark_holds_title_and_metadata(string mark, string expected) =>
        Assert.Equal(expected, Parse(mark + "\n1").Cells.Single().Metadata.ToJsonString());

    [Fact]
    public void The_text_has_the_metadata_as_a_head_and_a_mark_before_each_cell()
    {
        NotebookDocument document = new()
        {
            Metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "csharp", ["name"] = ".net-csharp" } },
            Cells =
            [
                new NotebookCell { Id = "cell-1", Kind = CellKind.Markdown, Source = "A smile lifts AU12,\n\nan honest one AU6 too." },
                new NotebookCell { Id = "cell-2", Kind = CellKind.Code, Source = "var photo = \"ada.jpg\";", Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            ],
        };
        Assert.Equal(
            "// ---\n// jupyter:\n//   kernelspec:\n//     display_name: .NET (C#)\n//     language: csharp\n//     name: .net-csharp\n// ---\n\n" +
            "// %% [markdown]\n// A smile lifts AU12,\n//\n// an honest one AU6 too.\n\n// %% tags=[\"parameters\"]\nvar photo = \"ada.jpg\";\n",
            NotebookFile.ToText(document, NotebookFormat.Percent));
    }

    [Fact]
    public void The_head_of_another_program_is_read()
    {
        JsonObject metadata = Parse(
            "// ---\n// title: not ours\n// jupyter:\n//   jupytext:\n//     text_representation:\n//       extension: .cs\n//       format_version: '1.3'\n" +
            "//   kernelspec:\n//     display_name: \"It's C#\"\n//     name: .net-csharp\n//   title: 'It''s'\n//   number: 5\n//   version: 1.2.3\n//   list: [1, \"a\"]\n//   none: null\n// ---\n\n1").Metadata;
        Assert.Equal(
            """{"kernelspec":{"display_name":"It's C#","name":".net-csharp"},"title":"It's","number":5,"version":"1.2.3","list":[1,"a"],"none":null}""",
            metadata.ToJsonString(NotebookWriter.Compact));
    }

    [Theory]
    [InlineData("- a", "`- a`")]
    [InlineData("\"a\\q\": 1", "`\"a\\q\": 1`")]
    [InlineData("a: [1", "`a: [1`")]
    public void A_line_of_the_head_that_is_not_understood_is_named(string line, string shown) =>
        Assert.Equal(
            $"n.cs: line 3: found {shown} in the head, expected `name: value`",
            Assert.Throws<NotebookFormatException>(() => Parse($"// ---\n// jupyter:\n//   {line}\n// ---\n")).Message);

    [Fact]
    public void A_text_that_neither_comments_nor_a_block_can_hold_is_refused()
    {
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "cell-1", Kind = CellKind.Markdown, Source = "%% a\nends */\n// %% b" }] };
        Assert.Throws<NotebookFormatException>(() => NotebookFile.ToText(document, NotebookFormat.Percent));
    }

    private static NotebookDocument Parse(string text) => NotebookFile.Parse(text, "n.cs", NotebookFormat.Percent);
}
