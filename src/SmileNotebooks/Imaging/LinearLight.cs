// Pictures of floats (TIFF from cameras' raw converters and renderers).
namespace SmileNotebooks;

/// <summary>Linear light to 8-bit sRGB by the transfer function of IEC 61966-2-1.</summary>
internal static class LinearLight
{
    /// <summary>Samples in sRGB: [height, width, bands]; grey becomes RGB, alpha (0 to 1) stays last. NaN and below 0 are black, above 1 white.</summary>
    public static byte[] ToSrgb(VipsImage image, string source, out int bands)
    {
        int sourceBands = image.Bands;
        if (sourceBands > 4)
        {
            throw new PictureException(source, $"{sourceBands} channels of floats", "grey or RGB, with or without alpha");
        }

        using VipsOperation cast = new("cast");
        using VipsImage floats = cast.Set("in", image).Set("format", "float").Image();
        float[] samples = floats.ReadPixels<float>();
        bool isGrey = sourceBands < 3;
        bool hasAlpha = sourceBands is 2 or 4;
        bands = hasAlpha ? 4 : 3;
        byte[] result = new byte[samples.Length / sourceBands * bands];
        for (int from = 0, to = 0; from < samples.Length; from += sourceBands, to += bands)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                result[to + channel] = ToByte(Encode(samples[from + (isGrey ? 0 : channel)]));
            }

            if (hasAlpha)
            {
                result[to + 3] = ToByte(samples[from + sourceBands - 1]);
            }
        }

        return result;
    }

    private static double Encode(double light) =>
        light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;

    /// <summary>The conversion of NaN to an integer is 0.</summary>
    private static byte ToByte(double value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5);
}
