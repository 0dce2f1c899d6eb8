namespace SmileNotebooks;

/// <summary>Lays pixels with alpha (not premultiplied) over opaque ones, rounded to nearest.</summary>
internal static class AlphaBlend
{
    /// <summary>RGBA over white: [pixels, 4] to [pixels, 3].</summary>
    public static byte[] OverWhite(ReadOnlySpan<byte> rgba)
    {
        byte[] rgb = GC.AllocateUninitializedArray<byte>(rgba.Length / 4 * 3);
        rgb.AsSpan().Fill(255);
        Over(rgba, rgb);
        return rgb;
    }

    /// <summary>RGBA over RGB, in place.</summary>
    public static void Over(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        for (int from = 0, to = 0; from + 3 < rgba.Length; from += 4, to += 3)
        {
            int alpha = rgba[from + 3];
            for (int channel = 0; channel < 3; channel++)
            {
                int sum = (rgba[from + channel] * alpha) + (rgb[to + channel] * (255 - alpha));
                rgb[to + channel] = (byte)((sum + 127) / 255);
            }
        }
    }
}
