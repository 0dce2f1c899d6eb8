using System.Buffers.Binary;

namespace SmileNotebooks.Cli.Tests.Support;

/// <summary>Pictures to measure.</summary>
internal static class Photos
{
    public static string Astronaut { get; } = Repository.PathOf("data-samples", "photos", "astronaut.png");

    /// <summary>Her face alone: small, and quick to measure.</summary>
    public static Picture Portrait { get; } = Picture.Load(Astronaut).Crop(96, 0, 256, 256);

    public static byte[] Grey(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)128);
        return new Picture(width, height, pixels).Encode(PictureFormat.Png);
    }

    /// <summary>A picture twice, left and right.</summary>
    public static Picture SideBySide(Picture photo)
    {
        byte[] pixels = new byte[photo.Pixels.Length * 2];
        int row = photo.Width * 3;
        for (int y = 0; y < photo.Height; y++)
        {
            ReadOnlySpan<byte> line = photo.Pixels.Span.Slice(y * row, row);
            line.CopyTo(pixels.AsSpan(y * 2 * row));
            line.CopyTo(pixels.AsSpan((y * 2 * row) + row));
        }

        return new Picture(photo.Width * 2, photo.Height, pixels);
    }

    /// <summary>A PNG whose header promises a size, and which holds next to nothing.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits
        header[9] = 2; // RGB
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, [0x78, 0x9C]), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. type, .. data];
        byte[] check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32(body));
        return [.. length, .. body, .. check];
    }

    /// <summary>The check sum of PNG chunks (RFC 2083, appendix).</summary>
    private static uint Crc32(byte[] bytes)
    {
        uint check = uint.MaxValue;
        foreach (byte value in bytes)
        {
            check ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                check = (check & 1) != 0 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
            }
        }

        return ~check;
    }
}
