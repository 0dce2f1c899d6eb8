// Validations, leaks and tables of smiles in a published page: drawn without a complaint, nothing beyond the page's width, nothing that axe-core finds.
using SmileNotebooks.Host;
using SmileNotebooks.Tests.Charts;

namespace SystemTests;

public sealed class ClassificationFiguresTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-classification-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_value_shows_itself(int width, bool dark)
    {
        await using ChromiumPage page = await OutputsPage.OpenAsync(
            chromium, _folder, "classification", ClassificationSamples.Values.Select(value => (value.Key, ConventionFormatters.BundleOf(value.Value.Value))), width, dark);

        Assert.Equal(ClassificationSamples.Values.Values.Sum(value => value.Figures), await page.EvaluateAsync<int>("document.querySelectorAll('.figure .main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }
}
