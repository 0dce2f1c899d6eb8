// .ipynb -> text format -> .ipynb keeps what the format can hold, byte for byte.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<string> Sources =>
    [
        "1 + 1", "\u00e4 \U0001F600 \u4e2d", "\ttab and  two  spaces  ", "a\n\n\nb", "// a comment", "// %%\n1", "// // %% x\n1", "var s = \"\"\"\n// %% [markdown]\n// text\n#!markdown\n\"\"\";",
        "#!time\n1", "// #!time\n1", "// // #!time", "#r \"nuget: X, 1.0.0\"\nusing X;", "/* %% */", "// ---\n// jupyter:\n// ---", "#!/bin/sh", "%% x", "#if X\n#!time\n#endif",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Sources_stay_what_they_are(string source)
    {
        NotebookCell[] cells =
        [
            new NotebookCell { Id = "cell-1", Kind = CellKind.Code, Source = source },
            new NotebookCell { Id = "cell-2", Kind = CellKind.Markdown, Source = source },
            new NotebookCell { Id = "cell-3", Kind = CellKind.Raw, Source = source },
            new NotebookCell { Id = "cell-4", Kind = CellKind.Code, Source = source },
        ];
        NotebookDocument document = new() { Cells = [.. cells], Metadata = KernelMetadata.With([]) };
        Assert.Equal(NotebookFile.ToJson(document), There(document, NotebookFormat.Percent));
        if (!source.Contains("#!markdown", StringComparison.Ordinal))
        {
            Assert.Equal(NotebookFile.ToJson(document), There(document, NotebookFormat.Dib));
        }
    }

    [Fact]
    public void A_script_keeps_tags_and_metadata_of_every_shape()
    {
        NotebookDocument document = NotebookFile.Parse("""
            {"cells":[
             {"cell_type":"code","id":"cell-1","metadata":{"tags":["parameters","a b"],"n":1.5,"deep":{"x":[null,true,"\"q\" = {"]}},"source":"int a = 1;","outputs":[],"execution_count":null},
             {"cell_type":"markdown","id":"cell-2","metadata":{"title":"A title","odd key":1},"source":"# x"},
             {"cell_type":"raw","id":"cell-3","metadata":{"title":"a=b [markdown]"},"source":""}],
             "metadata":{"kernelspec":{"name":".net-csharp","display_name":".NET (C#)","language":"csharp"},"language_info":{"name":"C#","version":"13.0"},
              "title":"Smiles: a \"study\"","odd: key":{"deep":{"deeper":{"deepest":[1,{"a":null}]}}},"empty":{},"yes":"yes","number":"1","nothing":null,"lines":"a\nb"},
             "nbformat":4,"nbformat_minor":5}
            """, "n.ipynb");
        Assert.Equal(NotebookFile.ToJson(document), There(document, NotebookFormat.Percent));
        Assert.Empty(NotebookFile.WhatIsLost(document, NotebookFormat.Percent));
    }

    [Fact]
    public void A_dib_file_keeps_the_notebooks_metadata_and_languages()
    {
        NotebookDocument document = new()
        {
            Metadata = KernelMetadata.With(new JsonObject { ["title"] = "A study", ["list"] = new JsonArray(1, null) }),
            Cells =
            [
                new NotebookCell { Id = "cell-1", Kind = CellKind.Code, Source = "let x = 1", Metadata = CellLanguage.Metadata("fsharp") },
                new NotebookCell { Id = "cell-2", Kind = CellKind.Code, Source = "<b>", Metadata = CellLanguage.Metadata("html") },
            ],
        };
        JsonNode before = JsonNode.Parse(NotebookFile.ToJson(document))!;
        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse(There(document, NotebookFormat.Dib))));
        Assert.Empty(NotebookFile.WhatIsLost(document, NotebookFormat.Dib));
    }

    [Theory]
    [InlineData("n.dib", "\uFEFF#!csharp\r\n1\r\n")]
    [InlineData("n.cs", "\uFEFF// %%\r\n1\r\n")]
    [InlineData("n.DIB", "#!csharp\n1")]
    public void Byte_order_marks_and_line_ends_do_not_matter(string name, string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File(name), text);
        Assert.Equal("1", NotebookFile.Read(folder.File(name)).Cells.Single().Source);
    }

    [Fact]
    public void A_file_is_written_in_the_format_of_its_name()
    {
        using TemporaryFolder folder = new();
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "cell-1", Kind = CellKind.Code, Source = "1" }] };
        foreach (string name in new[] { "a.ipynb", "a.dib", "a.cs" })
        {
            NotebookFile.Write(document, folder.File(name));
            Assert.Equal("1", NotebookFile.Read(folder.File(name)).Cells.Single().Source);
        }

        Assert.StartsWith("{", File.ReadAllText(folder.File("a.ipynb")), StringComparison.Ordinal);
        Assert.StartsWith("#!meta", File.ReadAllText(folder.File("a.dib")), StringComparison.Ordinal);
        Assert.StartsWith("// %%", File.ReadAllText(folder.File("a.cs")), StringComparison.Ordinal);
        Assert.Contains("expected .ipynb, .dib or .cs", Assert.Throws<NotebookFormatException>(() => NotebookFile.Write(document, folder.File("a.txt"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_of_other_languages_are_refused_by_name_and_html_is_shown()
    {
        RunResult result = await NotebookRunner.RunAsync(
            NotebookFile.Parse("#!html\n<b>x</b>\n#!fsharp\nlet x = 1\n", "n.dib", NotebookFormat.Dib), new RunOptions(), TestContext.Current.CancellationToken);
        Assert.Equal("<b>x</b>", Assert.IsType<DisplayOutput>(result.Document.Cells[0].Outputs.Single()).Data["text/html"]);
        Assert.StartsWith("cell 2, line 1: `#!fsharp`: this host runs C#", result.Failures.Single().Error.Message, StringComparison.Ordinal);
    }

    private static string There(NotebookDocument document, NotebookFormat format) =>
        NotebookFile.ToJson(NotebookFile.Parse(NotebookFile.ToText(document, format), "n", format));
}
