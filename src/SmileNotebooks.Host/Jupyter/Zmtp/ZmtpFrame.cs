// The frame of ZMTP 3.0 (https://rfc.zeromq.org/spec/23): a flags octet, a length of one or eight octets, a body.
using System.Buffers.Binary;

namespace SmileNotebooks.Host;

/// <summary>A frame as it came in.</summary>
/// <param name="Flags">The flags octet.</param>
/// <param name="Body">The bytes, which nobody changes later.</param>
internal readonly record struct ZmtpFrame(byte Flags, ReadOnlyMemory<byte> Body)
{
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;
    public const byte Known = More | Long | Command;

    /// <summary>Longest header: flags and a long length.</summary>
    public const int MaxHeader = 9;

    public bool IsCommand => (Flags & Command) != 0;

    public bool HasMore => (Flags & More) != 0;

    public static int HeaderSize(int bodyLength) => bodyLength <= byte.MaxValue ? 2 : MaxHeader;

    /// <summary>Writes a header for a body; <paramref name="flags"/> is without the long bit.</summary>
    /// <returns>The header's size.</returns>
    public static int WriteHeader(Span<byte> target, byte flags, int bodyLength)
    {
        if (bodyLength <= byte.MaxValue)
        {
            target[0] = flags;
            target[1] = (byte)bodyLength;
            return 2;
        }

        target[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteUInt64BigEndian(target[1..], (ulong)bodyLength);
        return MaxHeader;
    }
}
