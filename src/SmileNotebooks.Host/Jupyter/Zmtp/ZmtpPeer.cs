// One connection of a bound socket.
using System.Net.Sockets;

namespace SmileNotebooks.Host;

/// <summary>A connected peer. It ends by <see cref="Close"/>, whoever calls it first says why.</summary>
internal sealed class ZmtpPeer
{
    private readonly Socket _socket;
    private string? _closeReason;
    private volatile bool _isReady;

    public ZmtpPeer(Socket socket, ZmtpLimits limits)
    {
        _socket = socket;
        Reader = new FrameReader(socket, limits);
        Outgoing = new OutgoingQueue(socket, limits.OutgoingBytes, Close);
        Incoming = new IncomingBudget(limits.IncomingBytes);
    }

    public FrameReader Reader { get; }

    public OutgoingQueue Outgoing { get; }

    public IncomingBudget Incoming { get; }

    /// <summary>The identity that a router knows it by; the peer's own or a generated one.</summary>
    public PeerIdentity Identity { get; set; }

    /// <summary>True once READY is on its way: a message must not come before it.</summary>
    public bool IsReady => _isReady;

    /// <summary>Why the connection was closed from this side; null if it was not.</summary>
    public string? CloseReason => Volatile.Read(ref _closeReason);

    public void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _closeReason, reason, null) is null)
        {
            Outgoing.Close();
            Incoming.Close();
            _socket.Dispose();
        }
    }

    /// <summary>Tells the peer that it is accepted.</summary>
    /// <param name="ready">The READY frame.</param>
    public void Accept(byte[] ready)
    {
        Outgoing.Add([ready]);
        _isReady = true;
    }

    /// <summary>Sends what waits, for no longer than the time given, and says that nothing more comes.</summary>
    public async Task FinishAsync(TimeSpan atMost)
    {
        try
        {
            await Outgoing.DrainAsync().WaitAsync(atMost).ConfigureAwait(false);
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is TimeoutException or SocketException or ObjectDisposedException)
        {
            // A peer that does not read or is gone gets no more.
        }
    }
}
