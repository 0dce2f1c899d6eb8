// A socket that tells everyone who listens.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>A bound PUB. A peer gets the messages whose first frame begins with a topic that it subscribed to.</summary>
internal sealed class PublishSocket : BoundSocket
{
    private const byte SubscribeOctet = 1;
    private const byte CancelOctet = 0;

    private readonly Lock _gate = new();
    private ImmutableDictionary<ZmtpPeer, ImmutableList<ReadOnlyMemory<byte>>> _topics = ImmutableDictionary<ZmtpPeer, ImmutableList<ReadOnlyMemory<byte>>>.Empty;

    private PublishSocket(string endpoint, ZmtpLimits? limits) : base(endpoint, "PUB", ["SUB", "XSUB"], limits)
    {
    }

    /// <summary>Subscriptions of all peers.</summary>
    public int SubscriptionCount => Volatile.Read(ref _topics).Values.Sum(topics => topics.Count);

    /// <inheritdoc cref="RouterSocket.Bind"/>
    public static PublishSocket Bind(string endpoint, ZmtpLimits? limits = null)
    {
        PublishSocket socket = new(endpoint, limits);
        socket.Start();
        return socket;
    }

    /// <summary>Queues a message for every peer that subscribed to its topic. Never waits: a peer that does not read loses messages, which are counted.</summary>
    /// <exception cref="ArgumentException">No frame.</exception>
    public void Publish(ZmtpMessage message)
    {
        if (message.Frames.IsEmpty)
        {
            throw new ArgumentException("A message has at least one frame.", nameof(message));
        }

        ReadOnlyMemory<byte>[]? pieces = null;
        foreach ((ZmtpPeer peer, ImmutableList<ReadOnlyMemory<byte>> topics) in Volatile.Read(ref _topics))
        {
            if (Matches(topics, message.Frames[0].Span) && peer.Outgoing.Add(pieces ??= FrameWriter.Message(message.Frames.AsSpan())) == Enqueued.Full)
            {
                Counters.CountDropped();
            }
        }
    }

    protected override void Leave(ZmtpPeer peer)
    {
        lock (_gate)
        {
            _topics = _topics.Remove(peer);
        }
    }

    /// <summary>ZMTP 3.0 subscribes by a message of one frame. Other messages mean nothing to a publisher.</summary>
    protected override ValueTask ReceiveAsync(ZmtpPeer peer, ImmutableArray<ReadOnlyMemory<byte>> frames, long size)
    {
        if (frames is [{ Length: > 0 } frame])
        {
            switch (frame.Span[0])
            {
                case SubscribeOctet:
                    Subscribe(peer, frame[1..]);
                    break;
                case CancelOctet:
                    Cancel(peer, frame[1..]);
                    break;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>ZMTP 3.1 subscribes by commands.</summary>
    protected override void Receive(ZmtpPeer peer, ZmtpCommand command)
    {
        switch (command.Name)
        {
            case ZmtpCommand.Subscribe:
                Subscribe(peer, command.Data);
                break;
            case ZmtpCommand.Cancel:
                Cancel(peer, command.Data);
                break;
        }
    }

    private static bool Matches(ImmutableList<ReadOnlyMemory<byte>> topics, ReadOnlySpan<byte> first)
    {
        foreach (ReadOnlyMemory<byte> topic in topics)
        {
            if (first.StartsWith(topic.Span))
            {
                return true;
            }
        }

        return false;
    }

    private void Subscribe(ZmtpPeer peer, ReadOnlyMemory<byte> topic)
    {
        lock (_gate)
        {
            ImmutableList<ReadOnlyMemory<byte>> topics = _topics.GetValueOrDefault(peer, []);
            if (topics.Count >= Limits.Subscriptions)
            {
                throw new ZmtpProtocolException($"A peer has more than {Limits.Subscriptions} subscriptions.");
            }

            _topics = _topics.SetItem(peer, topics.Add(topic));
        }
    }

    /// <summary>Ends one subscription: a topic that was subscribed to twice is still wanted after one cancellation.</summary>
    private void Cancel(ZmtpPeer peer, ReadOnlyMemory<byte> topic)
    {
        lock (_gate)
        {
            ImmutableList<ReadOnlyMemory<byte>> topics = _topics.GetValueOrDefault(peer, []);
            int at = topics.FindIndex(known => known.Span.SequenceEqual(topic.Span));
            if (at >= 0)
            {
                _topics = _topics.SetItem(peer, topics.RemoveAt(at));
            }
        }
    }
}
