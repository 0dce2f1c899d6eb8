namespace SmileNotebooks.Host.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Console.Wri|", "WriteLine")]
    [InlineData("Console.wl|", "WriteLine")]
    [InlineData("Mat|", "Math")]
    [InlineData("System.Tex|", "Text")]
    [InlineData("using System.Thr|", "Threading")]
    [InlineData("new StringB|", "StringBuilder")]
    [InlineData("Enumerable.Range(0, 3).Sel|", "Select")]
    [InlineData("Enumerable.Range(0, 3).Select(x => x.Comp|)", "CompareTo")]
    [InlineData("string s = null; s?.Len|", "Length")]
    [InlineData("int? n = 1; n?.Comp|", "CompareTo")]
    [InlineData("var text = \"a\";\ntext.|\nvar y = 3;", "Length")]
    [InlineData("var text = \"a\";\ntext.Len|\ny = 3;", "Length")]
    [InlineData("void F(int size) { si| }", "size")]
    [InlineData("foreach (var photo in new[] { \"a\" }) { photo.Sub|", "Substring")]
    [InlineData("Math.Round(2.5, dig|", "digits:")]
    [InlineData("retu|", "return")]
    [InlineData("(int Left, string Right) pair = (1, \"\"); pair.L|", "Left")]
    [InlineData("DayOfWeek.Mon|", "Monday")]
    [InlineData("$\"{Mat|}\"", "Math")]
    [InlineData("using var reader = new StringReader(\"\");\nread|", "reader")]
    [InlineData("global::Sys|", "System")]
    [InlineData("dis|", "display")]
    public async Task A_name_that_fits_is_offered(string code, string expected)
    {
        TypedCell cell = await TypedCell.AfterAsync("using System.IO;");
        Assert.Contains(expected, await cell.NamesAsync(code));
    }

    [Theory]
    [InlineData("// Conso|")]
    [InlineData("\"Conso|\"")]
    [InlineData("\"Conso|")]
    [InlineData("'C|'")]
    [InlineData("/* Conso| */")]
    [InlineData("$\"Conso|\"")]
    [InlineData("\"\"\"Conso|\"\"\"")]
    [InlineData("@\"Conso|")]
    [InlineData("12|")]
    [InlineData("int coun|")]
    [InlineData("#!markdown\nConso|")]
    [InlineData("dynamic d = 1; d.|")]
    public async Task Nothing_is_offered_where_there_is_no_code(string code)
    {
        TypedCell cell = await TypedCell.AfterAsync();
        Assert.Empty(await cell.NamesAsync(code));
    }

    [Fact]
    public async Task What_earlier_cells_declared_is_offered_though_one_of_them_failed()
    {
        TypedCell cell = await TypedCell.AfterAsync(
            "var smiles = 3; record Face(int Width); int Twice(int n) => 2 * n;", "this does not compile", "throw new Exception();", "var later = new Face(1);");
        Assert.Equal("smiles", (await cell.NamesAsync("smi|"))[0]);
        Assert.Contains("Face", await cell.NamesAsync("new Fa|"));
        Assert.Contains("Width", await cell.NamesAsync("later.|"));
        Assert.Equal(new CompletionItem("Twice", "method", "int Twice(int n)"), await cell.ItemAsync("Twi|", "Twice"));
        Assert.Equal(new CompletionItem("smiles", "variable", "int smiles"), await cell.ItemAsync("smi|", "smiles"));
    }

    [Fact]
    public async Task Overloads_are_one_item_that_counts_them()
    {
        TypedCell cell = await TypedCell.AfterAsync();
        CompletionItem item = await cell.ItemAsync("Console.WriteLi|", "WriteLine");
        Assert.Equal("method", item.Kind);
        Assert.Matches(@"^void Console\.WriteLine\(.*\) \(\+ \d\d overloads\)$", item.Signature);
    }

    [Fact]
    public async Task The_text_to_replace_is_the_word_left_of_the_cursor()
    {
        TypedCell cell = await TypedCell.AfterAsync();
        CompletionList list = await cell.CompleteAsync("var s = \"\U0001F600\"; Console.Wri|teLine()");
        Assert.Equal(("var s = \"\U0001F600\"; Console.".Length, "var s = \"\U0001F600\"; Console.Wri".Length), (list.Start, list.End));
    }

    [Fact]
    public async Task Humps_fit_only_where_no_name_begins_so_and_own_members_before_those_of_every_object()
    {
        TypedCell cell = await TypedCell.AfterAsync("class Box { public int Tag; public int TwoAges; public int Zoo; }", "var box = new Box();");
        Assert.Equal(["Tag"], await cell.NamesAsync("box.Ta|"));
        Assert.Equal(["TwoAges"], await cell.NamesAsync("box.TwA|"));
        string[] all = await cell.NamesAsync("box.|");
        Assert.True(Array.IndexOf(all, "Zoo") < Array.IndexOf(all, "GetHashCode"));
    }

    [Fact]
    public async Task Hidden_and_private_members_are_not_offered()
    {
        TypedCell cell = await TypedCell.AfterAsync(
            """
            using System.ComponentModel;
            class Box { private int _secret; public int Seen; [EditorBrowsable(EditorBrowsableState.Never)] public int Hidden; }
            var box = new Box();
            """);
        string[] names = await cell.NamesAsync("box.|");
        Assert.Contains("Seen", names);
        Assert.DoesNotContain("Hidden", names);
        Assert.DoesNotContain("_secret", names);
    }

    [Fact]
    public async Task Static_members_belong_to_types_and_others_to_values()
    {
        TypedCell cell = await TypedCell.AfterAsync("var text = \"\";");
        Assert.DoesNotContain("IsNullOrEmpty", await cell.NamesAsync("text.|"));
        Assert.DoesNotContain("Length", await cell.NamesAsync("string.|"));
        Assert.Contains("IsNullOrEmpty", await cell.NamesAsync("string.|"));
    }

    [Fact]
    public async Task An_initialiser_offers_what_is_not_set_yet()
    {
        TypedCell cell = await TypedCell.AfterAsync("class Box { public int Width { get; set; } public int Height { get; set; } public int Area => Width * Height; }");
        Assert.Equal(["Height", "Width"], await cell.NamesAsync("new Box { | }"));
        Assert.Equal(["Height"], await cell.NamesAsync("new Box { Width = 1, |"));
    }

    [Fact]
    public async Task A_list_is_bounded()
    {
        TypedCell cell = await TypedCell.AfterAsync("using System.IO; using System.Net; using System.Reflection; using System.Threading;");
        CompletionList list = await cell.CompleteAsync("|");
        Assert.Equal(500, list.Items.Length);
    }

    [Fact]
    public async Task Every_cursor_in_broken_code_is_answered()
    {
        TypedCell cell = await TypedCell.AfterAsync("var a = 1;");
        const string Broken = "#r \"x\"\nusing (a. ; }} => [ new { \"\\ud83d\ude00 $\"{a.\n#!time\n/* 'x ?. :: -> #if ( a?.b[ } goto \0 \ud83d";
        for (int at = -1; at <= Broken.Length + 1; at++)
        {
            CompletionList list = await cell.Engine.CompleteAsync(Broken, at, TestContext.Current.CancellationToken);
            Assert.InRange(list.Start, 0, list.End);
            Assert.InRange(list.End, 0, Broken.Length);
            await cell.Engine.InspectAsync(Broken, at, detailed: true, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Directives_and_their_paths_are_offered()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "tool.dll"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "note.txt"), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder.Path, "lib"));
        TypedCell cell = new(new NotebookEngine(new EngineOptions { Folder = folder.Path }));
        Assert.Equal(["#!time"], await cell.NamesAsync("#!ti|\n1 + 1"));
        Assert.Equal(["tool.dll", "lib/"], await cell.NamesAsync("#r \"|"));
        Assert.Equal(["note.txt"], await cell.NamesAsync("var s = \"./no|\""));
        Assert.Empty(await cell.NamesAsync("var s = \"./gone/|\""));
    }

    [Fact]
    public async Task A_running_cell_does_not_hold_up_the_answer()
    {
        TypedCell cell = await TypedCell.AfterAsync("var smiles = 3;");
        using CancellationTokenSource stop = new();
        Task<CellResult> running = cell.Engine.RunAsync("while (true) { }", _ => { }, stop.Token);
        Assert.Equal("smiles", (await cell.NamesAsync("smil|"))[0]);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Theory]
    [InlineData("WriteLine", "WL", 2)]
    [InlineData("WriteLine", "wriLi", 2)]
    [InlineData("WriteLine", "write", 1)]
    [InlineData("WriteLine", "rite", null)]
    [InlineData("WriteLine", "WLE", null)]
    [InlineData("ReadAllText", "RaT", 2)]
    [InlineData("to_string", "ts", 2)]
    public void A_name_fits_by_its_humps(string name, string typed, int? rank) => Assert.Equal(rank, CompletionMatch.Rank(name, typed));

    [Fact]
    public void A_name_of_many_humps_is_looked_at_once() =>
        Assert.Null(CompletionMatch.Rank(string.Concat(Enumerable.Repeat("aA", 200)), new string('a', 100) + "b"));
}
