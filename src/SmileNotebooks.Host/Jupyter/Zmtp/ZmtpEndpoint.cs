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

    /// <summary>The address that a host stands for; null if it stands for none. Names are not looked up.</summary>
    public static IPAddress? AddressOf(string host) => host.Trim('[', ']') switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        string other => IPAddress.TryParse(other, out IPAddress? parsed) ? parsed : null,
    };

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
        return colon > Tcp.Length && AddressOf(endpoint[Tcp.Length..colon]) is { } address && ushort.TryParse(endpoint[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? new IPEndPoint(address, port)
            : throw new ArgumentException($"'{endpoint}': expected tcp://address:port with an IP address, localhost or *, and a port of 0 to 65535.", nameof(endpoint));
    }

    private static ZmtpEndpoint ListenIpc(string endpoint)
    {
        string path = Path.GetFullPath(endpoint[Ipc.Length..] is { Length: > 0 } given
            ? given
            : throw new ArgumentException($"'{endpoint}': expected a path after ipc://.", nameof(endpoint)));
        UnixDomainSocketEndPoint address = PathOf(path);
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

    private static UnixDomainSocketEndPoint PathOf(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new IOException($"ipc://{path} cannot be bound: the path of a socket may have about 100 bytes.", e);
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
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused && IsSocket(path))
        {
            File.Delete(path);
            return;
        }
        catch (SocketException e)
        {
            throw new IOException($"ipc://{path} cannot be bound: {(IsSocket(path) ? e.Message : "a file that is no socket is there.")}", e);
        }

        throw new IOException($"ipc://{path} cannot be bound: another process listens there.");
    }

    /// <summary>Linux refuses connections to any file, so the file itself is asked: .NET sees a socket as neither empty file nor folder nor link.</summary>
    private static bool IsSocket(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return false;
        }
        catch (IOException)
        {
            // ENXIO: a socket cannot be opened.
            return true;
        }
    }
}
