// Keeps one peer from filling the memory with messages that nobody has taken yet.
namespace SmileNotebooks.Host;

/// <summary>Bytes of one peer between its socket and whoever takes its messages.</summary>
internal sealed class IncomingBudget(long limit)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _room;
    private long _held;
    private bool _isClosed;

    /// <summary>Waits until less than the limit is held, then holds so many bytes more.</summary>
    public ValueTask HoldAsync(long bytes)
    {
        lock (_gate)
        {
            if (_isClosed || _held < limit)
            {
                _held += bytes;
                return ValueTask.CompletedTask;
            }

            _room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask(HoldLaterAsync(_room.Task, bytes));
        }
    }

    public void Release(long bytes)
    {
        lock (_gate)
        {
            _held -= bytes;
            if (_held < limit)
            {
                _room?.TrySetResult();
                _room = null;
            }
        }
    }

    /// <summary>Lets the one who waits go on; there is nothing to wait for any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _room?.TrySetResult();
        }
    }

    private async Task HoldLaterAsync(Task room, long bytes)
    {
        await room.ConfigureAwait(false);
        lock (_gate)
        {
            _held += bytes;
        }
    }
}
