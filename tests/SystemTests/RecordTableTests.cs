// Tables of records as a reader uses them: in a published page, whose policy lets only the page's own scripts run, and in a front
// end that puts the HTML of an output into its own page.
using System.Text.Json;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class RecordTableTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Code = """
        record Row(string Name, double? Score, long Id);
        Enumerable.Range(0, 120).Select(i => new Row($"name {(i * 7) % 120}", i % 10 == 3 ? null : (i * 37) % 120 / 8.0 - 3, 1_000_000_000L * i))
        """;

    // The first cells of a column, and what the table says of itself.
    private const string FirstNames = "[...document.querySelectorAll('.sn-table tbody tr')].slice(0, 3).map(r => r.cells[0].textContent).join()";
    private const string FirstScores = "[...document.querySelectorAll('.sn-table tbody tr')].slice(0, 3).map(r => r.cells[1].textContent).join()";
    private const string LastScore = "[...document.querySelectorAll('.sn-table tbody tr')].at(-1).cells[1].textContent";
    private const string Status = "document.querySelector('.sn-pages [role=status]').textContent";

    private readonly string _folder = Directory.CreateTempSubdirectory("tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_published_table_sorts_and_turns_its_pages_under_a_strict_policy()
    {
        string path = Path.Combine(_folder, "page.html");
        ReportPublisher.Publish((await RunAsync()).Document, PublishingSample.Provenance, path);
        Assert.Matches("script-src 'sha256-", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        await using ChromiumPage page = await chromium.OpenAsync(path);
        await UseAsync(page);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_table_in_a_front_end_sorts_and_turns_its_pages()
    {
        RunResult run = await RunAsync();
        string html = run.Document.Cells[0].Outputs.OfType<ResultOutput>().Single().Data["text/html"]!;
        string path = Path.Combine(_folder, "front-end.html");

        // As front ends do: scripts that come as HTML do not run, so they are made anew.
        await File.WriteAllTextAsync(path, $$"""
            <!DOCTYPE html><meta charset="utf-8"><title>front end</title><div id="output"></div><script>
            const output = document.getElementById("output");
            output.innerHTML = {{JsonSerializer.Serialize(html)}};
            output.querySelectorAll("script").forEach(old => { const made = document.createElement("script"); made.textContent = old.textContent; old.replaceWith(made); });
            </script>
            """, TestContext.Current.CancellationToken);
        await using ChromiumPage page = await chromium.OpenAsync(path);
        await UseAsync(page);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Without_scripts_the_first_rows_and_the_count_are_there()
    {
        RunResult run = await RunAsync();
        string html = run.Document.Cells[0].Outputs.OfType<ResultOutput>().Single().Data["text/html"]!;
        string path = Path.Combine(_folder, "plain.html");
        await File.WriteAllTextAsync(path, $"<!DOCTYPE html><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\"><title>t</title>{html}", TestContext.Current.CancellationToken);
        await using ChromiumPage page = await chromium.OpenAsync(path);
        Assert.Equal(50, await page.EvaluateAsync<int>("document.querySelectorAll('.sn-table tbody tr').length"));
        Assert.Equal("first 50 of 120 rows", await page.EvaluateAsync<string>("document.querySelector('caption').textContent"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('button').length"));
    }

    private static async Task UseAsync(ChromiumPage page)
    {
        Assert.Equal("Rows 1 to 50 of 120", await page.EvaluateAsync<string>(Status));
        await page.RunAsync("document.querySelectorAll('.sn-table th button')[1].focus()");
        await page.PressAsync("Enter");
        Assert.Equal("ascending", await page.EvaluateAsync<string>("document.querySelectorAll('.sn-table th')[1].getAttribute('aria-sort')"));
        Assert.Equal("-3,-2.75,-2.625", await page.EvaluateAsync<string>(FirstScores));
        await page.RunAsync("document.querySelector('.sn-pages button:last-child').click()");
        Assert.Equal("Rows 1 to 120 of 120", await page.EvaluateAsync<string>(Status));
        Assert.Equal("null", await page.EvaluateAsync<string>(LastScore));
        await page.RunAsync("document.querySelectorAll('.sn-table th button')[1].click()");
        Assert.Equal("descending", await page.EvaluateAsync<string>("document.querySelectorAll('.sn-table th')[1].getAttribute('aria-sort')"));
        Assert.Equal("11.875,11.75,11.625", await page.EvaluateAsync<string>(FirstScores));
        Assert.Equal("null", await page.EvaluateAsync<string>(LastScore));
        await page.RunAsync("document.querySelectorAll('.sn-table th button')[1].click()");
        Assert.Equal("name 0,name 7,name 14", await page.EvaluateAsync<string>(FirstNames));
        await page.RunAsync("document.querySelectorAll('.sn-table th button')[0].click()");
        Assert.Equal("name 0,name 1,name 2", await page.EvaluateAsync<string>(FirstNames));
        await page.RunAsync("document.querySelector('.sn-pages button:last-child').click(); document.querySelectorAll('.sn-pages button')[1].click()");
        Assert.Equal("Rows 51 to 100 of 120", await page.EvaluateAsync<string>(Status));
        Assert.Equal("name 50,name 51,name 52", await page.EvaluateAsync<string>(FirstNames));
        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelectorAll('.sn-table [aria-sort]').length"));
    }

    private static async Task<RunResult> RunAsync()
    {
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = Code }] };
        RunResult run = await NotebookRunner.RunAsync(document, new RunOptions(), TestContext.Current.CancellationToken);
        Assert.True(run.Success);
        return run;
    }
}
