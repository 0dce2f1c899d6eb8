// The classic Notebook's server, on this machine alone, in a folder of its own.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SmileNotebooks.Host;

namespace SystemTests.Jupyter;

/// <summary>A running classic Notebook that has our kernel.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _log = [];

    private NotebookServer(Process process, Uri address, string folder)
    {
        (_process, Address, Folder) = (process, address, folder);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Its address, ending in a slash.</summary>
    public Uri Address { get; }

    /// <summary>The folder that it serves.</summary>
    public string Folder { get; }

    /// <summary>What it logged.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    public static async Task<NotebookServer> StartAsync(InstalledKernel kernel)
    {
        string python = await Python.WithAsync(InstalledKernel.DebianPackages, "notebook");
        int port = FreePort();
        string folder = Directory.CreateDirectory(kernel.PathOf("notebooks")).FullName;
        ProcessStartInfo start = new(python,
        [
            "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0", "--NotebookApp.token=", "--NotebookApp.password=",
            $"--notebook-dir={folder}",
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in kernel.Variables)
        {
            start.Environment[name] = value;
        }

        NotebookServer server = new(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"), folder);
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a notebook of these code cells into the folder.</summary>
    /// <returns>Its address.</returns>
    public Uri Add(string name, params string[] cells)
    {
        NotebookFile.Write(InstalledKernel.Notebook(cells), Path.Combine(Folder, name));
        return new Uri(Address, $"notebooks/{name}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using HttpClient client = new();
        for (int attempt = 0; attempt < 300; attempt++)
        {
            Assert.False(_process.HasExited, $"The Notebook server ended:\n{Log}");
            try
            {
                if ((await client.GetAsync(new Uri(Address, "api/kernelspecs"), TestContext.Current.CancellationToken)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The Notebook server did not answer:\n{Log}");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.Add(line ?? "");
        }
    }
}
