// A kernel that is bound to its addresses: runs until it is told to shut down, its token is cancelled or its parent is gone.
using System.Runtime.InteropServices;

namespace SmileNotebooks.Host;

internal sealed class KernelServer : IAsyncDisposable
{
    /// <summary>How long a cell that still runs at the end may take to stop.</summary>
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(2);

    private readonly KernelOptions _options;
    private readonly KernelChannels _channels;
    private readonly NotebookEngine _engine;
    private readonly History _history;
    private readonly StdinChannel _stdin;
    private readonly ExecuteHandler _execute;
    private readonly RequestLoop _shell;
    private readonly RequestLoop _control;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Binds a kernel.</summary>
    /// <exception cref="IOException">An address cannot be bound.</exception>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public KernelServer(ConnectionInfo connection, KernelOptions options)
    {
        _options = options;
        _engine = new NotebookEngine(new EngineOptions { Folder = options.Folder, ReadLine = Execution.ReadLine, MemoryNoteFrom = options.MemoryNoteFrom });
        _channels = new KernelChannels(connection, options.Log);
        _stdin = new StdinChannel(_channels);
        _history = new(options.HistoryPath is { } path ? new HistoryFile(path) : null, _channels.Log);
        _execute = new ExecuteHandler(_engine, _history, _stdin, _channels, new FigureMessages(options.PlotlyPath, _channels.Log)) { Arrived = () => _shell!.Arrived };
        Connection = _channels.Bound(connection);
        RequestHandlers handlers = new(
            _execute, new LanguageHandlers(_engine), new HistoryHandler(_history), _channels, Connection, _stop.Cancel);
        _shell = new RequestLoop(_channels.Shell, _channels, request => handlers.HandleShellAsync(request, _stop.Token)) { AtRest = new KernelMemory().Tidy };
        _control = new RequestLoop(_channels.Control, _channels, handlers.HandleControlAsync);
    }

    /// <summary>The addresses with their real ports.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>How many messages were dropped because they were not signed with the key, or were no messages.</summary>
    public long Refused => _channels.Refused;

    /// <summary>Serves until the end.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration ended = cancellation.Register(_stop.Cancel);
        using PosixSignalRegistration? interrupt = On(PosixSignal.SIGINT, _execute.Interrupt);
        using PosixSignalRegistration? terminate = On(PosixSignal.SIGTERM, _stop.Cancel);
        _channels.Publish("status", new() { ["execution_state"] = "starting" }, parent: null);
        Task parent = ParentWatch.EndedAsync(_options.ParentProcess, _stop.Token);
        Task[] loops = [_shell.RunAsync(_stop.Token), _control.RunAsync(_stop.Token), _stdin.RunAsync(_stop.Token)];
        await Task.WhenAny(parent, Task.WhenAll(loops)).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);

        // A cell that does not stop must not keep the process.
        await Task.WhenAny(Task.WhenAll(loops), Task.Delay(s_timeToStop, CancellationToken.None)).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _channels.DisposeAsync().ConfigureAwait(false);
        Task disposing = Task.WhenAll(_engine.DisposeAsync().AsTask(), _history.FlushAsync());
        await Task.WhenAny(disposing, Task.Delay(s_timeToStop, CancellationToken.None)).ConfigureAwait(false);
        _stdin.Dispose();
        _stop.Dispose();
    }

    private PosixSignalRegistration? On(PosixSignal signal, Action action) =>
        _options.HandleSignals
            ? PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                action();
            })
            : null;
}
