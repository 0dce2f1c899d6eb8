// What a socket did not do for its peers, so that nothing is lost in silence.
namespace SmileNotebooks.Host;

/// <summary>Counts of a bound socket since it was bound.</summary>
internal sealed class ZmtpCounters
{
    private long _refusedPeers;
    private long _brokenPeers;
    private long _droppedMessages;
    private volatile string? _lastProblem;

    /// <summary>Connections that did not get through the handshake.</summary>
    public long RefusedPeers => Interlocked.Read(ref _refusedPeers);

    /// <summary>Peers that were disconnected after the handshake, because they broke the protocol or a limit or vanished within a message.</summary>
    public long BrokenPeers => Interlocked.Read(ref _brokenPeers);

    /// <summary>Messages for peers that did not read and, of a router, for peers that were gone.</summary>
    public long DroppedMessages => Interlocked.Read(ref _droppedMessages);

    /// <summary>Why the last peer was refused or disconnected; null if none was.</summary>
    public string? LastProblem => _lastProblem;

    public void CountRefused(string why)
    {
        _lastProblem = why;
        Interlocked.Increment(ref _refusedPeers);
    }

    public void CountBroken(string why)
    {
        _lastProblem = why;
        Interlocked.Increment(ref _brokenPeers);
    }

    public void CountDropped() => Interlocked.Increment(ref _droppedMessages);
}
