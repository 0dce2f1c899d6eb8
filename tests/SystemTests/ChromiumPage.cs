using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

/// <summary>A page of the browser, with what it logged and asked for since it was opened.</summary>
public sealed class ChromiumPage : IAsyncDisposable
{
    private readonly BrowserPage _page;
    private readonly List<string> _errors = [];
    private readonly Dictionary<string, string> _requests = [];

    internal ChromiumPage(BrowserPage page)
    {
        _page = page;
        page.Listen(OnEvent);
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
    /// <exception cref="BrowserException">The expression threw.</exception>
    public Task<T> EvaluateAsync<T>(string expression) => _page.EvaluateAsync<T>(expression);

    /// <summary>Evaluates statements for what they do.</summary>
    public Task RunAsync(string statements) => EvaluateAsync<bool>($"(async () => {{ {statements}; return true; }})()");

    /// <summary>Waits until an expression is true; fails with what the page logged if it does not become so within a minute.</summary>
    public async Task WaitForAsync(string expression) =>
        Assert.True(await _page.WaitForAsync(expression), $"`{expression}` did not become true. The page logged: {string.Join("; ", Errors)}");

    /// <summary>Sets the viewport, CSS pixels.</summary>
    public Task SetViewportAsync(int width, int height) => _page.SetViewportAsync(width, height);

    /// <summary>Sets what the reader's system prefers, light or dark colours.</summary>
    public Task PreferDarkAsync(bool dark) => _page.PreferDarkAsync(dark);

    /// <summary>Presses and releases a key, such as Tab, Enter, Space or ArrowRight.</summary>
    public async Task PressAsync(string key)
    {
        (string code, int number, string text) = key switch { "Enter" => ("Enter", 13, "\r"), "Space" => ("Space", 32, " "), "Tab" => ("Tab", 9, ""), "ArrowRight" => ("ArrowRight", 39, ""), _ => (key, 0, "") };
        JsonObject Event(string type) => new() { ["type"] = type, ["key"] = key == "Space" ? " " : key, ["code"] = code, ["windowsVirtualKeyCode"] = number, ["text"] = type == "keyDown" ? text : "" };
        await SendAsync("Input.dispatchKeyEvent", Event("keyDown"));
        await SendAsync("Input.dispatchKeyEvent", Event("keyUp"));
    }

    /// <summary>Takes a picture of the whole page; for people to look at, into the folder that SMILE_SCREENSHOTS names.</summary>
    /// <param name="name">The file's name without its extension.</param>
    public async Task ScreenshotAsync(string name)
    {
        JsonObject answer = await SendAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true });
        byte[] png = Convert.FromBase64String((string)answer["data"]!);
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        if (Environment.GetEnvironmentVariable("SMILE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), png, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends a command of the DevTools protocol to the page.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject parameters) => _page.SendAsync(method, parameters);

    /// <summary>Closes the page.</summary>
    public ValueTask DisposeAsync() => _page.DisposeAsync();

    internal Task NavigateAsync(string address) => _page.NavigateAsync(address);

    private void OnEvent(string method, JsonObject data)
    {
        switch (method)
        {
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
