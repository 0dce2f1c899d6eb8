// A headless Chromium driven over its DevTools WebSocket: https://chromedevtools.github.io/devtools-protocol/
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SystemTests;

/// <summary>One browser process for the tests of a class (<c>IClassFixture&lt;Chromium&gt;</c>); it starts with the first page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    // WebGL in software: 3-D figures are drawn on machines without a graphics card too.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--font-render-hinting=none", "--remote-debugging-port=0", "about:blank",
    ];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _profile = Path.Combine(Path.GetTempPath(), $"smile-chromium-{Guid.NewGuid():N}");
    private Process? _process;
    private DevToolsSocket? _socket;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a file in a new page and waits until it has loaded. Skips the test where no Chromium is installed, unless in CI.</summary>
    /// <param name="path">An HTML file.</param>
    /// <param name="width">Width of the viewport, CSS pixels.</param>
    /// <param name="height">Height of the viewport, CSS pixels.</param>
    /// <param name="dark">Whether the reader's system prefers dark colours.</param>
    public Task<ChromiumPage> OpenAsync(string path, int width = 1280, int height = 900, bool dark = false) =>
        OpenAddressAsync(new Uri(Path.GetFullPath(path)), width, height, dark);

    /// <summary>Opens an address, such as that of a server on this machine, as <see cref="OpenAsync"/> opens a file.</summary>
    /// <param name="address">The address.</param>
    /// <param name="width">Width of the viewport, CSS pixels.</param>
    /// <param name="height">Height of the viewport, CSS pixels.</param>
    /// <param name="dark">Whether the reader's system prefers dark colours.</param>
    public async Task<ChromiumPage> OpenAddressAsync(Uri address, int width = 1280, int height = 900, bool dark = false)
    {
        DevToolsSocket socket = await StartAsync();
        string context = (string)(await socket.SendAsync("Target.createBrowserContext", []))["browserContextId"]!;
        string target = (string)(await socket.SendAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }))["targetId"]!;
        string session = (string)(await socket.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
        ChromiumPage page = new(socket, session, context);
        await page.PrepareAsync(width, height, dark);
        await page.NavigateAsync(address.AbsoluteUri);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_socket is not null)
        {
            await _socket.DisposeAsync();
        }

        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _gate.Dispose();
        if (Directory.Exists(_profile))
        {
            Directory.Delete(_profile, recursive: true);
        }
    }

    private async Task<DevToolsSocket> StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _socket ??= await LaunchAsync(Find());
        }
        finally
        {
            _gate.Release();
        }
    }

    private static string Find()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? path = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).FirstOrDefault(File.Exists);
        const string Missing = "No Chromium was found on the PATH (Debian: apt-get install chromium).";
        if (path is null && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(Missing);
        }

        Assert.SkipWhen(path is null, Missing);
        return path!;
    }

    private async Task<DevToolsSocket> LaunchAsync(string path)
    {
        const string Announcement = "DevTools listening on ";
        ProcessStartInfo start = new(path, [$"--user-data-dir={_profile}", .. Flags]) { RedirectStandardError = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        List<string> said = [];
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                // The pipe must be emptied, or the browser stops when it is full.
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return await DevToolsSocket.ConnectAsync(new Uri(line[Announcement.Length..]));
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"{path} did not start: {string.Join(Environment.NewLine, said)}");
    }
}
