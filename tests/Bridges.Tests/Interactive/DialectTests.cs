// The dialect of the cells is .NET Interactive's: what both hosts have means the same, and where it does not, that is written down
// here and in docs/bridges/interactive.md.
using System.Collections.Immutable;

namespace Bridges.Tests.Interactive;

[Collection(InteractiveTests.Name)]
public sealed class DialectTests(DialectTests.Cells cells) : IClassFixture<DialectTests.Cells>
{
    /// <summary>Cells that show the same in both.</summary>
    public static TheoryData<string> Alike { get; } =
    [
        "1 + 1",
        "Math.PI",
        "123456.789012",
        "1e-7",
        "12345.678m",
        "true",
        "'c'",
        "\"a <b> text\"",
        "DayOfWeek.Monday",
        "TimeSpan.FromSeconds(1.5)",
        "Guid.Empty",
        "new[] { 1, 2, 3 }",
        "new[] { 0.5, double.NaN }",
        "display(5);",
        "5.Display();",
        "display(5, \"text/plain\");",
        "var handle = display(\"before\"); handle.Update(\"after\");",
        "HTML(\"<b>bold</b>\")",
        "display(HTML(\"<b>bold</b>\"));",
        "\"<b>bold</b>\".DisplayAs(\"text/html\");",
        "\"# Title\".DisplayAs(\"text/markdown\");",
        "#!html\n<i>it</i>",
        "#!csharp\n2",
        "#!import \"other.ipynb\"\nimported + 1",
        "#load \"script.csx\"\nloaded",
        "Console.WriteLine(\"out\"); Console.Error.WriteLine(\"err\");",
        "Console.Write(\"a\"); Console.Write(\"b\");",
        "await Task.Delay(1); 3",
        "const int Limit = 3;\nLimit",
        "int Twice(int number) => 2 * number;\nTwice(4)",
        "static string Louder(this string text) => text + \"!\";\n\"a\".Louder()",
    ];

    /// <summary>Cells that do not: how what they show begins in our host, and in .NET Interactive. Nothing shown is an empty text.</summary>
    public static TheoryData<string, string, string> Different { get; } = new()
    {
        // Values without formatters of their own: each host writes them in its way.
        { "null", "null", "<null>" },
        { "new DateTime(2026, 1, 2)", "2026-01-02", "2026-01-02 00:00:00Z" },
        { "new List<string> { \"a\" }", "[ \"a\" ]", "[ a ]" },
        { "typeof(string)", "String", "System.String" },
        { "Enumerable.Range(0, 60)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (40 more) ]" },

        // There a handle at the end of a cell is a value like others.
        { "display(6)", "6", "6 | DisplayedValue" },

        // What only our host has.
        { "using var stream = new System.IO.MemoryStream();", "", "error: (1,11): error CS1002: ; expected" },
        { "ClearOutput();", "", "error: (1,1): error CS0103" },
        { "foreach (int i in new[] { 1, 2 }.WithProgress(\"Reading\")) { }", "Reading: 2 of 2", "error: (1,34): error CS1061" },

        // What only .NET Interactive has.
        { "CSS(\"b { color: red }\")", "error: ", "<script" },
        { "Javascript(\"1\")", "error: ", "<script" },

        // Commands of the program dotnet-interactive, which its packages do not bring.
        { "#!markdown\n# Title", "# Title", "error: (1,1): error DNI101" },
        { "#!time\n1", "1 | Wall time", "error: (1,1): error DNI101" },
        { "#!lsmagic", "command", "error: (1,1): error DNI101" },

        // There an error comes with the stack of the kernel itself.
        { "throw new InvalidOperationException(\"no\");", "error: no", "error: System.InvalidOperationException: no" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void What_both_have_shows_the_same(string source)
    {
        (ImmutableArray<CellOutput> ours, ImmutableArray<CellOutput> theirs) = cells.OutputsOf(source);

        Assert.NotEmpty(ours);
        Assert.Equal(Described(ours), Described(theirs));
        foreach ((ValueOutput here, ValueOutput there) in ours.OfType<ValueOutput>().Zip(theirs.OfType<ValueOutput>()))
        {
            if (there.Data.TryGetValue(ValueOutput.HtmlType, out string? html))
            {
                Assert.Equal(HtmlText.Of(here.Data.GetValueOrDefault(ValueOutput.HtmlType) ?? here.Plain), HtmlText.Of(html));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void What_differs_is_known(string source, string inOurs, string inTheirs)
    {
        (ImmutableArray<CellOutput> ours, ImmutableArray<CellOutput> theirs) = cells.OutputsOf(source);

        Assert.NotEqual(Described(ours), Described(theirs));
        RequireStart(inOurs, Described(ours));
        RequireStart(inTheirs, Described(theirs));
    }

    private static void RequireStart(string expected, string shown)
    {
        if (expected.Length == 0)
        {
            Assert.Empty(shown);
        }
        else
        {
            Assert.StartsWith(expected, shown, StringComparison.Ordinal);
        }
    }

    private static string Described(ImmutableArray<CellOutput> outputs) => string.Join(" | ", outputs.Select(output => output switch
    {
        StreamOutput stream => $"{stream.Stream}: {stream.Text}",
        ErrorOutput error => $"error: {error.Message}",
        ValueOutput value => value.Plain,
        _ => throw new InvalidOperationException($"{output.GetType()} is no kind of output."),
    }));

    /// <summary>All these cells, in one notebook that both hosts have run.</summary>
    public sealed class Cells : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("smile-dialect-").FullName;
        private ImmutableDictionary<string, CodeCell> _ours = [];
        private ImmutableDictionary<string, CodeCell> _theirs = [];

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            string notebook = Path.Combine(_folder, "dialect.ipynb");
            NotebookJson.Write(notebook, [.. Alike.Select(row => row.Data), .. Different.Select(row => row.Data.Item1)]);
            NotebookJson.Write(Path.Combine(_folder, "other.ipynb"), ["int imported = 7;"]);
            await File.WriteAllTextAsync(Path.Combine(_folder, "script.csx"), "int loaded = 8;\n", TestContext.Current.CancellationToken);
            (ExecutedNotebook ours, ExecutedNotebook theirs) = await Hosts.RunInBothAsync(notebook);
            _ours = ours.Cells.ToImmutableDictionary(cell => cell.Source);
            _theirs = theirs.Cells.ToImmutableDictionary(cell => cell.Source);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        internal (ImmutableArray<CellOutput> Ours, ImmutableArray<CellOutput> Theirs) OutputsOf(string source) => (_ours[source].Outputs, _theirs[source].Outputs);
    }
}
