// The greeting of 64 octets and the READY commands of the NULL mechanism.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>The bound side of the handshake.</summary>
internal static class Handshake
{
    private const int GreetingSize = 64;
    private const int SignatureSize = 10;
    private const int MechanismAt = 12;
    private const int MechanismSize = 20;
    private const string Mechanism = "NULL";

    /// <summary>Longest READY that is looked at: two properties fit many times.</summary>
    private const int MaxReady = 4096;

    private static readonly byte[] Greeting = BuildGreeting();

    /// <summary>Greets a peer and waits for its READY. Ours is sent by the caller, once the peer is accepted.</summary>
    /// <exception cref="ZmtpProtocolException">The peer speaks something else, or is a socket that does not fit.</exception>
    public static async Task<PeerMetadata> ReceiveAsync(FrameReader reader, OutgoingQueue outgoing, string socketType, ImmutableArray<string> peerTypes)
    {
        outgoing.Add([Greeting]);

        // Peers of other versions stop after their signature, so it is looked at before the rest is waited for.
        CheckSignature(await reader.ReadBytesAsync(SignatureSize).ConfigureAwait(false));
        CheckVersion((await reader.ReadBytesAsync(1).ConfigureAwait(false))[0]);
        CheckMechanism(await reader.ReadBytesAsync(GreetingSize - SignatureSize - 1).ConfigureAwait(false));

        PeerMetadata metadata = PeerMetadata.Parse(await ReceiveReadyAsync(reader).ConfigureAwait(false));
        return peerTypes.Contains(metadata.SocketType)
            ? metadata
            : throw new ZmtpProtocolException($"A {Printable(metadata.SocketType)} socket cannot talk to a {socketType} socket.") { IsFinal = true };
    }

    private static void CheckSignature(byte[] signature)
    {
        if (signature[0] != 0xff || signature[^1] != 0x7f)
        {
            throw new ZmtpProtocolException("The peer does not greet with a signature of ZMTP 2.0 or later.");
        }
    }

    private static void CheckVersion(byte major)
    {
        if (major < 3)
        {
            throw new ZmtpProtocolException($"The peer speaks ZMTP {major + (major == 1 ? 1 : 0)}.0; expected 3.0 or later.");
        }
    }

    /// <param name="rest">The greeting from the minor version on.</param>
    private static void CheckMechanism(byte[] rest)
    {
        string mechanism = Encoding.ASCII.GetString(rest, MechanismAt - SignatureSize - 1, MechanismSize).TrimEnd('\0');
        if (mechanism != Mechanism)
        {
            throw new ZmtpProtocolException($"The peer asks for the mechanism {Printable(mechanism)}; expected {Mechanism}.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReceiveReadyAsync(FrameReader reader)
    {
        ZmtpFrame frame = await reader.ReadAsync(MaxReady).ConfigureAwait(false);
        if (reader.HasEnded)
        {
            throw new ZmtpProtocolException("The connection ended before READY.");
        }

        if (!frame.IsCommand)
        {
            throw new ZmtpProtocolException("A message came before READY.") { IsFinal = true };
        }

        ZmtpCommand command = ZmtpCommand.Parse(frame.Body);
        return command.Name switch
        {
            ZmtpCommand.Ready => command.Data,
            ZmtpCommand.Error => throw new ZmtpProtocolException($"The peer refuses: {ZmtpCommand.ReasonOf(command.Data.Span)}"),
            _ => throw new ZmtpProtocolException($"The command {Printable(command.Name)} came before READY.") { IsFinal = true },
        };
    }

    private static string Printable(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\x7f' ? c : '?'));

    private static byte[] BuildGreeting()
    {
        byte[] greeting = new byte[GreetingSize];
        greeting[0] = 0xff;
        greeting[SignatureSize - 1] = 0x7f;
        greeting[SignatureSize] = 3;
        Encoding.ASCII.GetBytes(Mechanism, greeting.AsSpan(MechanismAt));
        return greeting;
    }
}
