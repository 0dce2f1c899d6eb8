// Brings messages and commands into bytes: small frames together in one piece, long ones by reference.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Encodes frames.</summary>
internal static class FrameWriter
{
    /// <summary>A body of at least this many bytes is not copied. Below, a copy is cheaper than one more piece to send.</summary>
    private const int OwnPiece = 16 * 1024;

    /// <summary>The pieces of a message, in order.</summary>
    /// <param name="frames">The frames; their memory is referred to.</param>
    public static ReadOnlyMemory<byte>[] Message(ReadOnlySpan<ReadOnlyMemory<byte>> frames)
    {
        int copied = 0;
        int referred = 0;
        foreach (ReadOnlyMemory<byte> frame in frames)
        {
            copied += ZmtpFrame.HeaderSize(frame.Length) + (frame.Length < OwnPiece ? frame.Length : 0);
            referred += frame.Length < OwnPiece ? 0 : 1;
        }

        byte[] buffer = new byte[copied];
        return referred == 0 ? WriteOne(frames, buffer) : WritePieces(frames, buffer, referred);
    }

    /// <summary>A command frame with its name and data.</summary>
    public static byte[] Command(string name, ReadOnlySpan<byte> data)
    {
        int length = 1 + name.Length + data.Length;
        byte[] frame = new byte[ZmtpFrame.HeaderSize(length) + length];
        int at = ZmtpFrame.WriteHeader(frame, ZmtpFrame.Command, length);
        frame[at++] = (byte)name.Length;
        at += System.Text.Encoding.ASCII.GetBytes(name, frame.AsSpan(at));
        data.CopyTo(frame.AsSpan(at));
        return frame;
    }

    private static ReadOnlyMemory<byte>[] WriteOne(ReadOnlySpan<ReadOnlyMemory<byte>> frames, byte[] buffer)
    {
        int at = 0;
        for (int i = 0; i < frames.Length; i++)
        {
            at += ZmtpFrame.WriteHeader(buffer.AsSpan(at), FlagsOf(i, frames.Length), frames[i].Length);
            frames[i].Span.CopyTo(buffer.AsSpan(at));
            at += frames[i].Length;
        }

        return [buffer];
    }

    private static ReadOnlyMemory<byte>[] WritePieces(ReadOnlySpan<ReadOnlyMemory<byte>> frames, byte[] buffer, int referred)
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder pieces = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>((2 * referred) + 1);
        int start = 0;
        int at = 0;
        for (int i = 0; i < frames.Length; i++)
        {
            ReadOnlyMemory<byte> frame = frames[i];
            at += ZmtpFrame.WriteHeader(buffer.AsSpan(at), FlagsOf(i, frames.Length), frame.Length);
            if (frame.Length < OwnPiece)
            {
                frame.Span.CopyTo(buffer.AsSpan(at));
                at += frame.Length;
            }
            else
            {
                pieces.Add(buffer.AsMemory(start, at - start));
                pieces.Add(frame);
                start = at;
            }
        }

        if (at > start)
        {
            pieces.Add(buffer.AsMemory(start, at - start));
        }

        return [.. pieces];
    }

    private static byte FlagsOf(int index, int count) => index < count - 1 ? ZmtpFrame.More : (byte)0;
}
