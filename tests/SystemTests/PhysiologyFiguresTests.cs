// One of each figure of physiology and experiments in a published page, and each value as it shows itself: drawn without a complaint, nothing beyond the page's width,
// nothing that axe-core finds.
using SmileNotebooks.Host;
using SmileNotebooks.Tests.Charts;

namespace SystemTests;

public sealed class PhysiologyFiguresTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-physiology-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_figure_is_drawn_in_its_page(int width, bool dark)
    {
        await using ChromiumPage page = await OutputsPage.OpenAsync(
            chromium, _folder, "physiology", PhysiologySamples.Figures.Select(figure => (figure.Key, ConventionFormatters.BundleOf(figure.Value))), width, dark);

        Assert.Equal(PhysiologySamples.Figures.Count, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_value_shows_itself(int width, bool dark)
    {
        await using ChromiumPage page = await OutputsPage.OpenAsync(
            chromium, _folder, "studies", PhysiologySamples.Values.Select(value => (value.Key, ConventionFormatters.BundleOf(value.Value))), width, dark);

        // Two sets and the report of what was left out are tables alone.
        Assert.Equal(PhysiologySamples.Values.Count - 3, await page.EvaluateAsync<int>("document.querySelectorAll('.figure .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }
}
