// By what a router knows its peers: bytes that are compared by value.
using System.Security.Cryptography;

namespace SmileNotebooks.Host;

/// <summary>The identity of a peer, 1 to 255 bytes.</summary>
internal readonly struct PeerIdentity(ReadOnlyMemory<byte> bytes) : IEquatable<PeerIdentity>
{
    public const int MaxLength = 255;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>An identity for a peer that brings none: five bytes that begin with zero, which no peer may choose.</summary>
    public static PeerIdentity Generate()
    {
        byte[] bytes = new byte[5];
        RandomNumberGenerator.Fill(bytes.AsSpan(1));
        return new PeerIdentity(bytes);
    }

    public bool Equals(PeerIdentity other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override bool Equals(object? obj) => obj is PeerIdentity other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => Convert.ToHexStringLower(Bytes.Span);
}
