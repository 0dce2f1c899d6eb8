using SmileNotebooks.Host;

namespace SystemTests;

/// <summary>One browser process for the tests of a class (<c>IClassFixture&lt;Chromium&gt;</c>), the host's own; it starts with the first page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private HeadlessBrowser? _browser;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a file in a new page and waits until it has loaded. Skips the test where no Chromium is installed, unless in CI.</summary>
    /// <param name="path">An HTML file.</param>
    /// <param name="width">Width of the viewport, CSS pixels.</param>
    /// <param name="height">Height of the viewport, CSS pixels.</param>
    /// <param name="dark">Whether the reader's system prefers dark colours.</param>
    public async Task<ChromiumPage> OpenAsync(string path, int width = 1280, int height = 900, bool dark = false)
    {
        HeadlessBrowser browser = await StartAsync();
        ChromiumPage page = new(await browser.OpenAsync(TestContext.Current.CancellationToken));
        await page.SetViewportAsync(width, height);
        await page.PreferDarkAsync(dark);
        await page.NavigateAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _gate.Dispose();
    }

    /// <summary>The path of the browser. Skips the test where there is none, unless in CI.</summary>
    public static string Find()
    {
        string? path = BrowserFinder.Find();
        const string Missing = "No Chromium was found (Debian: apt-get install chromium).";
        if (path is null && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(Missing);
        }

        Assert.SkipWhen(path is null, Missing);
        return path!;
    }

    private async Task<HeadlessBrowser> StartAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _browser ??= await HeadlessBrowser.StartAsync(Find(), TestContext.Current.CancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
