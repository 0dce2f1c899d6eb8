// A kernel in this process.
namespace SmileNotebooks.Host.Tests.Jupyter;

internal sealed class TestKernel : IAsyncDisposable
{
    private readonly KernelServer _server;
    private readonly CancellationTokenSource _stop = new();

    private TestKernel(string? historyPath)
    {
        KernelOptions options = new()
        {
            Folder = AppContext.BaseDirectory,
            HistoryPath = historyPath,
            ParentProcess = null,
            HandleSignals = false,
            Log = Log,
            MemoryNoteFrom = null, // other tests use memory at the same time
        };
        _server = new KernelServer(new ConnectionInfo { Key = "a key" }, options);
        Ended = _server.RunAsync(_stop.Token);
    }

    /// <summary>What the kernel tells its terminal.</summary>
    public StringWriter Log { get; } = new();

    public Task Ended { get; }

    public long Refused => _server.Refused;

    public ConnectionInfo Connection => _server.Connection;

    public static TestKernel Start(string? historyPath = null) => new(historyPath);

    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(_server.Connection);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended;
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}
