// Expected readings follow .NET Interactive's own tests of its format (CodeSubmissionFormatTests in dotnet/interactive).
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class DibFormatTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("var x = 1;", "Code csharp:var x = 1;")]
    [InlineData("#!fsharp\nlet x = 1", "Code fsharp:let x = 1")]
    [InlineData("#!time\nvar x = 1;", "Code csharp:#!time\nvar x = 1;")]
    [InlineData("#!csharp\nvar x = 1;\nvar y = 2;\n\n#!fsharp\nlet x = 1", "Code csharp:var x = 1;\nvar y = 2;|Code fsharp:let x = 1")]
    [InlineData("#!csharp\n//\n\n#!fsharp\n\n#!pwsh\nGet-Item\n\n#!fsharp\n", "Code csharp://|Code pwsh:Get-Item")]
    [InlineData("\n\n#!c#\n// a\n\n\n// b\n\n\n#!md\n\ntext\n", "Code csharp:// a\n\n\n// b|Markdown csharp:text")]
    [InlineData("#!C#\r\n1+1\r\n\r\n#!powershell\r\nls\r\n", "Code csharp:1+1|Code pwsh:ls")]
    [InlineData("#!meta\n{\"theAnswer\":42}\n#!csharp\nvar x = 1;", "Code csharp:var x = 1;")]
    [InlineData("#! csharp\n\nvar x = 1;", "Code csharp:#! csharp\n\nvar x = 1;")]
    [InlineData("#!csharp   \n1", "Code csharp:1")]
    [InlineData("#!raw\nr\n#!html\n<b>", "Raw csharp:r|Code html:<b>")]
    public void Cells_begin_at_lines_that_name_a_language(string text, string expected)
    {
        Assert.Equal(expected, Shown(Parse(text)));
    }

    [Fact]
    public void Kernels_of_the_metadata_begin_cells_too()
    {
        NotebookDocument document = Parse("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[{\"name\":\"wpf\",\"aliases\":[\"w\"]}]}}\n\n#!w\ngo\n#!csharp\n1");
        Assert.Equal("Code wpf:go|Code csharp:1", Shown(document));
        Assert.Equal("fsharp", (string?)document.Metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal("Code fsharp:#!about", Shown(Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!about")));
    }

    [Fact]
    public void Metadata_may_span_lines_and_a_kernel_is_always_named()
    {
        NotebookDocument document = Parse("\n#!meta\n\n{\n  \"someProperty\": 123\n}\n\n#!markdown\n\n# Title\n");
        Assert.Equal(123, (int)document.Metadata["someProperty"]!);
        Assert.Equal(".net-csharp", (string?)document.Metadata["kernelspec"]!["name"]);
        Assert.Equal("# Title", document.Cells.Single().Source);
    }

    [Theory]
    [InlineData("#!meta\n{\"a\":\n\n#!csharp\n1", "n.dib: line 2: not JSON behind #!meta")]
    [InlineData("\n#!meta\n[1]", "n.dib: line 3: found other JSON behind #!meta, expected an object")]
    public void Metadata_that_are_no_object_are_an_error_with_their_line(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<NotebookFormatException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("var s = \"\"\"\n#!markdown\n\"\"\";\ns")]
    [InlineData("var s = @\"\n#!csharp\n\";")]
    [InlineData("/*\n#!fsharp\n*/\n1")]
    public void A_language_line_within_a_string_or_comment_of_CSharp_begins_no_cell(string code)
    {
        NotebookDocument document = Of(new NotebookCell { Id = "cell-1", Kind = CellKind.Code, Source = code });
        Assert.Equal(code, Parse(DibFormat.Text(document)).Cells.Single().Source);
    }

    [Fact]
    public void The_text_is_laid_out_as_NET_Interactive_does()
    {
        NotebookDocument document = Of(
            new NotebookCell { Id = "cell-1", Kind = CellKind.Markdown, Source = "# Title" },
            new NotebookCell { Id = "cell-2", Kind = CellKind.Code, Source = "\n\n1 + 1\n\n2\n" },
            new NotebookCell { Id = "cell-3", Kind = CellKind.Code, Source = "" },
            new NotebookCell { Id = "cell-4", Kind = CellKind.Code, Source = "let x = 1", Metadata = CellLanguage.Metadata("fsharp") });
        Assert.Equal(
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n" +
            "#!markdown\n\n# Title\n\n#!csharp\n\n1 + 1\n\n2\n\n#!fsharp\n\nlet x = 1\n",
            NotebookFile.ToText(document, NotebookFormat.Dib));
    }

    [Fact]
    public void What_is_lost_is_listed()
    {
        NotebookDocument document = Of(
            new NotebookCell { Id = "mine", Kind = CellKind.Code, Source = "1\n", Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") }, Outputs = [new StreamOutput("stdout", "x")] },
            new NotebookCell { Id = "cell-2", Kind = CellKind.Code, Source = "" },
            new NotebookCell { Id = "cell-3", Kind = CellKind.Code, Source = "1\n#!markdown\nx" },
            new NotebookCell { Id = "cell-4", Kind = CellKind.Markdown, Source = "![](attachment:a.png)", Attachments = new JsonObject { ["a.png"] = new JsonObject() } });
        Assert.Equal(
            [
                "outputs and execution counts of cell 1", "attached pictures of cell 4", "ids (they are numbered anew) of cell 1", "blank lines at the ends of cell 1",
                "tags and other cell metadata of cell 1", "cells themselves, which are empty of cell 2",
                "borders: they hold `#!language` lines, at which readers of .dib begin a new cell of cell 3",
            ],
            NotebookFile.WhatIsLost(document, NotebookFormat.Dib));
    }

    [Fact]
    public void A_text_that_would_become_code_is_refused()
    {
        NotebookDocument document = Of(new NotebookCell { Id = "cell-1", Kind = CellKind.Markdown, Source = "like this:\n#!csharp\n1" });
        NotebookFormatException e = Assert.Throws<NotebookFormatException>(() => NotebookFile.ToText(document, NotebookFormat.Dib));
        Assert.Contains("like this", e.Message, StringComparison.Ordinal);
        Assert.Contains("would be read as another notebook", e.Message, StringComparison.Ordinal);
    }

    private static NotebookDocument Of(params NotebookCell[] cells) => new() { Cells = [.. cells] };

    private static NotebookDocument Parse(string text) => NotebookFile.Parse(text, "n.dib", NotebookFormat.Dib);

    private static string Shown(NotebookDocument document) =>
        string.Join('|', document.Cells.Select(cell => $"{cell.Kind} {CellLanguage.Of(cell)}:{cell.Source}"));
}
