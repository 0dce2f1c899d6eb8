// A peer made of bytes, so that it can break every rule.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SmileNotebooks.Host;

namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

/// <summary>A connection to a bound socket that sends what a test wants.</summary>
internal sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private RawPeer(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawPeer> ConnectAsync(BoundSocket server)
    {
        Uri address = new(server.Endpoint);
        bool isTcp = address.Scheme == "tcp";
        Socket socket = new(isTcp ? AddressFamily.InterNetwork : AddressFamily.Unix, SocketType.Stream, isTcp ? ProtocolType.Tcp : ProtocolType.Unspecified);
        await socket.ConnectAsync(isTcp ? IPEndPoint.Parse(address.Authority) : new UnixDomainSocketEndPoint(address.LocalPath), Cancellation);
        return new RawPeer(socket);
    }

    /// <summary>A peer whose handshake is done.</summary>
    public static async Task<RawPeer> ConnectAsync(BoundSocket server, string socketType, string identity = "")
    {
        RawPeer peer = await ConnectAsync(server);
        await peer.SendAsync(Greeting("NULL"), Ready(("Socket-Type", socketType), ("Identity", identity)));
        await peer.ReceiveBytesAsync(64);
        (byte flags, byte[] body) = await peer.ReceiveFrameAsync();
        Assert.Equal(ZmtpFrame.Command, flags);
        Assert.StartsWith("\x05READY", Encoding.ASCII.GetString(body));
        return peer;
    }

    public static byte[] Greeting(string mechanism, byte major = 3, byte minor = 1)
    {
        byte[] greeting = new byte[64];
        greeting[0] = 0xff;
        greeting[9] = 0x7f;
        greeting[10] = major;
        greeting[11] = minor;
        Encoding.ASCII.GetBytes(mechanism, greeting.AsSpan(12));
        return greeting;
    }

    public static byte[] Ready(params (string Name, string Value)[] properties) =>
        Command("READY", [.. properties.SelectMany(property => Property(property.Name, Encoding.Latin1.GetBytes(property.Value)))]);

    public static byte[] Property(string name, byte[] value)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }

    public static byte[] Command(string name, params byte[] data) => Frame(ZmtpFrame.Command, [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data]);

    public static byte[] Frame(byte flags, params byte[] body) =>
        body.Length < 256 ? [flags, (byte)body.Length, .. body] : [.. LongHeader(flags, (ulong)body.Length), .. body];

    public static byte[] LongHeader(byte flags, ulong length)
    {
        byte[] header = new byte[9];
        header[0] = (byte)(flags | ZmtpFrame.Long);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(1), length);
        return header;
    }

    /// <summary>A message of ASCII frames.</summary>
    public static ZmtpMessage Message(params string[] frames) => new([.. frames.Select(frame => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(frame))]);

    public async Task SendAsync(params byte[][] pieces)
    {
        foreach (byte[] piece in pieces)
        {
            await _stream.WriteAsync(piece, Cancellation);
        }
    }

    public async Task<byte[]> ReceiveBytesAsync(int count)
    {
        byte[] bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Cancellation).AsTask().WaitAsync(Patience, Cancellation);
        return bytes;
    }

    public async Task<(byte Flags, byte[] Body)> ReceiveFrameAsync()
    {
        byte flags = (await ReceiveBytesAsync(1))[0];
        ulong length = (flags & ZmtpFrame.Long) == 0 ? (await ReceiveBytesAsync(1))[0] : BinaryPrimitives.ReadUInt64BigEndian(await ReceiveBytesAsync(8));
        return ((byte)(flags & ~ZmtpFrame.Long), await ReceiveBytesAsync((int)length));
    }

    /// <summary>A frame of ASCII.</summary>
    public async Task<(byte Flags, string Body)> ReceiveTextAsync()
    {
        (byte flags, byte[] body) = await ReceiveFrameAsync();
        return (flags, Encoding.ASCII.GetString(body));
    }

    /// <summary>Waits until the server has disconnected this peer for a reason.</summary>
    public async Task AssertBrokenAsync(BoundSocket server, string why)
    {
        await ReceiveUntilClosedAsync();
        await Eventually.HoldsAsync(() => server.Counters.LastProblem?.Contains(why, StringComparison.Ordinal) == true, $"the peer is disconnected: {why}");
    }

    /// <summary>All that comes until the other side closes.</summary>
    public async Task<byte[]> ReceiveUntilClosedAsync()
    {
        using MemoryStream all = new();
        try
        {
            await _stream.CopyToAsync(all, Cancellation).WaitAsync(Patience, Cancellation);
        }
        catch (IOException)
        {
            // A connection that is reset is closed as well.
        }

        return all.ToArray();
    }

    public void Dispose() => _stream.Dispose();
}
