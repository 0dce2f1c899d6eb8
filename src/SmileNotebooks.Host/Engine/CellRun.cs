// Runs a cell's body on a thread of its own and stops it when it is told to or has run too long.
using System.Diagnostics;

namespace SmileNotebooks.Host;

internal sealed class CellRun(CellContext context, NotebookOwned owned, EngineOptions options)
{
    // Deep recursion is usual in teaching; the default of 1.5 to 8 MB differs between systems.
    private const int StackSize = 8 * 1024 * 1024;

    // A loop stops well within this; what has not is blocked in a call.
    private static readonly TimeSpan s_loopsStopWithin = TimeSpan.FromMilliseconds(50);

    // A cell that awaits a short delay in a loop comes by within this; one that does not may wait for ever.
    private static readonly TimeSpan s_longestIdle = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_longestUnwinding = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(10);

    // A thread that is found waiting so often in a row sleeps longer than a loop with short pauses would.
    private const int LooksOfASleeper = 2;

    private Thread? _thread;

    public async Task<(CellStatus Status, object? Value, ErrorOutput? Error)> ExecuteAsync(
        Func<Task<object?>> body, Func<Exception, ErrorOutput> errorOf, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(options.CellTimeOut);
        Task<object?> running = Start(body);
        if (await EndsBeforeAsync(running, stop.Token).ConfigureAwait(false))
        {
            return running.Exception?.InnerException is { } error
                ? (CellStatus.Failed, null, errorOf(Unwrapped(error)))
                : (CellStatus.Succeeded, await running.ConfigureAwait(false), null);
        }

        bool abandoned = !await StopAsync(running).ConfigureAwait(false);
        return cancellation.IsCancellationRequested
            ? (CellStatus.Interrupted, null, Report(CellErrors.Interrupted, "The cell was interrupted.", abandoned))
            : (CellStatus.TimedOut, null, Report(CellErrors.TimedOut, $"The cell ran longer than its time-out of {options.CellTimeOut.TotalSeconds:0.###} s.", abandoned));
    }

    private Task<object?> Start(Func<Task<object?>> body)
    {
        TaskCompletionSource<object?> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread = new Thread(() => _ = RunAsync(body, completion), StackSize) { IsBackground = true, Name = "notebook cell" };
        _thread.Start();
        return completion.Task;
    }

    private async Task RunAsync(Func<Task<object?>> body, TaskCompletionSource<object?> completion)
    {
        CellContext.Current = context;
        NotebookOwned.Current = owned;
        try
        {
            completion.SetResult(await body().ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Whatever a cell throws is its result.
        catch (Exception e)
#pragma warning restore CA1031
        {
            completion.SetException(e);
        }
    }

    private static async Task<bool> EndsBeforeAsync(Task running, CancellationToken stop)
    {
        await Task.WhenAny(running, Task.Delay(Timeout.InfiniteTimeSpan, stop)).ConfigureAwait(false);
        return running.IsCompleted && !stop.IsCancellationRequested;
    }

    // True if it stopped, false if it is abandoned: it may go on, but unheard, and its loops stop as soon as they are reached.
    private async Task<bool> StopAsync(Task running)
    {
        context.RequestStop();
        long start = Stopwatch.GetTimestamp();
        TimeSpan idle = TimeSpan.Zero;
        int waiting = 0;
        bool woken = false;
        while (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < s_loopsStopWithin + options.InterruptGrace)
        {
            if (await EndsWithinAsync(running, s_lookEvery).ConfigureAwait(false))
            {
                return true;
            }

            if (_thread!.IsAlive)
            {
                waiting = _thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin) ? waiting + 1 : 0;
                woken = woken || WakesSleeper(waiting >= LooksOfASleeper || elapsed >= s_loopsStopWithin);
                continue;
            }

            // No thread is there to be woken, and it waits for what may never come, or has a million calls to unwind: nothing can end it.
            idle = context.IsIdle ? idle + s_lookEvery : TimeSpan.Zero;
            if (idle >= s_longestIdle || context.SinceStopWasReached > s_longestUnwinding)
            {
                break;
            }
        }

        _ = running.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return running.IsCompleted;
    }

    // Ends the Sleep, Wait or Join that the cell's thread is in, or comes to next.
    private bool WakesSleeper(bool isTime)
    {
        if (isTime)
        {
            _thread!.Interrupt();
        }

        return isTime;
    }

    private static async Task<bool> EndsWithinAsync(Task running, TimeSpan limit)
    {
        await Task.WhenAny(running, Task.Delay(limit)).ConfigureAwait(false);
        return running.IsCompleted;
    }

    private static Exception Unwrapped(Exception error) => error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : error;

    private ErrorOutput Report(string name, string message, bool abandoned)
    {
        string why = _thread!.IsAlive ? "It is blocked in a call that cannot be stopped" : context.IsIdle ? "It was waiting for something that did not come," : "It did not come to its end in time";
        string whole = abandoned
            ? $"{message} {why} and was abandoned: what it still does is not shown, and may change variables."
            : message;
        return new ErrorOutput(name, whole, [whole]);
    }
}
