// Takes the requests of one channel in order, and says busy and idle around each.
using System.Threading.Channels;

namespace SmileNotebooks.Host;

/// <param name="channel">The socket.</param>
/// <param name="channels">All of the kernel's.</param>
/// <param name="handle">Answers a request.</param>
internal sealed class RequestLoop(RouterSocket channel, KernelChannels channels, Func<KernelRequest, Task> handle)
{
    private const int MostWaiting = 10_000;

    private readonly Channel<KernelRequest> _waiting = Channel.CreateBounded<KernelRequest>(MostWaiting);
    private long _arrived;

    /// <summary>Called after each answer, when no other request waits.</summary>
    public Action AtRest { get; init; } = () => { };

    /// <summary>How many requests have come. A running request can tell by it which ones wait behind it.</summary>
    public long Arrived => Volatile.Read(ref _arrived);

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        Task receiving = ReceiveAsync(stop);
        try
        {
            await foreach (KernelRequest request in _waiting.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                await AnswerAsync(request).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        await receiving.ConfigureAwait(false);
    }

    private async Task ReceiveAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                JupyterMessage message = await channels.ReceiveAsync(channel, stop).ConfigureAwait(false);
                KernelRequest request = new(message, channel, channels, Interlocked.Increment(ref _arrived));
                await _waiting.Writer.WriteAsync(request, stop).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            _waiting.Writer.TryComplete();
        }
    }

    private async Task AnswerAsync(KernelRequest request)
    {
        request.PublishStatus("busy");
        try
        {
            await handle(request).ConfigureAwait(false);
        }
        catch (MalformedContentException error)
        {
            await FailAsync(request, "MalformedRequest", error.Message).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One request that fails must not end the kernel, and with it all variables.
        catch (Exception error)
#pragma warning restore CA1031
        {
            channels.Log($"{request.Type} failed: {error}");
            await FailAsync(request, error.GetType().Name, error.Message).ConfigureAwait(false);
        }

        request.PublishStatus("idle");
        if (_waiting.Reader.Count == 0)
        {
            AtRest();
        }
    }

    private async Task FailAsync(KernelRequest request, string name, string text)
    {
        if (request.Type == "execute_request")
        {
            // Front ends show a cell's error from here, not from the reply.
            request.Publish("error", ErrorMessage.Content(new ErrorOutput(name, text, [$"{name}: {text}"])));
        }

        if (request.HasReply)
        {
            await request.ReplyErrorAsync(name, text).ConfigureAwait(false);
        }
        else
        {
            channels.Log($"{request.Type}: {text}");
        }
    }
}
