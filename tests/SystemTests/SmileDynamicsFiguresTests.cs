// Smiles in time in a published page: drawn without a complaint, nothing beyond the page's width, nothing that axe-core finds.
using SmileNotebooks.Host;
using SmileNotebooks.Tests.Charts;

namespace SystemTests;

public sealed class SmileDynamicsFiguresTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-dynamics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task Every_figure_and_value_is_drawn_in_its_page(int width, bool dark)
    {
        (string Name, MimeBundle Bundle)[] outputs =
        [
            .. SmileDynamicsSamples.Figures.Select(figure => (figure.Key, ConventionFormatters.BundleOf(figure.Value))),
            .. SmileDynamicsSamples.Values.Select(value => (value.Key, ConventionFormatters.BundleOf(value.Value))),
        ];
        await using ChromiumPage page = await OutputsPage.OpenAsync(chromium, _folder, "smile-dynamics", outputs, width, dark);

        // One smile alone is a table.
        Assert.Equal(outputs.Length - 1, await page.EvaluateAsync<int>("document.querySelectorAll('.main-svg:first-child').length"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(page.Errors);
        await Axe.AssertNoViolationAsync(page);
    }
}
