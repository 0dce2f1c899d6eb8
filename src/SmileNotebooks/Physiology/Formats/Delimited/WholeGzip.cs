// A gzip file that must be whole.
using System.Buffers.Binary;
using System.IO.Compression;

namespace SmileNotebooks;

/// <summary>Reads a gzip file and compares, at its end, the length that the file gives in its last four bytes (RFC 1952) with that of what was read: <see
/// cref="GZipStream"/> takes a file that was cut for one that ends there.</summary>
internal sealed class WholeGzip : Stream
{
    private readonly GZipStream _stream;
    private readonly uint _length;
    private uint _count;

    /// <summary>Reads a file from its first byte on, and closes it at the end.</summary>
    public WholeGzip(FileStream file)
    {
        Span<byte> length = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - 4);
        file.ReadExactly(length);
        file.Position = 0;
        _length = BinaryPrimitives.ReadUInt32LittleEndian(length);
        _stream = new GZipStream(file, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = _stream.Read(buffer);
        _count = unchecked(_count + (uint)count);
        return count > 0 || buffer.IsEmpty || _count == _length
            ? count
            : throw new InvalidDataException("it ends before its end, or was put together from several files");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
