// An engine in a process of its own, as the runner sees it. A process that dies is an error of the cell that ran.
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace SmileNotebooks.Host;

internal sealed class EngineProcess : ICellEngine
{
    // A process started at the same time would inherit the pipes' ends of this one, and keep them open.
    private static readonly Lock s_starting = new();

    /// <summary>How long a cell may go on after it should have stopped: the engine's own grace, and some more for a busy computer.</summary>
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_timeToDrain = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly ProcessLines _lines;
    private readonly MemoryWatch? _memory;
    private readonly AnonymousPipeServerStream _replyPipe;
    private readonly BinaryReader _replies;
    private readonly BinaryWriter _requests;
    private readonly Lock _writing = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _cellTimeOut;
    private string? _killedBecause;
    private int _cells;

    private EngineProcess(Process process, AnonymousPipeServerStream requests, AnonymousPipeServerStream replies, RunOptions options)
    {
        _process = process;
        _replyPipe = replies;
        _replies = new BinaryReader(new BufferedStream(replies));
        _requests = new BinaryWriter(new BufferedStream(requests));
        _cellTimeOut = options.CellTimeOut;
        _lines = new ProcessLines(process, options.ProcessLine);
        _memory = options.Program!.MemoryLimit is { } limit ? new MemoryWatch(process, limit, Kill) : null;
        process.Exited += (_, _) => _exited.TrySetResult();
        process.EnableRaisingEvents = true;
    }

    public bool HasEnded { get; private set; }

    public static EngineProcess Start(RunOptions options)
    {
        EngineProgram program = options.Program!;
        lock (s_starting)
        {
            AnonymousPipeServerStream requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
            AnonymousPipeServerStream replies = new(PipeDirection.In, HandleInheritability.Inheritable);
            ProcessStartInfo start = new(
                program.Path, [.. program.Arguments, NotebookWorker.Word, requests.GetClientHandleAsString(), replies.GetClientHandleAsString()])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            if (program.MemoryLimit is { } limit)
            {
                start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
            }

            Process process = Process.Start(start)!;
            requests.DisposeLocalCopyOfClientHandle();
            replies.DisposeLocalCopyOfClientHandle();
            process.StandardInput.Close();
            EngineProcess engine = new(process, requests, replies, options);
            engine.Ask(writer => EngineWire.WriteStart(writer, options));
            return engine;
        }
    }

    public async Task<CellResult> RunAsync(string code, Action<CellOutput> output, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int number = ++_cells;
        long start = Stopwatch.GetTimestamp();
        CellListener listener = new(_replies, output);
        Ask(writer =>
        {
            writer.Write((byte)EngineRequest.Run);
            writer.Write(code);
        });
        Task<CellResult?> listening = Task.Factory.StartNew(listener.Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using CancellationTokenSource late = new();
        await using (late.Token.Register(() => Kill("The cell did not stop, so its process was ended.")))
        {
            using CancellationTokenRegistration stop = cancellation.Register(() =>
            {
                Ask(writer => writer.Write((byte)EngineRequest.Stop));
                late.CancelAfter(s_timeToStop);
            });
            if (_cellTimeOut != Timeout.InfiniteTimeSpan)
            {
                late.CancelAfter(_cellTimeOut + s_timeToStop);
            }

            await Task.WhenAny(listening, AfterEndAsync()).ConfigureAwait(false);
        }

        listener.Close();
        return (listening.IsCompletedSuccessfully ? await listening.ConfigureAwait(false) : null)
            ?? await EndedAsync(number, Stopwatch.GetElapsedTime(start), late.IsCancellationRequested, output, cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _memory?.Dispose();
        try
        {
            await _requests.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The process has ended before.
        }

        await Task.WhenAny(_exited.Task, Task.Delay(s_timeToEnd)).ConfigureAwait(false);
        if (!_exited.Task.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _lines.DrainAsync(s_timeToDrain).ConfigureAwait(false);
        await _replyPipe.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private void Ask(Action<BinaryWriter> write)
    {
        lock (_writing)
        {
            try
            {
                write(_requests);
                _requests.Flush();
            }
            catch (IOException)
            {
                // The process has ended, which whoever listens to it finds out.
            }
        }
    }

    /// <summary>Its last words may still be on the way; a program that a cell started can keep the pipe open for ever.</summary>
    private async Task AfterEndAsync()
    {
        await _exited.Task.ConfigureAwait(false);
        await Task.Delay(s_timeToDrain).ConfigureAwait(false);
    }

    private void Kill(string because)
    {
        _killedBecause ??= because;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private async Task<CellResult> EndedAsync(int number, TimeSpan duration, bool late, Action<CellOutput> output, CancellationToken cancellation)
    {
        HasEnded = true;
        await Task.WhenAny(_exited.Task, Task.Delay(s_timeToEnd, CancellationToken.None)).ConfigureAwait(false);
        if (!_exited.Task.IsCompleted)
        {
            Kill("The notebook's process closed its pipe, so it was ended.");
        }

        await _exited.Task.ConfigureAwait(false);
        await _lines.DrainAsync(s_timeToDrain).ConfigureAwait(false);
        ErrorOutput error = ProcessEnd.Describe(_process.ExitCode, number, _killedBecause, _lines.Last);
        output(error);
        CellStatus status = cancellation.IsCancellationRequested ? CellStatus.Interrupted : late ? CellStatus.TimedOut : CellStatus.Failed;
        return new CellResult(status, number, duration, null, error);
    }
}
