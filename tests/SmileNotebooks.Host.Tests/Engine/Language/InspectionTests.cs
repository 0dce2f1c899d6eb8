namespace SmileNotebooks.Host.Tests;

public sealed class InspectionTests
{
    [Fact]
    public async Task A_variable_tells_its_type_and_value()
    {
        TypedCell cell = await TypedCell.AfterAsync("var smiles = new List<double> { 1.5, 2 };");
        Assert.Equal("List<double> smiles\nValue: [ 1.5, 2 ]\n", await cell.InspectAsync("smi|les.Add(3);"));
    }

    [Fact]
    public async Task A_variable_that_its_cell_did_not_reach_says_so_by_its_default()
    {
        TypedCell cell = await TypedCell.AfterAsync("throw new Exception(); int never = 4;");
        Assert.Equal("int never\nValue: 0\n", await cell.InspectAsync("never|"));
    }

    [Fact]
    public async Task A_lazy_sequence_is_not_run_to_look_at_it()
    {
        TypedCell cell = await TypedCell.AfterAsync("int runs = 0; var lazy = Enumerable.Range(0, 3).Select(x => runs++);");
        Assert.Contains("lazy", await cell.InspectAsync("lazy|"), StringComparison.Ordinal);
        Assert.Contains("Value: 0", await cell.InspectAsync("runs|"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Math.Ro|und(2.5, 1)", "double Math.Round(double value, int digits)")]
    [InlineData("Math.Round|", "Math.Round(")]
    [InlineData("Math.Round(2.5|, 1)", "double Math.Round(double value, int digits)")]
    [InlineData("Math.Round(2.5, |", "Math.Round(")]
    [InlineData("Math.Round(|", "Math.Round(")]
    [InlineData("new StringBuilder(\"a|\")", "StringBuilder.StringBuilder(string? value)")]
    [InlineData("new Str|ingBuilder()", "class StringBuilder")]
    [InlineData("va|r x = 3;", "struct int")]
    [InlineData("i|nt x = 3;", "struct int")]
    [InlineData("foreach (var photo in new[] { 1 }) { pho|to", "int photo")]
    [InlineData("new[] { 1 }.Whe|re(x => x > 0)", "IEnumerable<int>.Where<int>(")]
    [InlineData("Syst|em.Console", "namespace System")]
    public async Task What_the_cursor_touches_or_the_call_around_it_is_told(string code, string expected)
    {
        TypedCell cell = await TypedCell.AfterAsync();
        Assert.Contains(expected, await cell.InspectAsync(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("// Mat|h")]
    [InlineData("1 + |")]
    [InlineData("#!ti|me")]
    [InlineData("\"Mat|h\"")]
    [InlineData("nothing|")]
    public async Task Where_nothing_is_known_nothing_is_told(string code)
    {
        TypedCell cell = await TypedCell.AfterAsync();
        Assert.Null(await cell.InspectAsync(code));
    }

    [Fact]
    public async Task A_cells_own_comments_and_source_are_told()
    {
        TypedCell cell = await TypedCell.AfterAsync(
            """
            /// <summary>Twice as <b>much</b>, see <see cref="Math.Abs(int)"/>.</summary>
            /// <param name="n">A number.</param>
            /// <returns>The double.</returns>
            /// <exception cref="T:System.OverflowException">Too large.</exception>
            int Twice(int n) => 2 * n;
            """);
        Assert.Equal(
            "int Twice(int n)\nTwice as much, see Math.Abs(int).\nParameters: \n  n: A number.\nReturns: The double.\nExceptions: \n  OverflowException: Too large.\n"
            + "Source: int Twice(int n) => 2 * n;\n",
            await cell.InspectAsync("Twi|ce(3)", detailed: true));
        Assert.DoesNotContain("Source", await cell.InspectAsync("Twi|ce(3)"), StringComparison.Ordinal);
        Assert.Contains("<p>Twice as much", await cell.InspectAsync("Twice|", type: "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_shows_all_overloads()
    {
        TypedCell cell = await TypedCell.AfterAsync();
        Assert.Contains("(+ 7 overloads)", await cell.InspectAsync("Math.Round(2.5|)"), StringComparison.Ordinal);
        string? all = await cell.InspectAsync("Math.Round(2.5|)", detailed: true);
        Assert.Contains("decimal Math.Round(decimal d)", all, StringComparison.Ordinal);
        Assert.DoesNotContain("overloads)", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generic_overload_is_told_once_with_the_types_it_is_called_with()
    {
        TypedCell cell = await TypedCell.AfterAsync("var words = new List<string>();");
        string? all = await cell.InspectAsync("words.Sel|ect(word => word.Length)", detailed: true);
        Assert.StartsWith(
            "IEnumerable<int> IEnumerable<string>.Select<string, int>(Func<string, int> selector)\n"
            + "IEnumerable<TResult> IEnumerable<string>.Select<string, TResult>(Func<string, int, TResult> selector)\n", all, StringComparison.Ordinal);
        Assert.DoesNotContain("source: ", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documentation_beside_a_library_is_told()
    {
        using TemporaryFolder folder = new();
        string library = folder.Library("Tools", "namespace Tools { public static class Ruler { public static int Measure(int pixels) => pixels; } }");
        await File.WriteAllTextAsync(
            folder.File("Tools.xml"),
            """
            <doc><members><member name="M:Tools.Ruler.Measure(System.Int32)"><summary>Measures <c>pixels</c>.</summary>
            <param name="pixels">How many, at least <paramref name="pixels"/>.</param></member></members></doc>
            """,
            TestContext.Current.CancellationToken);
        TypedCell cell = await TypedCell.AfterAsync($"#r \"{library}\"\nusing Tools;");
        Assert.Contains("Measures pixels.\nParameters: \n  pixels: How many, at least pixels.", await cell.InspectAsync("Ruler.Mea|sure(1)"), StringComparison.Ordinal);
        Assert.Equal("int Ruler.Measure(int pixels)", (await cell.ItemAsync("Ruler.Me|", "Measure")).Signature);
    }

    [Theory]
    [InlineData("Math.Ab|s(1)", "absolute value")]
    [InlineData("new List<int>().Ad|d(1)", "end of the List")]
    [InlineData("new[] { 1 }.Whe|re(x => x > 0)", "predicate")]
    public async Task The_frameworks_documentation_is_told_where_an_SDK_is_installed(string code, string expected)
    {
        TypedCell cell = await TypedCell.AfterAsync();
        Assert.Contains(expected, await cell.InspectAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_and_markdown_are_escaped()
    {
        TypedCell cell = await TypedCell.AfterAsync("/// <summary>a &lt;script&gt; *x*</summary>\nvar text = \"<b>`\";");
        string? html = await cell.InspectAsync("text|", type: "text/html");
        Assert.DoesNotContain("<b>`", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains(@"\<script> \*x\*", await cell.InspectAsync("text|", type: "text/markdown"), StringComparison.Ordinal);
    }
}
