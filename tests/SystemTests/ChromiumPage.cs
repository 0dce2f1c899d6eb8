using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SystemTests;

/// <summary>A page of the browser, with what it logged and asked for since it was opened.</summary>
public sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DevToolsSocket _socket;
    private readonly string _session;
    private readonly string _context;
    private readonly List<string> _errors = [];
    private readonly Dictionary<string, string> _requests = [];
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ChromiumPage(DevToolsSocket socket, string session, string context)
    {
        (_socket, _session, _context) = (socket, session, context);
        socket.Listen(session, OnEvent);
    }

    /// <summary>Console errors, uncaught exceptions and what the browser itself complained of (blocked resources, ...).</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>
    /// The address of every request that the page made, its own file among them; data: addresses cut at 60 characters.
    /// What the page's Content-Security-Policy stopped was no request (it is among <see cref="Errors"/>).
    /// </summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests.Values];
            }
        }
    }

    /// <summary>Evaluates a JavaScript expression, awaiting a promise.</summary>
    /// <exception cref="InvalidOperationException">The expression threw.</exception>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        JsonObject answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true });
        return answer["exceptionDetails"] is { } details
            ? throw new InvalidOperationException($"{expression}: {details["exception"]?["description"] ?? details["text"]}")
            : answer["result"]!["value"] is { } value ? value.GetValue<T>() : default!;
    }

    /// <summary>Evaluates statements for what they do.</summary>
    public Task RunAsync(string statements) => EvaluateAsync<bool>($"(async () => {{ {statements}; return true; }})()");

    /// <summary>Waits until an expression is true; fails with what the page logged if it does not become so within a minute.</summary>
    public async Task WaitForAsync(string expression)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            if (await EvaluateAsync<bool>($"Boolean({expression})"))
            {
                return;
            }
        }

        Assert.Fail($"`{expression}` did not become true. The page logged: {string.Join("; ", Errors)}");
    }

    /// <summary>Sets the viewport, CSS pixels.</summary>
    public Task SetViewportAsync(int width, int height) =>
        SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>Sets what the reader's system prefers, light or dark colours.</summary>
    public Task PreferDarkAsync(bool dark) => SendAsync("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
    });

    /// <summary>Presses and releases a key, such as Tab, Enter or Space.</summary>
    public async Task PressAsync(string key)
    {
        (string code, int number, string text) = key switch { "Enter" => ("Enter", 13, "\r"), "Space" => ("Space", 32, " "), "Tab" => ("Tab", 9, ""), _ => (key, 0, "") };
        JsonObject Event(string type) => new() { ["type"] = type, ["key"] = key == "Space" ? " " : key, ["code"] = code, ["windowsVirtualKeyCode"] = number, ["text"] = type == "keyDown" ? text : "" };
        await SendAsync("Input.dispatchKeyEvent", Event("keyDown"));
        await SendAsync("Input.dispatchKeyEvent", Event("keyUp"));
    }

    /// <summary>A PNG of the viewport, or of the whole page.</summary>
    public async Task<byte[]> ScreenshotAsync(bool wholePage = false)
    {
        JsonObject answer = await SendAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = wholePage });
        return Convert.FromBase64String((string)answer["data"]!);
    }

    /// <summary>Sends a command of the DevTools protocol to the page.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject parameters) => _socket.SendAsync(method, parameters, _session);

    /// <summary>Closes the page.</summary>
    public async ValueTask DisposeAsync()
    {
        _socket.Listen(_session, null);
        await _socket.SendAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = _context });
    }

    internal async Task PrepareAsync(int width, int height, bool dark)
    {
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await SendAsync($"{domain}.enable", []);
        }

        await SetViewportAsync(width, height);
        await PreferDarkAsync(dark);
    }

    internal async Task NavigateAsync(string address)
    {
        JsonObject answer = await SendAsync("Page.navigate", new() { ["url"] = address });
        Assert.Null((string?)answer["errorText"]);
        await _loaded.Task.WaitAsync(Patience);
    }

    private void OnEvent(string method, JsonObject data)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent" or "Network.webSocketCreated":
                AddRequest((string)data["requestId"]!, (string?)(data["request"]?["url"] ?? data["url"]) ?? "");
                break;
            case "Network.loadingFailed" when (string?)data["blockedReason"] == "csp":
                lock (_requests)
                {
                    _requests.Remove((string)data["requestId"]!);
                }

                break;
            case "Runtime.exceptionThrown":
                AddError((string?)(data["exceptionDetails"]?["exception"]?["description"] ?? data["exceptionDetails"]?["text"]) ?? "exception");
                break;
            case "Log.entryAdded" when (string?)data["entry"]!["level"] == "error":
                AddError((string?)data["entry"]!["text"] ?? "error");
                break;
            case "Runtime.consoleAPICalled" when (string?)data["type"] is "error" or "assert":
                IEnumerable<string?> arguments = data["args"]!.AsArray().Select(argument => (argument!["value"] ?? argument["description"])?.ToString());
                AddError(string.Join(' ', arguments));
                break;
            default:
                break;
        }
    }

    private void AddRequest(string id, string address)
    {
        const int Shown = 60;
        lock (_requests)
        {
            // A redirect keeps its request's id: the first address is the one that the page asked for.
            _requests.TryAdd(id, address.StartsWith("data:", StringComparison.Ordinal) ? address[..Math.Min(Shown, address.Length)] : address);
        }
    }

    private void AddError(string text)
    {
        lock (_errors)
        {
            _errors.Add(text);
        }
    }
}
