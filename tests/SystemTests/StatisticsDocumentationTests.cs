// The examples in the pages of statistics run as they stand: each page is a notebook, each of its C# blocks a cell, in their order.
using SmileNotebooks;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class StatisticsDocumentationTests
{
    private const string Fence = "```";

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "statistics"), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_example_runs_as_it_stands(string page)
    {
        string[] examples = [.. Examples(await File.ReadAllLinesAsync(Repository.PathOf("docs", "statistics", page), TestContext.Current.CancellationToken))];
        Assert.NotEmpty(examples);
        NotebookDocument notebook = new()
        {
            Cells = [.. examples.Prepend($"#r \"{typeof(TTest).Assembly.Location}\"\nusing SmileNotebooks;").Select((source, at) => new NotebookCell { Id = $"cell-{at}", Kind = CellKind.Code, Source = source })],
        };

        RunResult result = await NotebookRunner.RunAsync(notebook, new RunOptions { AllowErrors = true }, TestContext.Current.CancellationToken);

        Assert.True(result.Failures.IsEmpty, string.Join("\n\n", result.Failures.Select(failure => $"{failure.Error.Name}: {failure.Error.Message}")));
        Assert.All(result.Document.Cells.Skip(1), cell => Assert.NotEmpty(cell.Outputs));
    }

    private static IEnumerable<string> Examples(string[] lines)
    {
        List<string>? example = null;
        foreach (string line in lines)
        {
            if (example is not null && line.StartsWith(Fence, StringComparison.Ordinal))
            {
                yield return string.Join('\n', example);
                example = null;
            }
            else if (example is not null)
            {
                example.Add(line);
            }
            else if (line == Fence + "csharp")
            {
                example = [];
            }
        }
    }
}
