// One browser for all that a publication draws and prints: started when it is first needed, ended at the end.
namespace SmileNotebooks.Host;

internal sealed class SharedBrowser(string? program) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<HeadlessBrowser>? _started;

    /// <summary>The browser; null where there is none.</summary>
    public string? Program { get; } = program;

    /// <exception cref="BrowserException">There is no browser, or it did not start.</exception>
    public Task<HeadlessBrowser> GetAsync()
    {
        lock (_lock)
        {
            return _started ??= HeadlessBrowser.StartAsync(Program ?? BrowserFinder.Require(), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is not null)
        {
            try
            {
                await (await _started).DisposeAsync();
            }
            catch (BrowserException)
            {
                // It never started, which was told when it was needed.
            }
        }
    }
}
