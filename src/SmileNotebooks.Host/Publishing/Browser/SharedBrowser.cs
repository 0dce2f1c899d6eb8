// One browser for all that a publication draws and prints: started when it is first needed, ended at the end.
namespace SmileNotebooks.Host;

internal sealed class SharedBrowser(string? program) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task<HeadlessBrowser>> _started = [];

    /// <summary>The browser; null where there is none.</summary>
    public string? Program { get; } = program;

    /// <exception cref="BrowserException">There is no browser, or it did not start.</exception>
    public Task<HeadlessBrowser> GetAsync()
    {
        lock (_lock)
        {
            // One that ended by itself, for want of memory perhaps, costs what it was doing and nothing after that.
            if (_started.Count == 0 || _started[^1] is { IsCompletedSuccessfully: true, Result.HasEnded: true })
            {
                _started.Add(HeadlessBrowser.StartAsync(Program ?? BrowserFinder.Require(), CancellationToken.None));
            }

            return _started[^1];
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Task<HeadlessBrowser> started in _started)
        {
            try
            {
                await (await started).DisposeAsync();
            }
            catch (BrowserException)
            {
                // It never started, which was told when it was needed.
            }
        }
    }
}
