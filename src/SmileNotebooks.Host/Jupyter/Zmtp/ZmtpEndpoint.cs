// Where a socket is bound: tcp://address:port or ipc://path.
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SmileNotebooks.Host;

/// <summary>A listening socket and its address.</summary>
internal sealed class ZmtpEndpoint : IDisposable
{
    private const string Tcp = "tcp://";
    private const string Ipc = "ipc://";
    private const int Backlog = 128;

    private readonly string? _file;

    private ZmtpEndpoint(Socket listener, string address, string? file)
    {
        Listener = listener;
        Address = address;
        _file = file;
    }

    public Socket Listener { get; }

    /// <summary>The endpoint with the real port.</summary>
    public string Address { get; }

    /// <param name="endpoint"><c>tcp://127.0.0.1:0</c> (0: a free port; <c>*</c>: every address of the machine) or <c>ipc:///path</c>.</param>
    /// <exception cref="ArgumentException">Not such an endpoint.</exception>
    /// <exception cref="IOException">The address or the path is taken, or may not be bound.</exception>
    public static ZmtpEndpoint Listen(string endpoint)
    {
        try
        {
            return endpoint.StartsWith(Tcp, StringComparison.Ordinal) ? ListenTcp(endpoint)
                : endpoint.StartsWith(Ipc, StringComparison.Ordinal) ? ListenIpc(endpoint)
                : throw new ArgumentException($"'{endpoint}': expected tcp://address:port or ipc://path.", nameof(endpoint));
        }
        catch (SocketException e)
        {
            throw new IOException($"{endpoint} cannot be bound: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        Listener.Dispose();
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    private static ZmtpEndpoint ListenTcp(string endpoint)
    {
        IPEndPoint address = ParseTcp(endpoint);
        Socket listener = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(address);
            listener.Listen(Backlog);
            return new ZmtpEndpoint(listener, Tcp + listener.LocalEndPoint, file: null);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private static IPEndPoint ParseTcp(string endpoint)
    {
        int colon = endpoint.LastIndexOf(':');
        string host = colon > Tcp.Length ? endpoint[Tcp.Length..colon].Trim('[', ']') : "";
        IPAddress? address = host switch
        {
            "*" => IPAddress.Any,
            "localhost" => IPAddress.Loopback,
            _ => IPAddress.TryParse(host, out IPAddress? parsed) ? parsed : null,
        };
        return address is not null && ushort.TryParse(endpoint[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? new IPEndPoint(address, port)
            : throw new ArgumentException($"'{endpoint}': expected tcp://address:port with an IP address, localhost or *, and a port of 0 to 65535.", nameof(endpoint));
    }

    private static ZmtpEndpoint ListenIpc(string endpoint)
    {
        string path = Path.GetFullPath(endpoint[Ipc.Length..] is { Length: > 0 } given
            ? given
            : throw new ArgumentException($"'{endpoint}': expected a path after ipc://.", nameof(endpoint)));
        UnixDomainSocketEndPoint address = AddressOf(path);
        RemoveStale(path, address);
        Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(address);
            if (!OperatingSystem.IsWindows())
            {
                // Before Listen nobody gets in, so there is no moment in which others could.
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            listener.Listen(Backlog);
            return new ZmtpEndpoint(listener, Ipc + path, path);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private static UnixDomainSocketEndPoint AddressOf(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new ArgumentException($"ipc://{path}: the path of a socket may have about 100 bytes.", nameof(path), e);
        }
    }

    /// <summary>A process that was killed leaves its socket's file behind; nobody answers there.</summary>
    private static void RemoveStale(string path, UnixDomainSocketEndPoint address)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using Socket probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(address);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused && new FileInfo(path).Length == 0)
        {
            File.Delete(path);
            return;
        }

        throw new IOException($"ipc://{path} cannot be bound: another process listens there.");
    }
}
