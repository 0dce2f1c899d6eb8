// A connecting ZMTP 3.0 socket, as a front end has: only what the kernel's tests need.
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmileNotebooks.Host.Tests.Jupyter;

internal sealed class ClientSocket : IDisposable
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    private readonly NetworkStream _stream;

    private ClientSocket(NetworkStream stream) => _stream = stream;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ClientSocket> ConnectAsync(string endpoint, string type, string identity)
    {
        TcpClient client = new();
        await client.ConnectAsync(IPEndPoint.Parse(new Uri(endpoint).Authority), Cancellation);
        client.NoDelay = true;
        ClientSocket socket = new(client.GetStream());
        byte[] greeting = new byte[64];
        (greeting[0], greeting[9], greeting[10]) = (0xff, 0x7f, 3);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        await socket._stream.WriteAsync(greeting, Cancellation);
        await socket.SendFrameAsync(Command, [5, .. "READY"u8, .. Property("Socket-Type", type), .. Property("Identity", identity)]);
        await socket._stream.ReadExactlyAsync(new byte[64], Cancellation);
        (byte flags, byte[] ready) = await socket.ReceiveFrameAsync();
        Assert.True((flags & Command) != 0 && Encoding.ASCII.GetString(ready).Contains("READY", StringComparison.Ordinal), $"The kernel's socket answered: {Encoding.ASCII.GetString(ready)}");
        return socket;
    }

    /// <summary>Of a SUB socket: asks for all topics.</summary>
    public Task SubscribeAsync() => SendFrameAsync(0, [1]);

    public async Task SendAsync(ZmtpMessage message)
    {
        for (int i = 0; i < message.Frames.Length; i++)
        {
            await SendFrameAsync(i + 1 < message.Frames.Length ? More : (byte)0, message.Frames[i].ToArray());
        }
    }

    public async Task<ZmtpMessage> ReceiveAsync()
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder frames = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        while (true)
        {
            (byte flags, byte[] body) = await ReceiveFrameAsync();
            frames.Add(body);
            if ((flags & More) == 0)
            {
                return new ZmtpMessage(frames.ToImmutable());
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private static byte[] Property(string name, string value)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.ASCII.GetBytes(value)];
    }

    private async Task SendFrameAsync(byte flags, byte[] body)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, body.Length);
        await _stream.WriteAsync((byte[])[(byte)(flags | (body.Length > 255 ? Long : 0)), .. body.Length > 255 ? length : [(byte)body.Length], .. body], Cancellation);
    }

    private async Task<(byte Flags, byte[] Body)> ReceiveFrameAsync()
    {
        byte[] start = await ReadAsync(2);
        long length = (start[0] & Long) == 0 ? start[1] : BinaryPrimitives.ReadInt64BigEndian([start[1], .. await ReadAsync(7)]);
        return (start[0], await ReadAsync((int)length));
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        byte[] bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }
}
