using System.Buffers.Binary;
using System.IO.Compression;
using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class PictureLimitsTests
{
    [Fact]
    public void A_PNG_of_30000_x_30000_is_refused_before_it_is_decoded()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("bomb.png", BlackPng(30_000, 30_000));
        _ = Assert.Throws<PictureException>(() => Picture.Load(path));

        long before = GC.GetAllocatedBytesForCurrentThread();
        PictureException error = Assert.Throws<PictureException>(() => Picture.Load(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.StartsWith(path, error.Message);
        Assert.Contains("30000 x 30000 pixels; expected at most 16384 pixels a side", error.Message);
    }

    [Theory]
    [InlineData(12, 96, true)]
    [InlineData(11, 96, false)]
    [InlineData(12, 95, false)]
    public void The_limits_include_their_bounds(int maxSide, long maxPixels, bool isAllowed)
    {
        PictureLimits limits = new() { MaxSide = maxSide, MaxPixels = maxPixels };

        Exception? error = Record.Exception(() => Picture.Load(TestPictures.Oracle("rgb.png"), limits));

        Assert.Equal(isAllowed, error is null);
        Assert.True(error is null or PictureException);
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_by_name_and_size()
    {
        string path = TestPictures.Oracle("rgb.png");
        long length = new FileInfo(path).Length;

        Assert.Equal(12, Picture.Load(path, new PictureLimits { MaxFileBytes = length }).Width);
        PictureException error = Assert.Throws<PictureException>(() => Picture.Load(path, new PictureLimits { MaxFileBytes = length - 1 }));
        Assert.StartsWith(path, error.Message);
        Assert.Contains($"at most {length - 1} bytes", error.Message);
    }

    [Fact]
    public void An_endless_device_is_refused_at_the_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "No /dev/zero here.");

        PictureException error = Assert.Throws<PictureException>(() => Picture.Load("/dev/zero", new PictureLimits { MaxFileBytes = 1 << 20 }));
        Assert.Contains("at most 1048576 bytes", error.Message);
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        Assert.Equal(new PictureLimits { MaxSide = 16384, MaxPixels = 120_000_000, MaxFileBytes = 536_870_912 }, new PictureLimits());
    }

    /// <summary>A complete and valid bilevel PNG: small as a file, large as pixels.</summary>
    private static byte[] BlackPng(int width, int height)
    {
        using MemoryStream rows = new();
        using (ZLibStream zlib = new(rows, CompressionLevel.Fastest))
        {
            byte[] row = new byte[1 + ((width + 7) / 8)];
            for (int y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        kind.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    /// <summary>CRC-32 as in annex D of the PNG specification.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
