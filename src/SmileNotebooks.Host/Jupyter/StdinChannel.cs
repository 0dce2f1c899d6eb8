// Asks a front end's user for a line, by the front end that runs the cell.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class StdinChannel(KernelChannels channels) : IDisposable
{
    // What Jupyter's terminal front ends send where the user ends the input (Ctrl+D).
    private const string EndOfInput = "\u0004";

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Lock _lock = new();
    private Question? _open;

    /// <summary>Takes the replies until it is stopped. One that answers no open question comes too late, or from someone who was not asked.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                JupyterMessage reply = await channels.ReceiveAsync(channels.Stdin, stop).ConfigureAwait(false);
                if (!Answer(reply))
                {
                    channels.Log($"A {reply.Header.MsgType} on the stdin channel was dropped: it answers nothing that is asked.");
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    /// <summary>Waits for a line.</summary>
    /// <param name="parent">The request whose cell asks.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The line; null where the user ended the input.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidOperationException">The front end has no stdin channel, or answered with no text.</exception>
    public string? Ask(KernelRequest parent, CancellationToken cancellation)
    {
        _oneAtATime.Wait(cancellation);
        try
        {
            Question question = new(channels.Header("input_request"), parent.Message);
            Open(question);
            JsonObject content = new() { ["prompt"] = "", ["password"] = false };
            if (!channels.TrySendAsync(channels.Stdin, question.Header, content, parent.Message).AsTask().GetAwaiter().GetResult())
            {
                throw new InvalidOperationException("The cell reads from the console, but the front end that runs it has no connection to type into.");
            }

            question.Line.Task.Wait(cancellation);
            return question.Line.Task.Result is EndOfInput ? null : question.Line.Task.Result;
        }
        catch (AggregateException error)
        {
            throw new InvalidOperationException(error.InnerException!.Message, error);
        }
        finally
        {
            Open(null);
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private void Open(Question? question)
    {
        lock (_lock)
        {
            _open = question;
        }
    }

    private bool Answer(JupyterMessage reply)
    {
        lock (_lock)
        {
            if (reply.Header.MsgType != "input_reply" || _open is not { } question || !question.IsAnsweredBy(reply))
            {
                return false;
            }

            try
            {
                question.Line.TrySetResult(reply.Content.Text("value"));
            }
            catch (MalformedContentException error)
            {
                question.Line.TrySetException(error);
            }

            return true;
        }
    }

    private sealed record Question(MessageHeader Header, JupyterMessage Parent)
    {
        public TaskCompletionSource<string> Line { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // Many front ends send replies without a parent: then who sends must be enough.
        public bool IsAnsweredBy(JupyterMessage reply) =>
            reply.Identities[0].Span.SequenceEqual(Parent.Identities[0].Span)
            && (string.IsNullOrEmpty(reply.ParentHeader?.MsgId) || reply.ParentHeader.MsgId == Header.MsgId);
    }
}
