// One run of one cell: where its output goes, in order, until it ends. Flows with async calls and new threads, so that what a
// cell started writes to that cell, and never to a later one.
using System.Diagnostics;
using System.Text;

namespace SmileNotebooks.Host;

internal sealed class CellContext(Action<CellOutput> output, EngineOptions options)
{
    // A line longer than this is handed on in pieces: a progress bar of dots should be seen while it grows, and memory is bounded.
    private const int LongestHeldLine = 8192;

    private static readonly AsyncLocal<CellContext?> s_current = new(static change =>
    {
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    private readonly Lock _lock = new();
    private readonly Lock _threadsLock = new();
    private int _threads;
    private readonly StringBuilder _pending = new();
    private readonly OutputLimits _limits = new(options);
    private string _pendingName = "stdout";
    private bool _closed;
    private volatile bool _stopping;
    private long _stopReached;

    public static CellContext? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public Func<string?>? ReadLine => options.ReadLine;

    public TimeProvider Clock => options.Clock;

    public bool IsStopping => _stopping;

    /// <summary>True where no thread runs the cell's code: it waits for something, or is at its end.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_threadsLock)
            {
                return _threads == 0;
            }
        }
    }

    /// <summary>How long ago the code came to a check after it was to stop; zero if it has not.</summary>
    public TimeSpan SinceStopWasReached => Interlocked.Read(ref _stopReached) is var reached and not 0 ? Stopwatch.GetElapsedTime(reached) : TimeSpan.Zero;

    public void StopIsReached() => Interlocked.CompareExchange(ref _stopReached, Stopwatch.GetTimestamp(), 0);

    public void RequestStop()
    {
        CellInterrupt.AnnounceStop();
        lock (_threadsLock)
        {
            CellInterrupt.Watch(_stopping ? 0 : _threads);
            _stopping = true;
        }
    }

    public void Put(CellOutput value)
    {
        lock (_lock)
        {
            FlushPending();
            SendLimited(value);
        }
    }

    /// <summary>Takes console text; hands on whole lines, and the rest when something else is put out or the cell ends.</summary>
    public void Write(string streamName, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            if (streamName != _pendingName)
            {
                FlushPending();
                _pendingName = streamName;
            }

            string? cut = _limits.Cut(ref text);
            int lineEnd = text.LastIndexOf('\n') + 1;
            _pending.Append(text[..lineEnd]);
            if (lineEnd > 0)
            {
                FlushPending();
            }

            _pending.Append(text[lineEnd..]).Append(cut);
            if (_pending.Length > LongestHeldLine)
            {
                FlushPending();
            }
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            FlushPending();
        }
    }

    /// <summary>Ends the cell's output: whatever still runs writes to nowhere.</summary>
    public void Close()
    {
        lock (_lock)
        {
            FlushPending();
            SendNote(_limits.Summary);
            _closed = true;
        }
    }

    // A thread begins to run the cell's code: at its start, after an await, in a loop that runs in parallel.
    private void Enter()
    {
        lock (_threadsLock)
        {
            _threads++;
            CellInterrupt.Watch(_stopping ? 1 : 0);
        }
    }

    private void Leave()
    {
        lock (_threadsLock)
        {
            _threads--;
            CellInterrupt.Watch(_stopping ? -1 : 0);
        }
    }

    private void FlushPending()
    {
        if (_pending.Length > 0)
        {
            string text = _pending.ToString();
            _pending.Clear();
            Send(new StreamOutput(_pendingName, text));
        }
    }

    private void SendLimited(CellOutput value)
    {
        string? note = null;
        switch (value)
        {
            case ClearOutput:
                _limits.Cleared();
                break;
            case DisplayOutput or ResultOutput when !_limits.TakesValue():
                return;
            case DisplayOutput shown:
                value = shown with { Data = _limits.Cut(shown.Data, replaces: false, out note) };
                break;
            case ResultOutput result:
                value = result with { Data = _limits.Cut(result.Data, replaces: false, out note) };
                break;
            case DisplayUpdate update:
                value = update with { Data = _limits.Cut(update.Data, replaces: true, out note) };
                break;
            default:
                break;
        }

        Send(value);
        SendNote(note);
    }

    private void SendNote(string? note)
    {
        if (note is not null)
        {
            Send(new StreamOutput("stderr", note));
        }
    }

    private void Send(CellOutput value)
    {
        if (_closed)
        {
            return;
        }

        // What the receiver itself writes is not the cell's output.
        CellContext? cell = Current;
        Current = null;
        try
        {
            output(value);
        }
        finally
        {
            Current = cell;
        }
    }
}
