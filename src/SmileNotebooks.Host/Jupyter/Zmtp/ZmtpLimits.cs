// What a bound socket puts up with. The peers of a kernel are its user's own front ends, but anything may knock at a port.
namespace SmileNotebooks.Host;

/// <summary>Limits of a bound socket; a peer that breaks one is disconnected unless it says otherwise.</summary>
internal sealed record ZmtpLimits
{
    public static ZmtpLimits Default { get; } = new();

    /// <summary>Longest frame that is received, bytes. Default 512 MiB: a cell of 100 MB passes, whatever JSON makes of its characters.</summary>
    public long FrameBytes { get; init; } = 512L << 20;

    /// <summary>Longest message that is received, bytes of all its frames. Default 1 GiB.</summary>
    public long MessageBytes { get; init; } = 1L << 30;

    /// <summary>Most frames of one message that is received. Default 4096: a widget may send hundreds of buffers at once.</summary>
    public int MessageFrames { get; init; } = 4096;

    /// <summary>Time from the connection to the peer's READY. Default 10 s.</summary>
    public TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most peers at once, those that still shake hands included; a later one is refused. Default 1000.</summary>
    public int Peers { get; init; } = 1000;

    /// <summary>
    /// Bytes that may wait for one peer to read them. Default 64 MiB. A message is taken as long as less than that waits, so that a single long one
    /// always passes. Beyond it, a router disconnects the peer and a publisher drops the message for that peer and counts it.
    /// </summary>
    public long OutgoingBytes { get; init; } = 64L << 20;

    /// <summary>Bytes received of one peer that nobody has taken yet; beyond them that peer is not read further, others are. Default 64 MiB.</summary>
    public long IncomingBytes { get; init; } = 64L << 20;

    /// <summary>Most subscriptions of one peer of a publisher. Default 10000.</summary>
    public int Subscriptions { get; init; } = 10_000;

    /// <summary>How long a socket that is disposed still tries to send what waits. Default 1 s.</summary>
    public TimeSpan LingerTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What a queued frame costs beside its bytes, so that empty frames fill a queue too.</summary>
    internal const int FrameOverhead = 64;
}
