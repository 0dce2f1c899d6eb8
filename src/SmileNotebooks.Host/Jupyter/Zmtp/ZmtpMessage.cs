// What one socket sends to another: some frames that arrive together or not at all.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>A message of one or more frames. The bytes are not copied: whoever passes them on leaves them as they are.</summary>
/// <param name="Frames">The frames in order. Of a router's message, frame 0 is the identity of the peer.</param>
internal sealed record ZmtpMessage(ImmutableArray<ReadOnlyMemory<byte>> Frames)
{
    /// <summary>A message of these frames.</summary>
    public static ZmtpMessage Of(params ReadOnlySpan<ReadOnlyMemory<byte>> frames) => new([.. frames]);

    /// <summary>Bytes of all frames.</summary>
    public long Size
    {
        get
        {
            long size = 0;
            foreach (ReadOnlyMemory<byte> frame in Frames)
            {
                size += frame.Length;
            }

            return size;
        }
    }
}
