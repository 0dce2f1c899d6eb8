// Commands: frames that sockets say to each other beside the messages.
using System.Buffers.Binary;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>A command's name and data.</summary>
internal readonly record struct ZmtpCommand(string Name, ReadOnlyMemory<byte> Data)
{
    public const string Ready = "READY";
    public const string Error = "ERROR";
    public const string Ping = "PING";
    public const string Pong = "PONG";
    public const string Subscribe = "SUBSCRIBE";
    public const string Cancel = "CANCEL";

    /// <summary>A PING's time to live comes before its context, which the PONG gives back.</summary>
    private const int PingTimeToLive = 2;
    private const int MaxPingContext = 16;

    /// <exception cref="ZmtpProtocolException">The body has no name, or one longer than the body.</exception>
    public static ZmtpCommand Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> bytes = body.Span;
        if (bytes.Length == 0 || bytes[0] == 0 || bytes[0] > bytes.Length - 1)
        {
            throw new ZmtpProtocolException("A command has no name.");
        }

        return new ZmtpCommand(Encoding.ASCII.GetString(bytes.Slice(1, bytes[0])), body[(1 + bytes[0])..]);
    }

    /// <summary>The answer to a PING.</summary>
    /// <param name="data">The PING's data.</param>
    public static byte[] PongFor(ReadOnlyMemory<byte> data)
    {
        if (data.Length is < PingTimeToLive or > PingTimeToLive + MaxPingContext)
        {
            throw new ZmtpProtocolException($"A PING has {data.Length} bytes; expected 2 to 18.");
        }

        return FrameWriter.Command(Pong, data.Span[PingTimeToLive..]);
    }

    /// <summary>The reason of an ERROR, its octets that are no printable ASCII shown as question marks.</summary>
    /// <param name="data">The ERROR's data: a length octet and the reason.</param>
    public static string ReasonOf(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> reason = data.Length > 0 ? data.Slice(1, Math.Min(data[0], data.Length - 1)) : default;
        return string.Create(reason.Length, reason, static (text, bytes) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = bytes[i] is >= 0x20 and < 0x7f ? (char)bytes[i] : '?';
            }
        });
    }

    /// <summary>An ERROR frame.</summary>
    /// <param name="reason">ASCII; cut after 255 characters.</param>
    public static byte[] ErrorFor(string reason)
    {
        byte[] text = Encoding.ASCII.GetBytes(reason.Length > byte.MaxValue ? reason[..byte.MaxValue] : reason);
        return FrameWriter.Command(Error, [(byte)text.Length, .. text]);
    }

    /// <summary>A READY frame.</summary>
    public static byte[] ReadyFor(string socketType)
    {
        List<byte> data = [];
        AddProperty(data, PeerMetadata.SocketTypeName, Encoding.ASCII.GetBytes(socketType));
        AddProperty(data, PeerMetadata.IdentityName, []);
        return FrameWriter.Command(Ready, [.. data]);
    }

    private static void AddProperty(List<byte> data, string name, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        data.Add((byte)name.Length);
        data.AddRange(Encoding.ASCII.GetBytes(name));
        data.AddRange(length);
        data.AddRange(value);
    }
}
