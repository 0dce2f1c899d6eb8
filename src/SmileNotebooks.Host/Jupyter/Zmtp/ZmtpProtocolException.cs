// What a peer did wrong.
namespace SmileNotebooks.Host;

/// <summary>A peer broke the protocol or a limit; the message says how.</summary>
internal sealed class ZmtpProtocolException(string message) : Exception(message)
{
    /// <summary>
    /// True if the peer is told by an ERROR command. libzmq never connects again after one, so it is for what a later attempt cannot mend.
    /// </summary>
    public bool IsFinal { get; init; }
}
