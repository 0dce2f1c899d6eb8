// The published page in a real browser.
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class PublishingTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Figures_are_drawn_without_console_errors_and_without_a_request()
    {
        await using ChromiumPage page = await OpenAsync();

        Assert.Equal(3, await page.EvaluateAsync<int>("document.querySelectorAll('.plot .main-svg:first-child').length"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.gl-container canvas') !== null"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('.figure .missing:not(noscript *)').length"));
        Assert.Empty(page.Errors);
        AssertOffline(page);
    }

    /// <summary>Pictures for people: set SMILE_SCREENSHOTS to a folder to look at them.</summary>
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(400, false)]
    [InlineData(400, true)]
    public async Task A_screenshot_shows_a_page_of_the_right_colour(int width, bool dark)
    {
        await using ChromiumPage page = await OpenAsync(width, dark);

        byte[] png = await page.ScreenshotAsync(wholePage: true);

        Assert.Equal(dark ? "rgb(22, 24, 28)" : "rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        if (Environment.GetEnvironmentVariable("SMILE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{width}-{(dark ? "dark" : "light")}.png"), png, TestContext.Current.CancellationToken);
        }
    }

    private async Task<ChromiumPage> OpenAsync(int width = 1280, bool dark = false)
    {
        string path = Path.Combine(_folder, "report.html");
        ReportPublisher.Publish(PublishingSample.Notebook, PublishingSample.Provenance, path);
        ChromiumPage page = await chromium.OpenAsync(path, width, dark: dark);
        await page.WaitForAsync("document.documentElement.dataset.figures === 'drawn'");
        return page;
    }

    private static void AssertOffline(ChromiumPage page) =>
        Assert.All(page.Requests, address => Assert.Matches("^(file:.*/report\\.html|data:|blob:)", address));
}
