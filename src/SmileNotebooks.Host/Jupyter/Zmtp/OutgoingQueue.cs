// What waits to be sent to one peer. Whoever adds to an idle queue sends at once on the own thread, which saves a change of thread; in a burst
// the pool sends, and gathers what has come together meanwhile.
using System.Buffers;
using System.Diagnostics;
using System.Net.Sockets;

namespace SmileNotebooks.Host;

/// <summary>How a message was taken.</summary>
internal enum Enqueued
{
    Taken,
    Full,
    Closed,
}

/// <summary>A bounded queue and its sender.</summary>
/// <param name="socket">The connection.</param>
/// <param name="limit">Bytes that may wait.</param>
/// <param name="failed">Called once if the connection breaks.</param>
internal sealed class OutgoingQueue(Socket socket, long limit, Action<string> failed)
{
    private const int BatchSize = 64 * 1024;

    /// <summary>A call that comes sooner after the last belongs to a burst.</summary>
    private static readonly long BurstGap = Stopwatch.Frequency / 50_000;

    private readonly Lock _gate = new();
    private readonly Queue<ReadOnlyMemory<byte>> _waiting = [];
    private TaskCompletionSource? _drained;
    private long _bytes;
    private long _lastCall;
    private bool _isSending;
    private bool _isClosed;

    /// <summary>Adds the pieces of a message, or none of them. Never blocks.</summary>
    public Enqueued Add(ReadOnlySpan<ReadOnlyMemory<byte>> pieces)
    {
        bool isBurst;
        lock (_gate)
        {
            if (_isClosed)
            {
                return Enqueued.Closed;
            }

            if (_bytes >= limit)
            {
                return Enqueued.Full;
            }

            foreach (ReadOnlyMemory<byte> piece in pieces)
            {
                _waiting.Enqueue(piece);
                _bytes += CostOf(piece);
            }

            if (_isSending)
            {
                return Enqueued.Taken;
            }

            _isSending = true;
            long now = Stopwatch.GetTimestamp();
            isBurst = now - _lastCall < BurstGap;
            _lastCall = now;
        }

        _ = SendWaitingAsync(isBurst);
        return Enqueued.Taken;
    }

    /// <summary>Completes when nothing waits any more, or the queue is closed.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            if (!_isSending || _isClosed)
            {
                return Task.CompletedTask;
            }

            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    /// <summary>Forgets what waits and takes no more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _waiting.Clear();
            _bytes = 0;
            _drained?.TrySetResult();
        }
    }

    private static long CostOf(ReadOnlyMemory<byte> piece) => piece.Length + ZmtpLimits.FrameOverhead;

    private async Task SendWaitingAsync(bool isBurst)
    {
        if (isBurst)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        byte[] batch = ArrayPool<byte>.Shared.Rent(BatchSize);
        try
        {
            while (TakeBatch(batch, out ReadOnlyMemory<byte> next, out long cost))
            {
                await SendAllAsync(next).ConfigureAwait(false);
                Account(cost);
                if (!IsIdle())
                {
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Close();
            failed($"The connection broke while sending: {e.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(batch);
        }
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int sent = await socket.SendAsync(bytes).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    /// <summary>The next bytes: a long piece as it is, or as many short ones as the batch holds.</summary>
    private bool TakeBatch(byte[] batch, out ReadOnlyMemory<byte> next, out long cost)
    {
        lock (_gate)
        {
            cost = 0;
            if (!_waiting.TryDequeue(out next))
            {
                _isSending = false;
                _drained?.TrySetResult();
                _drained = null;
                return false;
            }

            cost = CostOf(next);
            if (_waiting.Count == 0 || next.Length >= BatchSize)
            {
                return true;
            }

            int used = 0;
            do
            {
                next.CopyTo(batch.AsMemory(used));
                used += next.Length;
                if (!_waiting.TryPeek(out next) || used + next.Length > BatchSize)
                {
                    break;
                }

                cost += CostOf(_waiting.Dequeue());
            }
            while (true);

            next = batch.AsMemory(0, used);
            return true;
        }
    }

    private void Account(long cost)
    {
        lock (_gate)
        {
            _bytes = Math.Max(0, _bytes - cost);
        }
    }

    private bool IsIdle()
    {
        lock (_gate)
        {
            return _waiting.Count == 0;
        }
    }
}
