// The examples in the documentation run as they stand: each page is a notebook, each of its C# blocks a cell, in their order.
using SmileNotebooks;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class DocumentationTests : IDisposable
{
    private const string Fence = "```csharp";

    // Such an example is there to show its error.
    private const string Failing = " error";

    /// <summary>A folder in which the sample data lie where the examples look for them, and in which they may write.</summary>
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-docs-").FullName;

    public DocumentationTests() => Directory.CreateSymbolicLink(Path.Combine(_folder, "data-samples"), Repository.PathOf("data-samples"));

    public static TheoryData<string> PagesOfStatistics => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "statistics"), "*.md").Select(Named).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(PagesOfStatistics))]
    public async Task Every_example_of_statistics_runs_and_shows_something(string page)
    {
        RunResult result = await RunAsync(page);
        Assert.All(result.Document.Cells.Skip(1), cell => Assert.NotEmpty(cell.Outputs));
    }

    // Those of recordings.md read files of the reader's own.
    [Theory]
    [InlineData("docs/methods.md")]
    [InlineData("docs/physiology/filters.md")]
    [InlineData("docs/physiology/emg.md")]
    [InlineData("docs/physiology/figures.md")]
    [InlineData("docs/experiments.md")]
    [InlineData("docs/simulated-experiments.md")]
    public async Task Every_example_runs_as_it_stands(string page)
    {
        RunResult result = await RunAsync(page);
        Assert.Contains(result.Document.Cells, cell => cell.Outputs.Length > 0);
    }

    private async Task<RunResult> RunAsync(string page)
    {
        (string Source, bool Fails)[] examples = [.. Examples(await File.ReadAllLinesAsync(Repository.PathOf(page), TestContext.Current.CancellationToken))];
        Assert.NotEmpty(examples);
        string load = $"#r \"{typeof(TTest).Assembly.Location}\"\nusing SmileNotebooks;";
        NotebookDocument notebook = new()
        {
            Cells = [.. examples.Select(example => example.Source).Prepend(load).Select((source, at) => new NotebookCell { Id = $"cell-{at}", Kind = CellKind.Code, Source = source })],
        };

        RunResult result = await NotebookRunner.RunAsync(notebook, new RunOptions { AllowErrors = true, Folder = _folder }, TestContext.Current.CancellationToken);

        CellFailure[] unmeant = [.. result.Failures.Where(failure => !examples[failure.Number - 2].Fails)];
        Assert.True(unmeant.Length == 0, string.Join("\n\n", unmeant.Select(failure => $"{failure.Error.Name}: {failure.Error.Message}")));
        Assert.Equal(examples.Count(example => example.Fails), result.Failures.Length);
        return result;
    }

    private static string Named(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static IEnumerable<(string Source, bool Fails)> Examples(string[] lines)
    {
        List<string>? example = null;
        bool fails = false;
        foreach (string line in lines)
        {
            if (example is not null && line.StartsWith("```", StringComparison.Ordinal))
            {
                yield return (string.Join('\n', example), fails);
                example = null;
            }
            else if (example is not null)
            {
                example.Add(line);
            }
            else if (line is Fence or Fence + Failing)
            {
                example = [];
                fails = line != Fence;
            }
        }
    }
}
