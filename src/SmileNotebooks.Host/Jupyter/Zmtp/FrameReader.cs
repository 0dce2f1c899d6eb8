// Reads frames from a socket. What a peer announces is not believed: memory grows with the bytes that have really come.
using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;

namespace SmileNotebooks.Host;

/// <summary>Reads the bytes of one peer, one caller at a time.</summary>
internal sealed class FrameReader(Socket socket, ZmtpLimits limits) : IDisposable
{
    private const int BufferSize = 32 * 1024;

    /// <summary>So much of a long frame is allocated before its bytes have come.</summary>
    private const int Believed = 1 << 20;

    private byte[]? _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;

    /// <summary>True if the stream ended where a frame may begin.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The next frame; if <see cref="HasEnded"/> is set, there is none.</summary>
    /// <exception cref="ZmtpProtocolException">Unknown flags, a length beyond the limit, or the end of the stream within a frame.</exception>
    public ValueTask<ZmtpFrame> ReadAsync() => ReadAsync(limits.FrameBytes);

    /// <inheritdoc cref="ReadAsync()"/>
    /// <param name="limit">Longest body, bytes.</param>
    public async ValueTask<ZmtpFrame> ReadAsync(long limit)
    {
        if (_end - _start < 2 && !await FillAsync(2, mayEnd: true).ConfigureAwait(false))
        {
            HasEnded = true;
            return default;
        }

        byte flags = _buffer![_start];
        CheckFlags(flags);
        int header = (flags & ZmtpFrame.Long) != 0 ? ZmtpFrame.MaxHeader : 2;
        if (_end - _start < header)
        {
            await FillAsync(header, mayEnd: false).ConfigureAwait(false);
        }

        int length = TakeLength(header, limit);
        return new ZmtpFrame(flags, await ReadBytesAsync(length).ConfigureAwait(false));
    }

    /// <summary>The next bytes, exactly so many.</summary>
    /// <exception cref="ZmtpProtocolException">The stream ended before.</exception>
    public async ValueTask<byte[]> ReadBytesAsync(int count)
    {
        if (count == 0)
        {
            return [];
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(Math.Min(count, Math.Max(Believed, _end - _start)));
        int have = TakeBuffered(bytes);
        while (have < count)
        {
            if (have == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
            }

            // A short rest goes through the buffer, so that the frames behind it come with the same call.
            if (count - have < BufferSize / 2)
            {
                await FillAsync(1, mayEnd: false).ConfigureAwait(false);
                have += TakeBuffered(bytes.AsSpan(have));
                continue;
            }

            int received = await socket.ReceiveAsync(bytes.AsMemory(have)).ConfigureAwait(false);
            have += received > 0 ? received : throw EndedWithin();
        }

        return bytes;
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ZmtpProtocolException EndedWithin() => new("The connection ended within a frame or the greeting.");

    private static void CheckFlags(byte flags)
    {
        if ((flags & ~ZmtpFrame.Known) != 0 || (flags & (ZmtpFrame.Command | ZmtpFrame.More)) == (ZmtpFrame.Command | ZmtpFrame.More))
        {
            throw new ZmtpProtocolException($"A frame has the flags 0x{flags:x2}, which ZMTP 3.0 does not know.");
        }
    }

    private int TakeLength(int header, long limit)
    {
        ReadOnlySpan<byte> at = _buffer.AsSpan(_start + 1);
        ulong length = header == 2 ? at[0] : BinaryPrimitives.ReadUInt64BigEndian(at);
        if (length > (ulong)Math.Min(limit, Array.MaxLength))
        {
            throw new ZmtpProtocolException($"A frame of {length} bytes is announced; at most {limit} are received.");
        }

        _start += header;
        return (int)length;
    }

    private int TakeBuffered(Span<byte> target)
    {
        int count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    /// <summary>Receives until so many bytes are in the buffer.</summary>
    /// <returns>False if the stream ended before the first of them, where it may.</returns>
    private async ValueTask<bool> FillAsync(int wanted, bool mayEnd)
    {
        while (_end - _start < wanted)
        {
            MakeRoom(wanted);
            int received = await socket.ReceiveAsync(_buffer.AsMemory(_end)).ConfigureAwait(false);
            if (received == 0)
            {
                return mayEnd && _end == _start ? false : throw EndedWithin();
            }

            _end += received;
        }

        return true;
    }

    private void MakeRoom(int wanted)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_buffer!.Length - _start < wanted)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
    }
}
