namespace SmileNotebooks.Host.Tests;

public sealed class StateTests
{
    [Fact]
    public async Task A_trailing_expression_is_the_result()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var a = 20;\na + 1");
        Assert.Equal("21", cells.Plain);
        Assert.Equal(21, cells.Last.Value);
        Assert.Single(cells.Outputs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// nothing\n")]
    [InlineData("using System.Globalization;")]
    [InlineData("var a = 1;")]
    [InlineData("void F() { }\nF()")]
    public async Task A_cell_without_a_value_puts_nothing_out(string code)
    {
        await using CellRunner cells = new();
        await cells.RunAsync(code);
        Assert.Empty(cells.Outputs);
    }

    [Fact]
    public async Task A_trailing_null_is_shown()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("string s = null; s");
        Assert.Equal("null", cells.Plain);
    }

    [Fact]
    public async Task Variables_types_methods_and_usings_live_on()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("using System.Globalization;\nint x = 2; record Point(int X); int Twice(int v) => 2 * v;");
        await cells.RunAsync("new Point(Twice(x)).X.ToString(CultureInfo.InvariantCulture)");
        Assert.Equal("4", cells.Plain);
    }

    [Fact]
    public async Task A_using_directive_alone_lives_on()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("using System.Text.RegularExpressions;");
        await cells.RunAsync("Regex.IsMatch(\"a\", \"a\")");
        Assert.Equal("True", cells.Plain);
    }

    [Fact]
    public async Task Variables_types_and_methods_can_be_redefined()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("int x = 1; class C { public string Name => \"old\"; } string F() => \"old\";");
        await cells.RunAsync("string x = \"new\"; class C { public string Name => \"new\"; } string F() => \"new\";");
        await cells.RunAsync("x + new C().Name + F()");
        Assert.Equal("newnewnew", cells.Plain);
    }

    [Fact]
    public async Task A_type_is_one_type_in_all_cells()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class C { } var c = new C(); object o = c;");
        await cells.RunAsync("var d = (C)o; d is C && o.GetType() == typeof(C)");
        Assert.Equal("True", cells.Plain);
    }

    [Fact]
    public async Task Await_stands_at_the_top_level()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("await Task.Delay(1);\nvar v = await Task.FromResult(7);\nv");
        Assert.Equal("7", cells.Plain);
        await cells.RunAsync("await Task.FromResult(v + 1)");
        Assert.Equal("8", cells.Plain);
    }

    [Fact]
    public async Task What_a_failing_cell_declared_before_its_error_lives_on()
    {
        await using CellRunner cells = new();
        Assert.False((await cells.TryAsync("int x = 5;\nthrow new Exception();")).Success);
        await cells.RunAsync("x");
        Assert.Equal("5", cells.Plain);
    }

    [Fact]
    public async Task CSharp_14_is_the_language()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class C { public int P { get => field; set => field = value + 1; } }\nnew C { P = 1 }.P");
        Assert.Equal("2", cells.Plain);
    }

    [Fact]
    public async Task Lines_of_every_kind_of_line_end_are_one_cell()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var a = 1;\r\nvar b = 2;\r\na + b");
        Assert.Equal("3", cells.Plain);
    }

    [Fact]
    public async Task Using_var_lives_on_and_is_disposed_of_with_the_notebook()
    {
        CellRunner cells = new();
        await cells.RunAsync("using System.IO;\nusing var a = new MemoryStream();\nusing MemoryStream b = new();\nvar c = 1;");
        await cells.RunAsync("a.CanRead && b.CanRead");
        Assert.Equal("True", cells.Plain);
        await cells.RunAsync("a");
        Stream a = Assert.IsType<MemoryStream>(cells.Last.Value);
        await cells.DisposeAsync();
        Assert.False(a.CanRead);
    }

    [Fact]
    public async Task Using_var_of_the_same_name_disposes_of_the_one_before()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("using var a = new System.IO.MemoryStream(); var first = a;");
        await cells.RunAsync("using var a = new System.IO.MemoryStream();");
        await cells.RunAsync("$\"{first.CanRead} {a.CanRead}\"");
        Assert.Equal("False True", cells.Plain);
    }

    [Fact]
    public async Task Await_using_var_works_and_an_alias_stays_an_alias()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("using Text = System.Text.StringBuilder;\nawait using var s = new System.IO.MemoryStream();\nusing (var inner = new System.IO.MemoryStream()) { using var q = inner; }\nnew Text(\"x\").Length");
        Assert.Equal("1", cells.Plain);
    }

    [Fact]
    public async Task Using_var_of_what_cannot_be_disposed_of_is_an_error_that_says_so()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("using var n = 5;");
        Assert.Contains("Int32 is not disposable", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_throws_when_it_is_disposed_of_does_not_keep_the_others()
    {
        CellRunner cells = new();
        await cells.RunAsync("class Stubborn : IDisposable { public void Dispose() => throw new InvalidOperationException(\"stays\"); }");
        await cells.RunAsync("using var first = new System.IO.MemoryStream();\nusing var second = new Stubborn();\nfirst");
        Stream first = Assert.IsType<MemoryStream>(cells.Last.Value);
        await cells.TryAsync("#!reset");
        Assert.Contains("stays", cells.Traceback, StringComparison.Ordinal);
        Assert.False(first.CanRead);
        await cells.TryAsync("first");
        Assert.Contains("CS0103", cells.Error.Message, StringComparison.Ordinal);
        await cells.DisposeAsync();
    }

    [Fact]
    public async Task A_cell_that_deletes_the_folder_that_it_stands_in_ends_and_the_next_starts_in_the_notebooks_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the current folder from being deleted.");
        using TemporaryFolder folder = new();
        await using CellRunner cells = new(new EngineOptions { Folder = folder.Path });
        await cells.RunAsync("using System.IO;\nvar made = Directory.CreateTempSubdirectory(); Directory.SetCurrentDirectory(made.FullName); made.Delete();");
        await cells.RunAsync("Directory.GetCurrentDirectory()");
        Assert.Equal(folder.Path, cells.Plain);
    }
}
