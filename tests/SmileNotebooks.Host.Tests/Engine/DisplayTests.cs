namespace SmileNotebooks.Host.Tests;

public sealed class DisplayTests
{
    [Fact]
    public async Task Display_shows_at_once_in_both_spellings()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("display(1); 2.Display(); display(new { A = 3 }, \"text/plain\"); new[] { new { B = 4 } }.Display(\"text/html\");");
        MimeBundle[] shown = [.. cells.Outputs.Cast<DisplayOutput>().Select(output => output.Data)];
        Assert.Equal(["1", "2", "{ A = 3 }"], shown.Take(3).Select(data => data["text/plain"]));
        Assert.Equal(["text/plain"], shown[2].Data.Keys);
        Assert.Equal(["text/html"], shown[3].Data.Keys);
    }

    [Fact]
    public async Task Update_changes_what_was_shown_by_its_handle()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var shown = display(\"first\");");
        string? id = Assert.IsType<DisplayOutput>(cells.Outputs.Single()).DisplayId;
        await cells.RunAsync("shown.Update(\"second\");");
        DisplayUpdate update = Assert.IsType<DisplayUpdate>(cells.Outputs.Single());
        Assert.Equal(id, update.DisplayId);
        Assert.Equal("second", update.Data["text/plain"]);
    }

    [Fact]
    public async Task A_trailing_display_is_shown_once()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("display(5)");
        Assert.IsType<DisplayOutput>(cells.Outputs.Single());
    }

    [Fact]
    public async Task Text_of_a_stated_type_is_shown_as_that()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("\"<i>x</i>\".DisplayAs(\"text/html\");\nHTML(\"<b>y</b>\")");
        Assert.Equal("<i>x</i>", cells.Outputs.OfType<DisplayOutput>().Single().Data["text/html"]);
        Assert.Equal("<b>y</b>", cells.Html);
        Assert.Equal("<b>y</b>", cells.Plain);
    }

    [Fact]
    public void Display_outside_a_cell_is_a_clear_error() =>
        Assert.Contains("none is", Assert.Throws<InvalidOperationException>(() => NotebookFunctions.display(1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1e300", "1E+300")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("true", "True")]
    [InlineData("'c'", "c")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("new DateTime(2026, 1, 2)", "2026-01-02")]
    [InlineData("new DateTime(2026, 1, 2, 3, 4, 5)", "2026-01-02 03:04:05")]
    [InlineData("TimeSpan.FromSeconds(1.5)", "00:00:01.5000000")]
    [InlineData("typeof(List<int>)", "List<int>")]
    [InlineData("new Version(1, 2)", "1.2")]
    [InlineData("new int[0]", "[]")]
    [InlineData("new[] { 1.5, double.NaN }", "[ 1.5, NaN ]")]
    [InlineData("new[] { \"a\", null }", "[ \"a\", null ]")]
    [InlineData("new List<int?> { 1, null }", "[ 1, null ]")]
    public async Task Plain_values_are_plain_text_only(string code, string expected)
    {
        await using CellRunner cells = new();
        await cells.RunAsync($"System.Globalization.CultureInfo.CurrentCulture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();\nSystem.Globalization.CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = \",\";\n{code}");
        Assert.Equal(expected.Replace("<int>", "<Int32>", StringComparison.Ordinal), cells.Plain);
        Assert.Null(cells.Html);
    }

    [Theory]
    [InlineData("(1, \"a\")", "(1, \"a\")")]
    [InlineData("new { A = 1, B = \"x\" }", "{ A = 1, B = \"x\" }")]
    [InlineData("new Dictionary<string, int> { [\"k\"] = 1 }", "[ \"k\": 1 ]")]
    [InlineData("record P(int X, P? Next); new P(1, new P(2, null))", "P { X = 1, Next = P { X = 2, Next = null } }")]
    [InlineData("new double[,] { { 1, 2 }, { 3, 4 } }", "[ [ 1, 2 ], [ 3, 4 ] ]")]
    [InlineData("Task.FromResult(5)", "Task<Int32> (RanToCompletion)", false)]
    [InlineData("new TaskCompletionSource<int>().Task", "Task<Int32> (WaitingForActivation)", false)]
    public async Task Values_with_parts_have_a_text_and_a_table(string code, string expected, bool table = true)
    {
        await using CellRunner cells = new();
        await cells.RunAsync(code);
        Assert.Equal(expected, cells.Plain);
        Assert.Equal(table, cells.Html?.Contains("<table class=\"sn-table\"", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task Records_are_a_table_escaped_with_empty_cells_for_nulls()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("record R(string Name, double? Score);\nnew[] { new R(\"<script>&\", 1.5), null, new R(null, null) }");
        Assert.Equal(
            "<table class=\"sn-table\" data-sn-count=\"3\"><thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"sn-number\">Score</th></tr></thead><tbody>" +
            "<tr><td>&lt;script&gt;&amp;</td><td class=\"sn-number\">1.5</td></tr><tr><td></td><td></td></tr>" +
            "<tr><td class=\"sn-null\">null</td><td class=\"sn-null\">null</td></tr></tbody></table>",
            TableScript.Without(cells.Html!));
    }

    [Fact]
    public async Task Fractions_in_tables_are_short_and_whole_beside_the_mouse()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("new[] { new { A = 1 / 3.0, B = 123456.789, C = 2f, D = 1234567 } }");
        Assert.Contains("<td class=\"sn-number\" title=\"0.3333333333333333\">0.333333</td>", cells.Html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"sn-number\">123456.789</td><td class=\"sn-number\">2</td><td class=\"sn-number\">1234567</td>", cells.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_sequence_shows_its_first_rows_and_the_count()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("Enumerable.Range(0, 1234).Select(i => new { I = i })");
        Assert.Contains("<caption>first 50 of 1,234 rows</caption>", cells.Html, StringComparison.Ordinal);
        Assert.Contains("1,184 more", cells.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_sequence_shows_its_beginning_and_is_read_once()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("int starts = 0;\nIEnumerable<object> Endless() { starts++; for (int i = 0; ; i++) yield return new { I = i }; }");
        await cells.RunAsync("Endless()");
        Assert.Contains("first 50 of more rows", cells.Html, StringComparison.Ordinal);
        await cells.RunAsync("starts");
        Assert.Equal("1", cells.Plain);
    }

    [Fact]
    public async Task Cyclic_graphs_end()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class N { public string Name { get; set; } public N Next { get; set; } }\nvar n = new N { Name = \"a\" }; n.Next = n;\nn");
        Assert.Equal("N { Name = \"a\", Next = (cycle) }", cells.Plain);
        Assert.NotNull(cells.Html);
        await cells.RunAsync("record R { public R Self { get; set; } }\nvar r = new R(); r.Self = r;\nr");
        Assert.Equal("R { Self = (cycle) }", cells.Plain);
        await cells.RunAsync("var l = new List<object>(); l.Add(l); l.Add(1);\nl");
        Assert.Contains("(cycle)", cells.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_that_throws_does_not_hide_the_others()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class C { public int A => 1; public int B => throw new InvalidOperationException(); }\nnew C()");
        Assert.Equal("C { A = 1, B = (threw InvalidOperationException) }", cells.Plain);
    }

    [Fact]
    public async Task An_exception_as_a_value_is_text_with_its_message()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("new InvalidOperationException(\"as a value\")");
        Assert.Equal("System.InvalidOperationException: as a value", cells.Plain);
    }

    [Fact]
    public async Task Own_text_of_a_type_is_used()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("class T { public int X => 1; public override string ToString() => \"t = 4.39\"; }\nnew T()");
        Assert.Equal("t = 4.39", cells.Plain);
    }
}
