// The main job from end to end, as a newcomer does it: `smile publish` runs the notebooks, and a browser opens what it wrote.
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
    public async ValueTask InitializeAsync() => (Printed, ExitCode) = await SmileLauncher.RunAsync("publish", "--out", Folder);

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
    private const string Plotly = "application/vnd.plotly.v1+json";

    public static TheoryData<string> Notebooks => [.. NotebookNames()];

    public static TheoryData<string, int> Windows => [.. from name in NotebookNames() from width in new[] { 1280, 400 } select (name, width)];

    [Fact]
    public void Publishing_succeeds_and_writes_a_page_a_notebook_and_the_index()
    {
        output.WriteLine(published.Printed);

        Assert.Equal(0, published.ExitCode);
        string[] expected = [.. NotebookNames().SelectMany(name => (string[])[$"{name}.html", $"{name}.ipynb"]), "glossary.html", "index.html"];
        Assert.Equal(expected.Order(), Directory.EnumerateFiles(published.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Executed_notebooks_hold_results_and_no_error()
    {
        // A notebook that needs what was not built here is published without being run.
        foreach (string name in NotebookNames().Where(name => NotebookNeeds.Of(NotebookFile.Read(Repository.PathOf("notebooks", $"{name}.ipynb"))).Missing(Repository.PathOf("notebooks")).IsEmpty))
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

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Every_figure_is_drawn_without_console_errors_and_without_a_request(string name)
    {
        await using ChromiumPage page = await OpenAsync(name);

        int figures = await page.EvaluateAsync<int>("document.querySelectorAll('.figure').length");
        Assert.Equal(FiguresOf(name), figures);
        Assert.Equal(figures, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.Matches($"^(file:.*/{name}\\.html|data:|blob:)", address));
    }

    [Fact]
    public async Task The_mesh_in_space_is_drawn()
    {
        await using ChromiumPage page = await OpenAsync(FirstNotebook);

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.gl-container canvas') !== null"));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task The_page_fits_its_window_in_light_and_dark(string name, int width)
    {
        await using ChromiumPage page = await OpenAsync(name, width);

        foreach (bool dark in new[] { false, true })
        {
            await page.PreferDarkAsync(dark);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal(0, await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('.plot .main-svg')].filter(svg => svg.getBoundingClientRect().right > innerWidth).length"));
            await page.ScreenshotAsync($"{name}-{width}-{(dark ? "dark" : "light")}");
        }
    }

    [Fact]
    public async Task The_foot_of_the_page_says_where_the_report_comes_from()
    {
        await using ChromiumPage page = await OpenAsync(FirstNotebook);

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

    /// <summary>The front page has what each notebook must say of itself, and nothing that leads nowhere.</summary>
    [Fact]
    public async Task Each_card_has_a_picture_a_sentence_and_says_what_its_data_are()
    {
        await using ChromiumPage page = await chromium.OpenAsync(Path.Combine(published.Folder, "index.html"));
        const string Cards = "[...document.querySelectorAll('.reports li')]";

        Assert.Equal("", await page.EvaluateAsync<string>($"{Cards}.filter(card => !card.querySelector('.sentence') || !card.querySelector('.badge') || card.querySelector('.badge').className === 'badge').map(card => card.querySelector('h2').textContent).join()"));
        // A report without a figure shows its number.
        Assert.Equal(
            string.Join(',', NotebookNames().Where(name => FiguresOf(name) == 0).Select(name => $"./{name}.html")),
            await page.EvaluateAsync<string>($"{Cards}.filter(card => ![...card.querySelectorAll('img')].some(image => image.naturalWidth === 640)).map(card => card.querySelector('h2 a').getAttribute('href')).join()"));
        Assert.DoesNotContain("leads nowhere", published.Printed, StringComparison.Ordinal);
        foreach ((int width, bool dark) in new[] { (1280, false), (1280, true), (400, false), (400, true) })
        {
            await page.SetViewportAsync(width, 900);
            await page.PreferDarkAsync(dark);
            await page.ScreenshotAsync($"index-{width}-{(dark ? "dark" : "light")}");
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private async Task<ChromiumPage> OpenAsync(string name, int width = 1280)
    {
        ChromiumPage page = await chromium.OpenAsync(Path.Combine(published.Folder, $"{name}.html"), width);
        await page.WaitForAsync("document.readyState === 'complete' && (document.querySelector('.figure') === null || document.documentElement.dataset.figures === 'drawn')");
        return page;
    }

    private int FiguresOf(string name) => NotebookFile.Read(Path.Combine(published.Folder, $"{name}.ipynb")).Cells
        .SelectMany(cell => cell.Outputs)
        .Select(output => output switch { ResultOutput result => result.Data, DisplayOutput shown => shown.Data, _ => null })
        .Sum(data => data is null ? 0 : data[Plotly] is not null ? 1 : $"{data["text/html"]}".Split($"<script type=\"{Plotly}\"").Length - 1);

    private static IEnumerable<string> NotebookNames() =>
        Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
