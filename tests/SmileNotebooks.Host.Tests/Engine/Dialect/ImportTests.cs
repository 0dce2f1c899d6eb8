namespace SmileNotebooks.Host.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("#!import helpers.csx\nTwice(4)")]
    [InlineData("#!import \"helpers.csx\"\nTwice(4)")]
    [InlineData("#load \"helpers.csx\"\nTwice(4)")]
    [InlineData("var before = 1;\n#!import helpers.csx\nTwice(4 * before)")]
    public async Task A_script_is_run_as_if_it_stood_in_the_cell(string code)
    {
        Write("helpers.csx", "#!/usr/bin/env dotnet-script\nint Twice(int x) => 2 * x;");
        await using CellRunner cells = Cells();
        await cells.RunAsync(code);
        Assert.Equal("8", cells.Plain);
        await cells.RunAsync("Twice(5)");
        Assert.Equal("10", cells.Plain);
    }

    [Fact]
    public async Task A_notebooks_code_is_run_and_shown_and_its_text_is_not()
    {
        Write("lib.ipynb", NotebookFile.ToJson(new NotebookDocument
        {
            Cells =
            [
                new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# Title" },
                new NotebookCell { Id = "b", Kind = CellKind.Code, Source = "var a = 20;\na + 1" },
                new NotebookCell { Id = "c", Kind = CellKind.Code, Source = "record R(int X);" },
            ],
        }));
        await using CellRunner cells = Cells();
        await cells.RunAsync("#!import lib.ipynb\nnew R(a)");
        Assert.Equal("21", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/plain"]);
        Assert.Equal("R { X = 20 }", cells.Plain);
    }

    [Fact]
    public async Task Errors_name_the_imported_file_and_its_own_line()
    {
        Write("broken.csx", "var a = 1;\nvar b = nothing;");
        Write("throws.csx", "int Fail() =>\n  throw new Exception(\"no\");\n\nFail();");
        Write("magic.csx", "1\n#!fsharp");
        Write("lib.ipynb", NotebookFile.ToJson(new NotebookDocument { Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = "\nx" }] }));
        await using CellRunner cells = Cells();
        await cells.TryAsync("\n#!import broken.csx");
        Assert.StartsWith("broken.csx, line 2, column 9: error CS0103", cells.Error.Message, StringComparison.Ordinal);
        await cells.TryAsync("#!import throws.csx");
        Assert.Contains("in throws.csx, line 2", cells.Traceback, StringComparison.Ordinal);
        await cells.TryAsync("#!import magic.csx");
        Assert.StartsWith("magic.csx, line 2: `#!fsharp`", cells.Error.Message, StringComparison.Ordinal);
        await cells.TryAsync("#!import lib.ipynb");
        Assert.StartsWith("lib.ipynb, cell 1, line 2, column 1: error CS0103", cells.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n#!import nowhere.csx", "cell 1, line 2: `nowhere.csx` cannot be imported: there is no file")]
    [InlineData("#!import", "cell 1, line 1: `#!import` takes the path of a notebook")]
    [InlineData("#!import data.py", "none of .ipynb, .dib, .cs, .csx")]
    [InlineData("#!import bad.ipynb", "cannot be imported: ")]
    [InlineData("\n#load \"nowhere.csx\"", "cell 1, line 2: `nowhere.csx`")]
    public async Task What_cannot_be_imported_says_why(string code, string expected)
    {
        Write("bad.ipynb", "{");
        await using CellRunner cells = Cells();
        await cells.TryAsync(code);
        Assert.Contains(expected, cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_imports_is_found_and_told()
    {
        Write("a.csx", "#load \"b.csx\"\nvar a = 1;");
        Write("b.csx", "#!import a.csx");
        await using CellRunner cells = Cells();
        await cells.TryAsync("#!import a.csx");
        Assert.Contains("b.csx, line 1: `a.csx` imports itself: a.csx -> b.csx -> a.csx.", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_may_be_imported_twice()
    {
        Write("a.csx", "var a = 1;");
        Write("b.csx", "#load \"a.csx\"\nvar b = a;");
        await using CellRunner cells = Cells();
        await cells.RunAsync("#!import a.csx\n#!import b.csx\na + b");
        Assert.Equal("2", cells.Plain);
    }

    [Fact]
    public async Task Paths_in_an_imported_file_start_beside_it_and_else_at_the_notebooks_folder()
    {
        Write("sub/outer.csx", "#load \"inner.csx\"\n#!import top.csx");
        Write("sub/inner.csx", "var inner = 1;");
        Write("top.csx", "var top = 2;");
        _folder.Library("ImportLib", "public class L { public static int V => 4; }", folder: "sub");
        Write("sub/library.csx", "#r \"ImportLib.dll\"\nvar v = L.V;");
        await using CellRunner cells = Cells();
        await cells.RunAsync("#!import sub/outer.csx\n#!import sub/library.csx\ninner + top + v");
        Assert.Equal("7", cells.Plain);
    }

    private CellRunner Cells() => new(new EngineOptions { Folder = _folder.Path });

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }
}
