using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>A page of a headless browser.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // What Chromium answers where a document goes while an expression is evaluated in it.
    private static readonly string[] s_leaving = ["Inspected target navigated or closed", "Execution context was destroyed", "Cannot find context with specified id"];

    private readonly DevToolsSocket _socket;
    private readonly string _session;
    private readonly string _context;
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<string, JsonObject>? _listener;

    internal BrowserPage(DevToolsSocket socket, string session, string context)
    {
        (_socket, _session, _context) = (socket, session, context);
        socket.Listen(session, OnEvent);
    }

    /// <summary>Hands each later event of the page (method and parameters) to a listener.</summary>
    public void Listen(Action<string, JsonObject> listener) => _listener = listener;

    /// <summary>Sends a command of the DevTools protocol to the page.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken stop = default) =>
        _socket.SendAsync(method, parameters, _session, stop);

    /// <summary>Opens an address and waits until it has loaded.</summary>
    public async Task NavigateAsync(string address, CancellationToken stop = default)
    {
        JsonObject answer = await SendAsync("Page.navigate", new() { ["url"] = address }, stop);
        if ((string?)answer["errorText"] is { } error)
        {
            throw new BrowserException($"The browser could not open {address}: {error}");
        }

        try
        {
            await _loaded.Task.WaitAsync(s_patience, stop);
        }
        catch (TimeoutException late)
        {
            throw new BrowserException($"The browser did not load {address} within {s_patience.TotalSeconds:0} s.", late);
        }
    }

    /// <summary>Sets the viewport, CSS pixels.</summary>
    public Task SetViewportAsync(int width, int height, CancellationToken stop = default) => SendAsync(
        "Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false }, stop);

    /// <summary>Sets what the reader's system prefers, light or dark colours.</summary>
    public Task PreferDarkAsync(bool dark, CancellationToken stop = default) => SendAsync(
        "Emulation.setEmulatedMedia",
        new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) },
        stop);

    /// <summary>Evaluates a JavaScript expression, awaiting a promise.</summary>
    /// <exception cref="BrowserException">The expression threw.</exception>
    public async Task<T> EvaluateAsync<T>(string expression, CancellationToken stop = default)
    {
        JsonObject answer = await SendAsync(
            "Runtime.evaluate",
            new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true },
            stop);
        return answer["exceptionDetails"] is { } details
            ? throw new BrowserException($"{Shorten(expression)}: {details["exception"]?["description"] ?? details["text"]}")
            : answer["result"]!["value"] is { } value ? value.GetValue<T>() : default!;
    }

    /// <summary>Waits until an expression is true, of this document or of one that takes its place meanwhile.</summary>
    /// <param name="expression">JavaScript.</param>
    /// <param name="patience">How long to wait. Default: a minute.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>False if it did not become so in time.</returns>
    public async Task<bool> WaitForAsync(string expression, TimeSpan? patience = null, CancellationToken stop = default)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < (patience ?? s_patience); await Task.Delay(30, stop))
        {
            try
            {
                if (await EvaluateAsync<bool>($"Boolean({expression})", stop))
                {
                    return true;
                }
            }
            catch (BrowserException error) when (s_leaving.Any(words => error.Message.Contains(words, StringComparison.Ordinal)))
            {
                // The document was left while it was asked: the next one may answer.
            }
        }

        return false;
    }

    /// <summary>Closes the page.</summary>
    public async ValueTask DisposeAsync()
    {
        _socket.Listen(_session, null);
        try
        {
            await _socket.SendAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = _context });
        }
        catch (BrowserException)
        {
            // The browser is gone, and the page with it.
        }
    }

    internal async Task PrepareAsync(CancellationToken stop)
    {
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await SendAsync($"{domain}.enable", [], stop);
        }
    }

    private void OnEvent(string method, JsonObject data)
    {
        if (method == "Page.loadEventFired")
        {
            _loaded.TrySetResult();
        }

        _listener?.Invoke(method, data);
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + " ...";
}
