// The DevTools protocol's transport: JSON commands with a number, answers with the same number, and events between them.
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SystemTests;

internal sealed class DevToolsSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> _listeners = new();
    private readonly Task _receiving;
    private int _number;

    private DevToolsSocket(ClientWebSocket socket)
    {
        _socket = socket;
        _receiving = Task.Run(ReceiveAsync);
    }

    public static async Task<DevToolsSocket> ConnectAsync(Uri address)
    {
        ClientWebSocket socket = new();
        using CancellationTokenSource patience = new(Patience);
        await socket.ConnectAsync(address, patience.Token);
        return new(socket);
    }

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

    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, string? session = null)
    {
        int number = Interlocked.Increment(ref _number);
        TaskCompletionSource<JsonObject> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = answer;
        JsonObject command = new() { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        JsonObject message = await answer.Task.WaitAsync(Patience);
        return message["error"] is { } error
            ? throw new InvalidOperationException($"{method}: {error["message"]}")
            : message["result"]!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream message = new();
        try
        {
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
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The browser was ended.
        }
        finally
        {
            foreach (TaskCompletionSource<JsonObject> waiting in _waiting.Values)
            {
                waiting.TrySetException(new InvalidOperationException("The browser closed the connection."));
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
