// What a run needs of an engine, whether it lives in this process or in one of its own.
namespace SmileNotebooks.Host;

internal interface ICellEngine : IAsyncDisposable
{
    /// <summary>True when no further cell can run: the engine's process has ended.</summary>
    bool HasEnded { get; }

    /// <inheritdoc cref="NotebookEngine.RunAsync"/>
    Task<CellResult> RunAsync(string code, Action<CellOutput> output, CancellationToken cancellation);
}

/// <summary>An engine in this process.</summary>
internal sealed class OwnProcessEngine(EngineOptions options) : ICellEngine
{
    private readonly NotebookEngine _engine = new(options);

    public bool HasEnded => false;

    public Task<CellResult> RunAsync(string code, Action<CellOutput> output, CancellationToken cancellation) => _engine.RunAsync(code, output, cancellation);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
