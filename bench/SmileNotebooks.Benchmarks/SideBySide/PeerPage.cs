using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Benchmarks.SideBySide;

/// <summary>What a contender did in its turn.</summary>
/// <param name="Milliseconds">Each timed call.</param>
/// <param name="Landmarks">x and y of each point after the last call, in pixels.</param>
internal sealed record Turn(double[] Milliseconds, double[] Landmarks);

/// <summary>What a contender is to do.</summary>
internal sealed record TurnOrder(string Peer, int Photo, int WarmUps, int Repeats);

/// <summary>Serves the page of the peers from 127.0.0.1 and takes turns with it: the page asks for its next turn with the result of
/// its last, and waits idle until it is due.</summary>
internal sealed class PeerPage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpListener _listener = new();
    private readonly string _npm = Path.Combine(Checkout.Root, "bench", "node_modules", "@mediapipe");
    private readonly string _bundleFolder;
    private readonly IReadOnlyList<byte[]> _photos;
    private HttpListenerContext? _waiting;

    /// <param name="photos">PNG files, so that the peers see the very pixels that we see.</param>
    /// <param name="bundleFolder">Where <c>face_landmarker.task</c> is.</param>
    public PeerPage(IReadOnlyList<byte[]> photos, string bundleFolder)
    {
        _photos = photos;
        _bundleFolder = bundleFolder;
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
    }

    public string Address { get; }

    /// <summary>Waits until the page has loaded its peers.</summary>
    public async Task WaitUntilReadyAsync() => await NextAnswerAsync();

    public async Task<Turn> TakeTurnAsync(TurnOrder order)
    {
        await ReplyAsync(_waiting!, JsonSerializer.SerializeToUtf8Bytes(order, Json), "application/json");
        Answer answer = await NextAnswerAsync();
        return new Turn(answer.Milliseconds!, answer.Landmarks!);
    }

    public async Task EndAsync() => await ReplyAsync(_waiting!, """{"end":true}"""u8.ToArray(), "application/json");

    public void Dispose() => _listener.Close();

    /// <summary>Serves files until the page has done what it was told.</summary>
    private async Task<Answer> NextAnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context = await _listener.GetContextAsync().WaitAsync(Patience);
            if (context.Request.HttpMethod != "POST")
            {
                await ServeAsync(context);
                continue;
            }

            _waiting = context;
            Answer answer = (await JsonSerializer.DeserializeAsync<Answer>(context.Request.InputStream, Json))!;
            return answer.Error is null ? answer : throw new InvalidOperationException($"The peers' page failed: {answer.Error}");
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        string[] parts = path.TrimStart('/').Split('/', 2);
        byte[]? bytes = parts switch
        {
            [""] => ReadFile(Path.Combine(Checkout.Root, "bench", "side-by-side"), "index.html"),
            ["page", string file] => ReadFile(Path.Combine(Checkout.Root, "bench", "side-by-side"), file),
            ["photos", string number] => _photos[int.Parse(number)],
            ["models", string file] => ReadFile(_bundleFolder, file),
            ["face_mesh" or "tasks-vision", _] => ReadFile(_npm, path.TrimStart('/')),
            _ => null,
        };
        if (bytes is null)
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }

        await ReplyAsync(context, bytes, ContentType(path));
    }

    private static byte[]? ReadFile(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        "" => path == "/" ? "text/html" : "image/png",
        ".js" or ".mjs" => "text/javascript",
        ".wasm" => "application/wasm",
        _ => "application/octet-stream",
    };

    private static async Task ReplyAsync(HttpListenerContext context, byte[] bytes, string contentType)
    {
        HttpListenerResponse response = context.Response;
        response.ContentType = contentType;
        // A page isolated from all others gets the browser's finest clock (5 microseconds instead of 100).
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    private sealed record Answer(double[]? Milliseconds, double[]? Landmarks, string? Error);
}
