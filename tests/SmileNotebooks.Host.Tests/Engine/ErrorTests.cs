namespace SmileNotebooks.Host.Tests;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_compile_error_names_cell_line_and_column_and_points_at_the_place()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("1");
        await cells.TryAsync("var a = 1;\nfor (;;) { int b = nowhere; }\nvar c = 2;");
        Assert.Equal("CompilationError", cells.Error.Name);
        Assert.Equal("cell 2, line 2, column 20: error CS0103: The name 'nowhere' does not exist in the current context", cells.Error.Message);
        Assert.Equal([cells.Error.Message, "    for (;;) { int b = nowhere; }", "                       ^"], cells.Error.Traceback);
    }

    [Fact]
    public async Task Every_compile_error_is_listed_in_order()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("int a = x1;\n\nint b = x2;\n#!time\nint c = x3;");
        Assert.Equal(["line 1", "line 3", "line 5"], cells.Error.Traceback.Where(l => l.StartsWith("cell", StringComparison.Ordinal)).Select(l => l.Split(", ")[1]));
        Assert.DoesNotContain(cells.Outputs, output => output is StreamOutput);
    }

    [Fact]
    public async Task A_syntax_error_is_reported_without_the_errors_in_its_wake()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("var a = 1\nvar b = a + zzz;");
        Assert.Equal("cell 1, line 1, column 10: error CS1002: ; expected", cells.Error.Message);
        Assert.Equal(3, cells.Error.Traceback.Length);
    }

    [Fact]
    public async Task Nothing_of_a_cell_that_does_not_compile_is_declared()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("int a = 1;");
        await cells.TryAsync("string a = \"no\"; nowhere");
        await cells.RunAsync("a");
        Assert.Equal("1", cells.Plain);
    }

    [Fact]
    public async Task An_exception_shows_the_cells_lines_and_nothing_of_the_engine()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("int Inverse(int n)\n{\n    return 1 / n;\n}");
        await cells.TryAsync("\nvar x = new[] { 0 }\n  .Select(Inverse)\n  .ToList();");
        Assert.Equal("System.DivideByZeroException", cells.Error.Name);
        Assert.Equal("System.DivideByZeroException: Attempted to divide by zero.", cells.Error.Traceback[0]);
        Assert.Equal("   at cell 1, line 3 in Inverse", cells.Error.Traceback[1]);
        Assert.Matches("^   at cell 2, line [2-4]$", cells.Error.Traceback[^1]);
        Assert.DoesNotContain("SmileNotebooks.Host", cells.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission", cells.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_an_asynchronous_method_shows_its_line()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("async Task LoadAsync()\n{\n    await Task.Yield();\n    throw new InvalidOperationException(\"no\");\n}\nawait LoadAsync();");
        Assert.Equal(["System.InvalidOperationException: no", "   at cell 1, line 4 in LoadAsync", "   at cell 1, line 6"], cells.Error.Traceback);
    }

    [Fact]
    public async Task Causes_are_shown_with_their_lines()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("class MyException(Exception e) : Exception(\"outer\", e);\ntry { int.Parse(\"x\"); }\ncatch (Exception e) { throw new MyException(e); }");
        Assert.Equal("MyException", cells.Error.Name);
        Assert.Equal("MyException: outer", cells.Error.Traceback[0]);
        Assert.Contains(cells.Error.Traceback, line => line.StartsWith("caused by System.FormatException", StringComparison.Ordinal));
        Assert.Equal("   at cell 1, line 2", cells.Error.Traceback[^1]);
    }

    [Fact]
    public async Task An_exception_of_a_static_constructor_shows_its_cause()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("class C { public static int X; static C()\n{\n  throw new Exception(\"in cctor\"); } }\nC.X");
        Assert.Equal("System.TypeInitializationException", cells.Error.Name);
        Assert.Contains("caused by System.Exception: in cctor", cells.Traceback, StringComparison.Ordinal);
        Assert.Contains("cell 1, line 3", cells.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_still_shown()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("class Evil : Exception { public override string Message => throw new Exception(); }\nthrow new Evil();");
        Assert.Equal("Evil", cells.Error.Name);
        Assert.Contains("its Message threw", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_cannot_be_shown_is_an_error_of_its_cell()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("new[] { 1, 0 }\n .Select(x => 1 / x)");
        Assert.Equal("System.DivideByZeroException", cells.Error.Name);
    }

    [Fact]
    public void An_engine_for_a_folder_that_is_not_there_is_an_error()
    {
        DirectoryNotFoundException e = Assert.Throws<DirectoryNotFoundException>(() => new NotebookEngine(new EngineOptions { Folder = "/no/such/folder" }));
        Assert.Contains("/no/such/folder", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_thread_of_a_cell_does_not_end_the_process()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var thread = new System.Threading.Thread(() => throw new Exception(\"in a thread\")); thread.Start(); thread.Join();");
        Assert.Equal(2, cells.Streams("stderr").Split("System.Exception: in a thread").Length);
        await cells.RunAsync("var done = new TaskCompletionSource();\nasync void Fails() { await Task.Yield(); done.SetResult(); throw new Exception(\"async void\"); }\nFails(); await done.Task;");
        await cells.RunAsync("6 * 7");
        Assert.Equal("42", cells.Plain);
    }

    [Fact]
    public async Task A_message_that_is_beyond_reading_is_cut_and_says_by_how_much()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("throw new Exception(new string('x', 1_020_000));");
        Assert.EndsWith("x... (1,000,000 characters more)", cells.Error.Message, StringComparison.Ordinal);
        Assert.InRange(cells.Traceback.Length, 20_000, 22_000);
    }

    [Fact]
    public async Task Of_very_many_compile_errors_the_first_are_listed_and_the_others_counted()
    {
        await using CellRunner cells = new();
        await cells.TryAsync(string.Concat(Enumerable.Range(0, 2000).Select(i => $"int a{i} = b{i};\n")));
        Assert.Contains("'b49'", cells.Traceback, StringComparison.Ordinal);
        Assert.EndsWith("... and 1950 more errors", cells.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_very_long_line_what_stands_around_the_error_is_shown()
    {
        await using CellRunner cells = new();
        await cells.TryAsync($"var data = new[] {{ {string.Concat(Enumerable.Repeat("1, ", 5000))}nowhere }};");
        Assert.All(cells.Error.Traceback, line => Assert.InRange(line.Length, 1, 500));
        string[] shown = [.. cells.Error.Traceback[1..3]];
        Assert.Equal("nowhere", shown[0].Substring(shown[1].IndexOf('^'), "nowhere".Length));
    }
}
