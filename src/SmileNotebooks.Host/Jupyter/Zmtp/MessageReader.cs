// Puts the frames of a peer together to messages and answers its PINGs.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Reads the messages of an admitted peer.</summary>
internal sealed class MessageReader(ZmtpPeer peer, ZmtpLimits limits)
{
    /// <summary>The next message.</summary>
    /// <param name="onCommand">Gets the commands that come before or within it, save PING, PONG and ERROR.</param>
    /// <returns>Null if the peer closed the connection between two messages.</returns>
    /// <exception cref="ZmtpProtocolException">The peer broke the protocol or a limit, refused this socket, or went away within a message.</exception>
    public async ValueTask<(ImmutableArray<ReadOnlyMemory<byte>> Frames, long Size)?> ReadAsync(Action<ZmtpCommand> onCommand)
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder? frames = null;
        long size = 0;
        while (true)
        {
            ZmtpFrame frame = await peer.Reader.ReadAsync(Math.Min(limits.FrameBytes, limits.MessageBytes - size)).ConfigureAwait(false);
            if (peer.Reader.HasEnded)
            {
                return frames is null ? null : throw new ZmtpProtocolException("The connection ended within a message.");
            }

            if (frame.IsCommand)
            {
                Obey(ZmtpCommand.Parse(frame.Body), onCommand);
                continue;
            }

            size += frame.Body.Length;
            if (!frame.HasMore)
            {
                if (frames is null)
                {
                    return ([frame.Body], size);
                }

                frames.Add(frame.Body);
                return (frames.DrainToImmutable(), size);
            }

            frames ??= ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
            frames.Add(frame.Body);
            if (frames.Count >= limits.MessageFrames)
            {
                throw new ZmtpProtocolException($"A message has more than {limits.MessageFrames} frames.");
            }
        }
    }

    private void Obey(ZmtpCommand command, Action<ZmtpCommand> onCommand)
    {
        switch (command.Name)
        {
            case ZmtpCommand.Ping:
                // A peer that asks and does not read the answers fills its own queue, and then gets none.
                peer.Outgoing.Add([ZmtpCommand.PongFor(command.Data)]);
                break;
            case ZmtpCommand.Error:
                throw new ZmtpProtocolException($"The peer refuses: {ZmtpCommand.ReasonOf(command.Data.Span)}");
            case ZmtpCommand.Pong:
                break;
            default:
                onCommand(command);
                break;
        }
    }
}
