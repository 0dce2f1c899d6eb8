// Runs cells for a test and keeps what they put out.
using System.Collections.Concurrent;

namespace SmileNotebooks.Host.Tests;

internal sealed class CellRunner : IAsyncDisposable
{
    private readonly NotebookEngine _engine;

    public CellRunner(EngineOptions? options = null) => _engine = new NotebookEngine(options);

    public ConcurrentQueue<CellOutput> Outputs { get; } = new();

    public CellResult Last { get; private set; } = null!;

    public string Streams(string name = "stdout") => string.Concat(Outputs.OfType<StreamOutput>().Where(o => o.Name == name).Select(o => o.Text));

    public string? Plain => Outputs.OfType<ResultOutput>().LastOrDefault()?.Data["text/plain"];

    public string? Html => Outputs.OfType<ResultOutput>().LastOrDefault()?.Data["text/html"];

    public ErrorOutput Error => Outputs.OfType<ErrorOutput>().Last();

    public string Traceback => string.Join('\n', Error.Traceback);

    /// <summary>Runs a cell that must succeed.</summary>
    public async Task<CellRunner> RunAsync(string code)
    {
        CellResult result = await TryAsync(code);
        Assert.True(result.Success, string.Join('\n', result.Error?.Traceback ?? []));
        return this;
    }

    /// <summary>Runs a cell however it ends.</summary>
    public async Task<CellResult> TryAsync(string code, CancellationToken? cancellation = null)
    {
        Outputs.Clear();
        Last = await _engine.RunAsync(code, Outputs.Enqueue, cancellation ?? TestContext.Current.CancellationToken);
        return Last;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
