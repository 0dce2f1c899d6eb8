// What router, publisher and heartbeat have in common: accepting peers, shaking hands, reading messages, ending.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Sockets;

namespace SmileNotebooks.Host;

/// <summary>A bound socket of ZMTP 3.0 with the NULL mechanism.</summary>
internal abstract class BoundSocket : IAsyncDisposable
{
    private readonly ZmtpEndpoint _endpoint;
    private readonly string _socketType;
    private readonly ImmutableArray<string> _peerTypes;
    private readonly ConcurrentDictionary<ZmtpPeer, Task> _peers = [];
    private Task _accepting = Task.CompletedTask;
    private int _isDisposed;

    protected BoundSocket(string endpoint, string socketType, ImmutableArray<string> peerTypes, ZmtpLimits? limits)
    {
        Limits = limits ?? ZmtpLimits.Default;
        _socketType = socketType;
        _peerTypes = peerTypes;
        _endpoint = ZmtpEndpoint.Listen(endpoint);
    }

    /// <summary>The address that peers connect to, with the real port.</summary>
    public string Endpoint => _endpoint.Address;

    public ZmtpLimits Limits { get; }

    public ZmtpCounters Counters { get; } = new();

    /// <summary>Connections at this moment, those that still shake hands included.</summary>
    public int PeerCount => _peers.Count;

    protected IEnumerable<ZmtpPeer> Peers => _peers.Keys;

    /// <summary>Sends what waits for the peers (see <see cref="ZmtpLimits.LingerTime"/>), then closes everything.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        _endpoint.Dispose();
        await _accepting.ConfigureAwait(false);
        // Not a collection expression: that asks for the count first, and peers leave meanwhile.
        KeyValuePair<ZmtpPeer, Task>[] peers = _peers.ToArray();
        await Task.WhenAll(peers.Select(peer => peer.Key.FinishAsync(Limits.LingerTime))).ConfigureAwait(false);
        foreach ((ZmtpPeer peer, _) in peers)
        {
            peer.Close("The socket was closed.");
        }

        await Task.WhenAll(peers.Select(peer => peer.Value)).ConfigureAwait(false);
    }

    /// <summary>Begins to accept; called once, when the derived socket is whole.</summary>
    protected void Start() => _accepting = AcceptAsync();

    /// <summary>Takes a peer in, whose identity is set, before it is told READY.</summary>
    /// <returns>Null, or why it is refused.</returns>
    protected virtual string? Admit(ZmtpPeer peer) => null;

    /// <summary>Forgets a peer that was admitted.</summary>
    protected virtual void Leave(ZmtpPeer peer)
    {
    }

    /// <summary>A message of an admitted peer.</summary>
    protected abstract ValueTask ReceiveAsync(ZmtpPeer peer, ImmutableArray<ReadOnlyMemory<byte>> frames, long size);

    /// <summary>A command other than PING, PONG and ERROR. Unknown ones are ignored, as the protocol asks.</summary>
    protected virtual void Receive(ZmtpPeer peer, ZmtpCommand command)
    {
    }

    private async Task AcceptAsync()
    {
        while (Volatile.Read(ref _isDisposed) == 0)
        {
            try
            {
                Accept(await _endpoint.Listener.AcceptAsync().ConfigureAwait(false));
            }
            catch (SocketException) when (Volatile.Read(ref _isDisposed) == 0)
            {
                // The peer went away before it was accepted, or this process has no file handle left: wait for one.
                await Task.Delay(TimeSpan.FromMilliseconds(20)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Accept(Socket connection)
    {
        if (_peers.Count >= Limits.Peers)
        {
            connection.Dispose();
            Counters.CountRefused($"More than {Limits.Peers} peers.");
            return;
        }

        if (connection.ProtocolType == ProtocolType.Tcp)
        {
            connection.NoDelay = true;
        }

        ZmtpPeer peer = new(connection, Limits);
        TaskCompletionSource served = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _peers[peer] = served.Task;
        _ = Task.Run(() => ServeAsync(peer, served));
    }

    private async Task ServeAsync(ZmtpPeer peer, TaskCompletionSource served)
    {
        string? broken = "Serving the peer failed.";
        try
        {
            broken = await ShakeHandsAsync(peer).ConfigureAwait(false) ? await ReadUntilEndAsync(peer).ConfigureAwait(false) : null;
        }
        finally
        {
            // Also where something unforeseen (no memory, say) ended it: an identity that nobody answers to must not stay taken.
            Leave(peer);
            peer.Close(broken ?? "The peer closed the connection.");
            if (broken is not null && Volatile.Read(ref _isDisposed) == 0)
            {
                Counters.CountBroken(broken);
            }

            peer.Reader.Dispose();
            _peers.TryRemove(peer, out _);
            served.SetResult();
        }
    }

    private async Task<bool> ShakeHandsAsync(ZmtpPeer peer)
    {
        try
        {
            using CancellationTokenSource late = new(Limits.HandshakeTime);
            using CancellationTokenRegistration close = late.Token.Register(() => peer.Close($"No handshake within {Limits.HandshakeTime.TotalSeconds:0.###} s."));
            PeerMetadata metadata = await Handshake.ReceiveAsync(peer.Reader, peer.Outgoing, _socketType, _peerTypes).ConfigureAwait(false);
            peer.Identity = metadata.Identity ?? PeerIdentity.Generate();
            if (Admit(peer) is not { } refusal)
            {
                peer.Accept(ZmtpCommand.ReadyFor(_socketType));
                return true;
            }

            Refuse(peer, refusal);
        }
        catch (ZmtpProtocolException e)
        {
            if (e.IsFinal)
            {
                peer.Outgoing.Add([ZmtpCommand.ErrorFor(e.Message)]);
                await peer.FinishAsync(Limits.LingerTime).ConfigureAwait(false);
            }

            Refuse(peer, e.Message);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Refuse(peer, $"The connection broke within the handshake: {e.Message}");
        }

        return false;
    }

    private void Refuse(ZmtpPeer peer, string why)
    {
        // Before the peer can see that it was closed: who asks then finds why.
        Counters.CountRefused(peer.CloseReason ?? why);
        peer.Close(why);
    }

    /// <returns>How the connection broke; null if the peer closed it between two messages.</returns>
    private async Task<string?> ReadUntilEndAsync(ZmtpPeer peer)
    {
        try
        {
            MessageReader messages = new(peer, Limits);
            while (await messages.ReadAsync(command => Receive(peer, command)).ConfigureAwait(false) is { } message)
            {
                await ReceiveAsync(peer, message.Frames, message.Size).ConfigureAwait(false);
            }

            return null;
        }
        catch (ZmtpProtocolException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return peer.CloseReason ?? $"The connection broke: {e.Message}";
        }
    }
}
