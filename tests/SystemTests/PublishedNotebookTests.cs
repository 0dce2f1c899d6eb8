// The main job from end to end, as a newcomer does it: `smile publish` runs the notebooks, and a browser opens what it wrote.
using System.Diagnostics;
using SmileNotebooks.Host;

namespace SystemTests;

/// <summary>Publishes the project's own notebooks once for all tests of the class.</summary>
public sealed class PublishedNotebooks : IAsyncLifetime
{
    /// <summary>The folder that <c>smile publish</c> wrote to.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("smile-reports-").FullName;

    /// <summary>What it printed, and its exit code.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // The launcher, as a user calls it: it builds what the notebooks load (Release), also where the tests were built otherwise.
        ProcessStartInfo start = new(Repository.PathOf(OperatingSystem.IsWindows() ? "smile.cmd" : "smile"), ["publish", "--out", Folder])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process smile = Process.Start(start)!;
        Task<string> output = smile.StandardOutput.ReadToEndAsync();
        string errors = await smile.StandardError.ReadToEndAsync();
        await smile.WaitForExitAsync();
        (Printed, ExitCode) = (await output + errors, smile.ExitCode);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PublishedNotebookTests(PublishedNotebooks published, Chromium chromium, ITestOutputHelper output)
    : IClassFixture<PublishedNotebooks>, IClassFixture<Chromium>
{
    private const string FirstNotebook = "01-measure-a-smile";

    [Fact]
    public void Publishing_succeeds_and_writes_a_page_a_notebook_and_the_index()
    {
        output.WriteLine(published.Printed);

        Assert.Equal(0, published.ExitCode);
        string[] expected = [.. NotebookNames().SelectMany(name => (string[])[$"{name}.html", $"{name}.ipynb"]), "index.html"];
        Assert.Equal(expected.Order(), Directory.EnumerateFiles(published.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Executed_notebooks_hold_results_and_no_error()
    {
        foreach (string name in NotebookNames())
        {
            NotebookDocument executed = NotebookFile.Read(Path.Combine(published.Folder, $"{name}.ipynb"));

            Assert.All(executed.Cells.Where(cell => cell.Kind == CellKind.Code), cell => Assert.NotNull(cell.ExecutionCount));
            Assert.DoesNotContain(executed.Cells.SelectMany(cell => cell.Outputs), output => output is ErrorOutput);
        }
    }

    [Fact]
    public void Committed_notebooks_hold_no_outputs()
    {
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb"))
        {
            Assert.All(NotebookFile.Read(path).Cells, cell => Assert.True(cell.Outputs.IsEmpty && cell.ExecutionCount is null, $"{path}: {cell.Id}"));
        }
    }

    [Fact]
    public async Task Every_figure_is_drawn_without_console_errors_and_without_a_request()
    {
        await using ChromiumPage page = await OpenAsync();

        int figures = await page.EvaluateAsync<int>("document.querySelectorAll('.figure').length");
        Assert.Equal(FiguresOf(FirstNotebook), figures);
        Assert.Equal(figures, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.gl-container canvas') !== null"), "The mesh in space is drawn.");
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.Matches($"^(file:.*/{FirstNotebook}\\.html|data:|blob:)", address));
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task The_page_fits_its_window_in_light_and_dark(int width, bool dark)
    {
        await using ChromiumPage page = await OpenAsync(width, dark);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.plot .main-svg')].filter(svg => svg.getBoundingClientRect().right > innerWidth).length"));
        await page.ScreenshotAsync($"{FirstNotebook}-{width}-{(dark ? "dark" : "light")}");
    }

    [Fact]
    public async Task The_foot_of_the_page_says_where_the_report_comes_from()
    {
        await using ChromiumPage page = await OpenAsync();

        string foot = await page.EvaluateAsync<string>("document.querySelector('footer').textContent");

        Assert.Contains($"./smile publish notebooks/{FirstNotebook}.ipynb", foot, StringComparison.Ordinal);
        Assert.Contains("data-samples/photos/astronaut.png", foot, StringComparison.Ordinal);
        Assert.Contains("SmileNotebooks", foot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_leads_to_the_report()
    {
        await using ChromiumPage page = await chromium.OpenAsync(Path.Combine(published.Folder, "index.html"));

        string[] links = (await page.EvaluateAsync<string>("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href')).join(' ')")).Split(' ');

        Assert.Equal(NotebookNames().Select(name => $"./{name}.html"), links);
        Assert.Empty(page.Errors);
    }

    private async Task<ChromiumPage> OpenAsync(int width = 1280, bool dark = false)
    {
        ChromiumPage page = await chromium.OpenAsync(Path.Combine(published.Folder, $"{FirstNotebook}.html"), width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        return page;
    }

    private int FiguresOf(string name) => NotebookFile.Read(Path.Combine(published.Folder, $"{name}.ipynb")).Cells
        .SelectMany(cell => cell.Outputs)
        .Count(output => output is ResultOutput { Data: var data } && data["application/vnd.plotly.v1+json"] is not null);

    private static IEnumerable<string> NotebookNames() =>
        Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
