// One of each figure of statistics in a published page: drawn without a complaint, nothing beyond the page's width, nothing that axe-core finds.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.Charts;
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
        string path = Path.Combine(_folder, "figures.html");
        ReportPublisher.Publish(new() { Cells = [.. StatisticsSamples.Figures.Select((figure, at) => Cell(figure.Key, figure.Value, at))] }, PublishingSample.Provenance, path);
        await using ChromiumPage page = await chromium.OpenAsync(path, width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");

        Assert.Equal(StatisticsSamples.Figures.Count, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
        await page.ScreenshotAsync($"statistics-{width}-{(dark ? "dark" : "light")}");
    }

    private static NotebookCell Cell(string name, Figure figure, int at) => new()
    {
        Id = $"figure-{at}",
        Kind = CellKind.Code,
        Source = $"// {name}",
        ExecutionCount = at + 1,
        Outputs = [new DisplayOutput(new MimeBundle(ImmutableSortedDictionary<string, string>.Empty.Add(MimeTypes.Plotly, figure.WithTemplate(HouseTemplate.Light).ToJson()).Add(MimeTypes.Plain, figure.ToString())))],
    };
}
