// A socket that knows its peers by name: whoever asks is answered, and nobody else.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace SmileNotebooks.Host;

/// <summary>
/// A bound ROUTER. The first frame of each message, received or sent, is the peer's identity: the one it chose, or five bytes that begin with zero.
/// A second peer with an identity that is in use is refused, and may try again later.
/// </summary>
internal sealed class RouterSocket : BoundSocket
{
    private readonly ConcurrentDictionary<PeerIdentity, ZmtpPeer> _known = [];
    private readonly Channel<(ZmtpPeer Peer, ZmtpMessage Message, long Size)> _received =
        Channel.CreateUnbounded<(ZmtpPeer, ZmtpMessage, long)>(new UnboundedChannelOptions { SingleReader = false });

    private RouterSocket(string endpoint, ZmtpLimits? limits) : base(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"], limits)
    {
    }

    /// <param name="endpoint"><c>tcp://127.0.0.1:0</c> (0: a free port) or <c>ipc:///path</c>.</param>
    /// <param name="limits">Default: <see cref="ZmtpLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">The endpoint is not understood.</exception>
    /// <exception cref="IOException">The endpoint is taken or may not be bound.</exception>
    public static RouterSocket Bind(string endpoint, ZmtpLimits? limits = null)
    {
        RouterSocket socket = new(endpoint, limits);
        socket.Start();
        return socket;
    }

    /// <summary>The next message of any peer, in the order of arrival; frame 0 is the peer's identity.</summary>
    /// <exception cref="ObjectDisposedException">The socket was closed.</exception>
    public async ValueTask<ZmtpMessage> ReceiveAsync(CancellationToken cancellation = default)
    {
        try
        {
            (ZmtpPeer peer, ZmtpMessage message, long size) = await _received.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            peer.Incoming.Release(size);
            return message;
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(RouterSocket));
        }
    }

    /// <summary>
    /// Queues a message for the peer that frame 0 names; what the queue holds is sent in order. Never waits: a peer for which
    /// <see cref="ZmtpLimits.OutgoingBytes"/> wait unread is disconnected, so that it neither fills the memory nor holds up the others.
    /// </summary>
    /// <returns>False if the message was not taken: no such peer, or one that does not read. Counted as dropped.</returns>
    /// <exception cref="ArgumentException">Fewer than two frames.</exception>
    public ValueTask<bool> SendAsync(ZmtpMessage message, CancellationToken cancellation = default)
    {
        if (message.Frames.Length < 2)
        {
            throw new ArgumentException($"A router's message has {message.Frames.Length} frames; expected an identity and at least one frame.", nameof(message));
        }

        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Send(message));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        _received.Writer.TryComplete();
    }

    protected override string? Admit(ZmtpPeer peer) =>
        _known.TryAdd(peer.Identity, peer) ? null : $"The identity {peer.Identity} is in use by another peer.";

    protected override void Leave(ZmtpPeer peer) => _known.TryRemove(new KeyValuePair<PeerIdentity, ZmtpPeer>(peer.Identity, peer));

    protected override ValueTask ReceiveAsync(ZmtpPeer peer, ImmutableArray<ReadOnlyMemory<byte>> frames, long size)
    {
        long cost = size + (frames.Length * (long)ZmtpLimits.FrameOverhead);
        ValueTask held = peer.Incoming.HoldAsync(cost);
        ZmtpMessage message = new(frames.Insert(0, peer.Identity.Bytes));
        if (held.IsCompletedSuccessfully)
        {
            _received.Writer.TryWrite((peer, message, cost));
            return ValueTask.CompletedTask;
        }

        return DeliverLaterAsync(held, peer, message, cost);
    }

    private async ValueTask DeliverLaterAsync(ValueTask held, ZmtpPeer peer, ZmtpMessage message, long cost)
    {
        await held.ConfigureAwait(false);
        _received.Writer.TryWrite((peer, message, cost));
    }

    private bool Send(ZmtpMessage message)
    {
        if (_known.TryGetValue(new PeerIdentity(message.Frames[0]), out ZmtpPeer? peer) && peer.IsReady)
        {
            switch (peer.Outgoing.Add(FrameWriter.Message(message.Frames.AsSpan()[1..])))
            {
                case Enqueued.Taken:
                    return true;
                case Enqueued.Full:
                    peer.Close($"The peer {peer.Identity} does not read: {Limits.OutgoingBytes} bytes wait for it.");
                    break;
            }
        }

        Counters.CountDropped();
        return false;
    }
}
