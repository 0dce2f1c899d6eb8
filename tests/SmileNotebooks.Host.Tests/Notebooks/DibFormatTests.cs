// The readings are those that .NET Interactive documents for its .dib files: a cell begins at a line `#!language`, metadata stand
// in a `#!meta` block (https://github.com/dotnet/interactive/tree/main/docs).
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class DibFormatTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n\n", "")]
    [InlineData("var smile = Measure(\"ada.jpg\");", "Code csharp:var smile = Measure(\"ada.jpg\");")]
    [InlineData("#!fsharp\nlet mouthWidth = 62.5", "Code fsharp:let mouthWidth = 62.5")]
    [InlineData("#!time\nMeasure(\"ada.jpg\")", "Code csharp:#!time\nMeasure(\"ada.jpg\")")]
    [InlineData("#!csharp\nvar left = 0.81;\nvar right = 0.77;\n\n#!sql\nselect * from smiles", "Code csharp:var left = 0.81;\nvar right = 0.77;|Code sql:select * from smiles")]
    [InlineData("#!csharp\n// AU12 alone\n\n#!sql\n\n#!pwsh\nGet-ChildItem faces\n\n#!sql\n", "Code csharp:// AU12 alone|Code pwsh:Get-ChildItem faces")]
    [InlineData("\n\n#!c#\n// AU6\n\n\n// AU12\n\n\n#!md\n\nA *Duchenne* smile\n", "Code csharp:// AU6\n\n\n// AU12|Markdown csharp:A *Duchenne* smile")]
    [InlineData("#!C#\r\nsmiles.Count\r\n\r\n#!powershell\r\nGet-Date\r\n", "Code csharp:smiles.Count|Code pwsh:Get-Date")]
    [InlineData("#!meta\n{\"study\":\"EMG of smiles\"}\n#!csharp\nvar zygomaticus = 12.4;", "Code csharp:var zygomaticus = 12.4;")]
    [InlineData("#! csharp\n\nvar smile = 1;", "Code csharp:#! csharp\n\nvar smile = 1;")]
    [InlineData("#!csharp   \nsmile", "Code csharp:smile")]
    [InlineData("#!raw\nfor the printer\n#!html\n<i>smile</i>", "Raw csharp:for the printer|Code html:<i>smile</i>")]
    public void Cells_begin_at_lines_that_name_a_language(string text, string expected)
    {
        Assert.Equal(expected, Shown(Parse(text)));
    }

    [Fact]
    public void Kernels_of_the_metadata_begin_cells_too()
    {
        NotebookDocument document = Parse(
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\",\"items\":[{\"name\":\"emg\",\"aliases\":[\"muscle\"]}]}}\n\n#!muscle\nrecord 5 s\n#!csharp\nsmile");
        Assert.Equal("Code emg:record 5 s|Code csharp:smile", Shown(document));
        Assert.Equal("fsharp", (string?)document.Metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal("Code fsharp:#!about", Shown(Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!about")));
    }

    [Fact]
    public void Metadata_may_span_lines_and_a_kernel_is_always_named()
    {
        NotebookDocument document = Parse("\n#!meta\n\n{\n  \"participants\": 48\n}\n\n#!markdown\n\n# Smiles\n");
        Assert.Equal(48, (int)document.Metadata["participants"]!);
        Assert.Equal(".net-csharp", (string?)document.Metadata["kernelspec"]!["name"]);
        Assert.Equal("# Smiles", document.Cells.Single().Source);
    }

    [Theory]
    [InlineData("#!meta\n{\"a\":\n\n#!csharp\n1", "n.dib: line 2: not JSON behind #!meta")]
    [InlineData("\n#!meta\n[1]", "n.dib: line 3: found other JSON behind #!meta, expected an object")]
    [InlineData("#!meta\n{\"a\":1,\"a\":2}", "n.dib: $: not sound JSON")]
    public void Metadata_that_are_no_object_are_an_error_with_their_line(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<NotebookFormatException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("var report = \"\"\"\n#!markdown\n\"\"\";\nreport")]
    [InlineData("var script = @\"\n#!csharp\n\";")]
    [InlineData("/*\n#!fsharp\n*/\nsmile")]
    public void A_language_line_within_a_string_or_comment_of_CSharp_begins_no_cell(string code)
    {
        NotebookDocument document = Of(new NotebookCell { Id = "cell-1", Kind = CellKind.Code, Source = code });
        Assert.Equal(code, Parse(DibFormat.Text(document)).Cells.Single().Source);
    }

    [Fact]
    public void The_text_is_laid_out_as_NET_Interactive_does()
    {
        NotebookDocument document = Of(
            new NotebookCell { Id = "cell-1", Kind = CellKind.Markdown, Source = "# Smiles" },
            new NotebookCell { Id = "cell-2", Kind = CellKind.Code, Source = "\n\nvar au12 = 0.8;\n\nau12\n" },
            new NotebookCell { Id = "cell-3", Kind = CellKind.Code, Source = "" },
            new NotebookCell { Id = "cell-4", Kind = CellKind.Code, Source = "let au6 = 0.4", Metadata = CellLanguage.Metadata("fsharp") });
        Assert.Equal(
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"csharp\"}]}}\n\n" +
            "#!markdown\n\n# Smiles\n\n#!csharp\n\nvar au12 = 0.8;\n\nau12\n\n#!fsharp\n\nlet au6 = 0.4\n",
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
