// A front end: sends requests and keeps what comes back, by the request that it names as its parent.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

/// <summary>All that a request brought.</summary>
/// <param name="Reply">The reply's content.</param>
/// <param name="Published">What was published for it, from busy to idle.</param>
internal sealed record Answer(JsonObject Reply, JupyterMessage[] Published)
{
    public string Status => Reply["status"]!.ToString();

    public string[] Types => [.. Published.Where(message => message.Header.MsgType != "status").Select(message => message.Header.MsgType)];

    public string[] States => [.. Published.Where(message => message.Header.MsgType == "status").Select(message => message.Content["execution_state"]!.ToString())];

    public JsonObject Content(string type) => Published.Last(message => message.Header.MsgType == type).Content;

    public string Text(string stream = "stdout") =>
        string.Concat(Published.Where(message => message.Header.MsgType == "stream" && message.Content["name"]!.ToString() == stream).Select(message => message.Content["text"]!.ToString()));

    public string? Result => Published.LastOrDefault(message => message.Header.MsgType == "execute_result")?.Content["data"]?["text/plain"]?.ToString();
}

internal sealed class TestClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, ClientSocket> _channels = [];
    private readonly MessageCodec _codec;
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly Lock _lock = new();
    private readonly List<JupyterMessage> _received = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestClient(string key) => _codec = new MessageCodec(key);

    public static async Task<TestClient> ConnectAsync(ConnectionInfo connection)
    {
        TestClient client = new(connection.Key);
        await client.ConnectAsync("iopub", connection.IopubEndpoint, "SUB");
        await client._channels["iopub"].SubscribeAsync();
        await client.ConnectAsync("shell", connection.ShellEndpoint, "DEALER");
        await client.ConnectAsync("control", connection.ControlEndpoint, "DEALER");
        await client.ConnectAsync("stdin", connection.StdinEndpoint, "DEALER");

        // A subscription takes a moment: what is published before it is lost.
        for (int i = 0; i < 200 && !client.Has(message => message.Header.MsgType == "status"); i++)
        {
            await client.RequestAsync("kernel_info_request", [], "control", waitForIdle: false);
        }

        return client;
    }

    /// <summary>Sends a request and returns its id.</summary>
    public async Task<string> SendAsync(string type, JsonObject content, string channel = "shell", MessageHeader? parent = null)
    {
        JupyterMessage message = new() { Header = MessageHeader.Create(type, _session, "tester"), ParentHeader = parent, Content = content };
        await _channels[channel].SendAsync(_codec.Encode(message));
        return message.Header.MsgId;
    }

    /// <summary>Sends frames as they are.</summary>
    public Task SendRawAsync(ZmtpMessage message, string channel = "shell") => _channels[channel].SendAsync(message);

    /// <summary>Waits for the first message that fits.</summary>
    public async Task<JupyterMessage> WaitAsync(Func<JupyterMessage, bool> fits)
    {
        DateTime end = DateTime.UtcNow + s_patience;
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (_received.Find(message => fits(message)) is { } found)
                {
                    return found;
                }

                news = _news.Task;
            }

            await news.WaitAsync(end - DateTime.UtcNow, TestContext.Current.CancellationToken);
        }
    }

    public async Task<Answer> RequestAsync(string type, JsonObject content, string channel = "shell", bool waitForIdle = true) =>
        await AnswerToAsync(await SendAsync(type, content, channel), waitForIdle);

    /// <summary>Waits until a request is answered and, unless told otherwise, the kernel is idle after it.</summary>
    public async Task<Answer> AnswerToAsync(string id, bool waitForIdle = true)
    {
        JupyterMessage reply = await WaitAsync(message => message.ParentHeader?.MsgId == id && message.Header.MsgType.EndsWith("_reply", StringComparison.Ordinal));
        if (waitForIdle)
        {
            await WaitForIdleAsync(id);
        }

        return new Answer(reply.Content, Published(id));
    }

    public Task WaitForIdleAsync(string id) =>
        WaitAsync(message => message.ParentHeader?.MsgId == id && message.Content["execution_state"]?.ToString() == "idle");

    /// <summary>What was published so far for a request.</summary>
    public JupyterMessage[] Published(string id)
    {
        lock (_lock)
        {
            return [.. _received.Where(message => message.ParentHeader?.MsgId == id && message.Identities.Length == 1)];
        }
    }

    public Task<string> StartAsync(string code, bool stopOnError = true) =>
        SendAsync("execute_request", new JsonObject { ["code"] = code, ["stop_on_error"] = stopOnError });

    public async Task<Answer> ExecuteAsync(string code, bool silent = false, bool storeHistory = true, bool allowStdin = true, JsonObject? expressions = null) =>
        await RequestAsync("execute_request", new JsonObject
        {
            ["code"] = code, ["silent"] = silent, ["store_history"] = storeHistory, ["allow_stdin"] = allowStdin, ["user_expressions"] = expressions ?? [],
        });

    public void Dispose()
    {
        foreach (ClientSocket channel in _channels.Values)
        {
            channel.Dispose();
        }

        _codec.Dispose();
    }

    private bool Has(Func<JupyterMessage, bool> fits)
    {
        lock (_lock)
        {
            return _received.Any(fits);
        }
    }

    private async Task ConnectAsync(string name, string endpoint, string type)
    {
        // The same identity on all channels: the kernel asks for input by it.
        ClientSocket socket = _channels[name] = await ClientSocket.ConnectAsync(endpoint, type, _session);
        _ = ReceiveAsync(socket);
    }

    private async Task ReceiveAsync(ClientSocket socket)
    {
        try
        {
            while (true)
            {
                ZmtpMessage received = await socket.ReceiveAsync();
                Assert.True(_codec.TryDecode(received, out JupyterMessage? message, out string? whyNot), whyNot);
                lock (_lock)
                {
                    _received.Add(message!);
                    _news.SetResult();
                    _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection ended.
        }
    }
}
