// One of each figure of statistics in a published page: drawn without a complaint, nothing beyond the page's width, nothing that axe-core finds.
using System.Text.Json.Nodes;
using SmileNotebooks;
using SmileNotebooks.Host;
using SmileNotebooks.Tests.Charts;
using Figure = SmileNotebooks.Charts.Figure;

namespace SystemTests;

public sealed class StatisticsFiguresTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-statistics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_figure_is_drawn_in_its_page(int width, bool dark)
    {
        await using ChromiumPage page = await OutputsPage.OpenAsync(
            chromium, _folder, "statistics", StatisticsSamples.Figures.Select(figure => (figure.Key, FigureBundle(figure.Value))), width, dark);
        Assert.Equal(StatisticsSamples.Figures.Count, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_result_shows_its_sentence_its_table_and_its_figure(int width, bool dark)
    {
        IStatisticalResult[] results = [.. StatisticsResults.All.Values];
        await using ChromiumPage page = await OutputsPage.OpenAsync(
            chromium, _folder, "results", StatisticsResults.All.Select(result => (result.Key, ConventionFormatters.BundleOf(result.Value))), width, dark);
        Assert.Equal(results.Length, await page.EvaluateAsync<int>("document.querySelectorAll('.smile-result > p:first-child').length"));
        Assert.Equal(results.Length, await page.EvaluateAsync<int>("[...document.querySelectorAll('.smile-result')].filter(result => result.querySelector('table.sn-table')).length"));
        Assert.Equal(results.Count(result => result.ToFigure() is not null), await page.EvaluateAsync<int>("document.querySelectorAll('.smile-result .figure .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }

    [Fact]
    public async Task A_page_of_results_needs_no_script_but_its_own_and_gives_its_notebook_back()
    {
        string path = Path.Combine(_folder, "one.html");
        MimeBundle bundle = ConventionFormatters.BundleOf(StatisticsResults.All["paired t"]);
        NotebookDocument notebook = new() { Cells = [OutputsPage.Cell("t", 0, bundle), OutputsPage.Cell("figure", 1, FigureBundle(StatisticsSamples.Figures["forest"]))] };
        ReportPublisher.Publish(notebook, PublishingSample.Provenance, path);

        Assert.Matches("script-src 'sha256", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        await using ChromiumPage page = await chromium.OpenAsync(path);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        Assert.Equal(2, await page.EvaluateAsync<int>("document.querySelectorAll('.figure .main-svg:first-child').length"));
        await page.RunAsync("""
            window.saved = new Promise(resolve => { URL.createObjectURL = blob => { blob.text().then(resolve); return 'data:,'; }; });
            document.getElementById('download-notebook').click()
            """);
        string saved = await page.EvaluateAsync<string>("window.saved");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(NotebookFile.ToJson(notebook)), JsonNode.Parse(saved)), "The notebook is the one that was published.");
    }

    [Fact]
    public async Task A_result_draws_itself_in_a_front_end_that_has_plotly()
    {
        string path = Path.Combine(_folder, "front-end.html");
        string plotly = new Uri(Repository.PathOf("node_modules", "plotly.js-dist-min", "plotly.min.js")).AbsoluteUri;
        string html = ConventionFormatters.BundleOf(StatisticsResults.All["paired t"])[MimeTypes.Html]!;
        await File.WriteAllTextAsync(path, $"<!doctype html><meta charset=utf-8><script src=\"{plotly}\"></script>{html}{html}", TestContext.Current.CancellationToken);
        await using ChromiumPage page = await chromium.OpenAsync(path);

        await page.WaitForAsync("document.querySelectorAll('.smile-figure .main-svg:first-child').length === 2");
        Assert.Empty(page.Errors);
    }

    private static MimeBundle FigureBundle(Figure figure) => ConventionFormatters.BundleOf(figure);
}
