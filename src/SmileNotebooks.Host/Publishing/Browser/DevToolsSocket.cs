// The DevTools protocol's transport: JSON commands with a number, answers with the same number, and events between them.
// https://chromedevtools.github.io/devtools-protocol/
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class DevToolsSocket : IAsyncDisposable
{
    // A long page is printed in one command, on a busy machine slowly.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> _listeners = new();
    private readonly Task _receiving;
    private int _number;
    private volatile bool _isClosed;

    private DevToolsSocket(ClientWebSocket socket)
    {
        _socket = socket;
        _receiving = Task.Run(ReceiveAsync);
    }

    public static async Task<DevToolsSocket> ConnectAsync(Uri address, CancellationToken stop)
    {
        ClientWebSocket socket = new();
        // The browser is on this machine: a proxy that the environment names cannot reach it.
        socket.Options.Proxy = null;
        try
        {
            await socket.ConnectAsync(address, stop).WaitAsync(s_patience, stop);
            return new(socket);
        }
        catch (Exception error) when (error is WebSocketException or TimeoutException)
        {
            socket.Dispose();
            throw new BrowserException($"The browser did not answer: {error.Message}", error);
        }
    }

    /// <summary>Whether the browser has ended the connection.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Hands the events of a session to a listener; null ends that.</summary>
    public void Listen(string session, Action<string, JsonObject>? listener)
    {
        if (listener is null)
        {
            _listeners.TryRemove(session, out _);
        }
        else
        {
            _listeners[session] = listener;
        }
    }

    /// <exception cref="BrowserException">The browser refused the command, is gone, or did not answer within five minutes.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, string? session = null, CancellationToken stop = default)
    {
        int number = Interlocked.Increment(ref _number);
        TaskCompletionSource<JsonObject> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = answer;
        try
        {
            await WriteAsync(Command(number, method, parameters, session), stop);
            ThrowIfClosed();
            JsonObject message = await answer.Task.WaitAsync(s_patience, stop);
            return message["error"] is { } error
                ? throw new BrowserException($"The browser refused {method}: {error["message"]}")
                : message["result"]!.AsObject();
        }
        catch (TimeoutException error)
        {
            throw new BrowserException($"The browser did not answer {method} within {s_patience.TotalMinutes:0} minutes.", error);
        }
        finally
        {
            _waiting.TryRemove(number, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
    }

    private static byte[] Command(int number, string method, JsonObject parameters, string? session)
    {
        JsonObject command = new() { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        return Encoding.UTF8.GetBytes(command.ToJsonString());
    }

    // A WebSocket takes one message at a time; a message cut short by a cancellation would break the connection.
    private async Task WriteAsync(byte[] command, CancellationToken stop)
    {
        await _sending.WaitAsync(stop);
        try
        {
            await _socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            throw new BrowserException(Gone, error);
        }
        finally
        {
            _sending.Release();
        }
    }

    private const string Gone = "The browser ended before its work was done.";

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new BrowserException(Gone);
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            await ReadMessagesAsync();
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser was ended; whoever waits for it is told below.
        }
        finally
        {
            _isClosed = true;
            foreach (TaskCompletionSource<JsonObject> waiting in _waiting.Values)
            {
                waiting.TrySetException(new BrowserException(Gone));
            }
        }
    }

    private async Task ReadMessagesAsync()
    {
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream message = new();
        while (true)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                Dispatch(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!.AsObject());
                message.SetLength(0);
            }
        }
    }

    private void Dispatch(JsonObject message)
    {
        if ((int?)message["id"] is { } number && _waiting.TryRemove(number, out TaskCompletionSource<JsonObject>? answer))
        {
            answer.SetResult(message);
        }
        else if ((string?)message["sessionId"] is { } session && _listeners.TryGetValue(session, out Action<string, JsonObject>? listener))
        {
            listener((string)message["method"]!, message["params"]!.AsObject());
        }
    }
}
