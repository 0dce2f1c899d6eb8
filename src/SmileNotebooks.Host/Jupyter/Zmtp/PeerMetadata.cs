// What a peer says of itself in its READY command.
using System.Buffers.Binary;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>The properties that matter here.</summary>
/// <param name="SocketType">Such as DEALER.</param>
/// <param name="Identity">The identity that the peer chose; null if none.</param>
internal sealed record PeerMetadata(string SocketType, PeerIdentity? Identity)
{
    public const string SocketTypeName = "Socket-Type";
    public const string IdentityName = "Identity";

    /// <exception cref="ZmtpProtocolException">A property is cut short, the socket type is absent, or the identity is not a valid one.</exception>
    public static PeerMetadata Parse(ReadOnlyMemory<byte> data)
    {
        string? socketType = null;
        PeerIdentity? identity = null;
        while (data.Length > 0)
        {
            (string name, ReadOnlyMemory<byte> value) = TakeProperty(ref data);
            if (name.Equals(SocketTypeName, StringComparison.OrdinalIgnoreCase))
            {
                socketType = Encoding.ASCII.GetString(value.Span);
            }
            else if (name.Equals(IdentityName, StringComparison.OrdinalIgnoreCase) && value.Length > 0)
            {
                identity = Checked(value);
            }
        }

        return socketType is null
            ? throw new ZmtpProtocolException("READY has no Socket-Type.") { IsFinal = true }
            : new PeerMetadata(socketType, identity);
    }

    private static PeerIdentity Checked(ReadOnlyMemory<byte> value) =>
        value.Length <= PeerIdentity.MaxLength && value.Span[0] != 0
            ? new PeerIdentity(value)
            : throw new ZmtpProtocolException("READY has an identity that begins with zero or is longer than 255 bytes.") { IsFinal = true };

    private static (string Name, ReadOnlyMemory<byte> Value) TakeProperty(ref ReadOnlyMemory<byte> data)
    {
        int name = data.Span[0];
        int valueAt = 1 + name + sizeof(uint);
        if (name == 0 || data.Length < valueAt)
        {
            throw CutShort();
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(data.Span[(1 + name)..]);
        if (length > data.Length - valueAt)
        {
            throw CutShort();
        }

        (string, ReadOnlyMemory<byte>) property = (Encoding.ASCII.GetString(data.Span.Slice(1, name)), data.Slice(valueAt, (int)length));
        data = data[(valueAt + (int)length)..];
        return property;
    }

    private static ZmtpProtocolException CutShort() => new("READY has a property that is cut short.") { IsFinal = true };
}
