// The heartbeat of a kernel: says back whatever it hears, on the thread that reads, so that a busy kernel still beats.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>
/// A bound socket that echoes every message to its sender, all frames as they came. So it serves REQ peers, whose empty delimiter comes back,
/// and DEALER and ROUTER peers alike.
/// </summary>
internal sealed class HeartbeatSocket : BoundSocket
{
    private HeartbeatSocket(string endpoint, ZmtpLimits? limits) : base(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"], limits)
    {
    }

    /// <inheritdoc cref="RouterSocket.Bind"/>
    public static HeartbeatSocket Bind(string endpoint, ZmtpLimits? limits = null)
    {
        HeartbeatSocket socket = new(endpoint, limits);
        socket.Start();
        return socket;
    }

    protected override ValueTask ReceiveAsync(ZmtpPeer peer, ImmutableArray<ReadOnlyMemory<byte>> frames, long size)
    {
        if (peer.Outgoing.Add(FrameWriter.Message(frames.AsSpan())) == Enqueued.Full)
        {
            Counters.CountDropped();
            peer.Close($"The peer {peer.Identity} does not read: {Limits.OutgoingBytes} bytes wait for it.");
        }

        return ValueTask.CompletedTask;
    }
}
