// A browser process without a window, with a profile of its own that is deleted with it, and the socket that commands it.
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class HeadlessBrowser : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // WebGL in software: 3-D figures are drawn on machines without a graphics card too, and alike on all. No call to any network.
    private static readonly string[] s_flags =
    [
        "--headless", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--font-render-hinting=none", "--force-color-profile=srgb", "--remote-debugging-port=0", "about:blank",
    ];

    private readonly Process _process;
    private readonly string _profile;
    private readonly DevToolsSocket _socket;

    private HeadlessBrowser(Process process, string profile, DevToolsSocket socket) => (_process, _profile, _socket) = (process, profile, socket);

    /// <summary>Whether it is gone by itself: no page can be opened any more.</summary>
    public bool HasEnded => _socket.IsClosed;

    /// <param name="program">The browser, as <see cref="BrowserFinder"/> finds it.</param>
    /// <param name="stop">Ends the start.</param>
    /// <exception cref="BrowserException">It did not start.</exception>
    public static async Task<HeadlessBrowser> StartAsync(string program, CancellationToken stop)
    {
        // A browser's sandbox cannot be had by root, nor in most containers. The code of the notebook whose page is opened has
        // run on this machine with the user's own rights, so that without a sandbox its page may do nothing new.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            return await StartAsync(program, ["--no-sandbox"], stop);
        }

        try
        {
            return await StartAsync(program, [], stop);
        }
        catch (BrowserException error) when (OperatingSystem.IsLinux() && error.Message.Contains("sandbox", StringComparison.OrdinalIgnoreCase))
        {
            return await StartAsync(program, ["--no-sandbox"], stop);
        }
    }

    /// <summary>Opens an empty page that shares nothing with the others.</summary>
    public async Task<BrowserPage> OpenAsync(CancellationToken stop = default)
    {
        string context = (string)(await _socket.SendAsync("Target.createBrowserContext", [], stop: stop))["browserContextId"]!;
        JsonObject blank = new() { ["url"] = "about:blank", ["browserContextId"] = context };
        string target = (string)(await _socket.SendAsync("Target.createTarget", blank, stop: stop))["targetId"]!;
        string session = (string)(await _socket.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, stop: stop))["sessionId"]!;
        BrowserPage page = new(_socket, session, context);
        await page.PrepareAsync(stop);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync();
        await EndAsync(_process, _profile);
    }

    private static async Task<HeadlessBrowser> StartAsync(string program, string[] flags, CancellationToken stop)
    {
        string profile = Directory.CreateTempSubdirectory("notebook-browser-").FullName;
        ProcessStartInfo start = new(program, [$"--user-data-dir={profile}", .. flags, .. s_flags]) { RedirectStandardError = true, RedirectStandardOutput = true };
        Process process = Launch(start, profile);
        try
        {
            Uri address = await AnnouncedAddressAsync(process, program, stop);
            return new(process, profile, await DevToolsSocket.ConnectAsync(address, stop));
        }
        catch
        {
            await EndAsync(process, profile);
            throw;
        }
    }

    private static Process Launch(ProcessStartInfo start, string profile)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            DeleteProfile(profile);
            throw new BrowserException($"{start.FileName}: the browser could not be started: {error.Message}", error);
        }
    }

    private static async Task<Uri> AnnouncedAddressAsync(Process process, string program, CancellationToken stop)
    {
        // The pipes must be emptied, or the browser stops when they are full.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        List<string> said = [];
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        try
        {
            while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                {
                    _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                    return new Uri(line[Announcement.Length..]);
                }

                said.Add(line);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            said.Add($"no answer within {s_patience.TotalSeconds:0} s");
        }

        throw new BrowserException($"{program}: the browser did not start: {string.Join(" | ", said.TakeLast(5))}");
    }

    private static async Task EndAsync(Process process, string profile)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync();
        process.Dispose();
        DeleteProfile(profile);
    }

    // A helper process of the browser may live for a moment longer and hold a file; a folder in the temporary files then stays.
    private static void DeleteProfile(string profile)
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
