// From the picture to rectified patches of light.
namespace SmileNotebooks;

/// <summary>Samples the luminance of a picture in linear light (sRGB's primaries, IEC 61966-2-1), white 1.</summary>
internal static unsafe class PatchSampler
{
    /// <summary>Added before the logarithm, so that black's noise does not count as contrast.</summary>
    private const float DarkLight = 0.005f;

    private static readonly float[] s_red = Table(0.2126), s_green = Table(0.7152), s_blue = Table(0.0722);

    /// <summary>Samples at given places; outside of the picture its border goes on.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="x">Columns of the places in pixels from the left edge.</param>
    /// <param name="y">Rows from the top edge.</param>
    /// <param name="columns">Samples in a row of the patch.</param>
    /// <param name="parts">A sample is the mean of parts x parts places between it and its neighbours: 1 for small faces, more where pixels
    /// are smaller than samples.</param>
    /// <param name="light">Receives the luminance.</param>
    public static void Sample(Picture picture, ReadOnlySpan<float> x, ReadOnlySpan<float> y, int columns, int parts, Span<float> light)
    {
        fixed (byte* pixels = picture.Pixels.Span)
        fixed (float* red = s_red, green = s_green, blue = s_blue)
        {
            Source source = new(pixels, picture.Width, picture.Height, red, green, blue);
            for (int i = 0; i < x.Length; i++)
            {
                light[i] = parts == 1 ? source.At(x[i], y[i]) : Mean(source, x, y, i, columns, parts);
            }
        }
    }

    /// <summary>The logarithm of light, in place: a gain of the light becomes a constant, which the filters do not see.</summary>
    public static void TakeLogarithm(Span<float> light)
    {
        foreach (ref float value in light)
        {
            value = MathF.Log(value + DarkLight);
        }
    }

    private static float Mean(in Source source, ReadOnlySpan<float> x, ReadOnlySpan<float> y, int i, int columns, int parts)
    {
        int right = i + 1 < x.Length ? i + 1 : i - 1, below = i + columns < x.Length ? i + columns : i - columns;
        float dx = x[right] - x[i], dy = y[right] - y[i], ex = x[below] - x[i], ey = y[below] - y[i];
        float sum = 0;
        for (int row = 0; row < parts; row++)
        {
            float down = ((row + 0.5f) / parts) - 0.5f;
            for (int column = 0; column < parts; column++)
            {
                float across = ((column + 0.5f) / parts) - 0.5f;
                sum += source.At(x[i] + (across * dx) + (down * ex), y[i] + (across * dy) + (down * ey));
            }
        }

        return sum / (parts * parts);
    }

    private static float[] Table(double weight)
    {
        float[] table = new float[256];
        for (int i = 0; i < table.Length; i++)
        {
            double level = i / 255.0;
            table[i] = (float)(weight * (level <= 0.04045 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4)));
        }

        return table;
    }

    private readonly struct Source(byte* pixels, int width, int height, float* red, float* green, float* blue)
    {
        /// <summary>Bilinear between the centres of pixels.</summary>
        public float At(float x, float y)
        {
            float column = Math.Clamp(x - 0.5f, 0, width - 1), row = Math.Clamp(y - 0.5f, 0, height - 1);
            int left = (int)column, top = (int)row;
            float u = column - left, v = row - top;
            byte* upper = pixels + (3 * (((long)top * width) + left));
            byte* lower = top + 1 < height ? upper + (3L * width) : upper;
            int next = left + 1 < width ? 3 : 0;
            float above = Light(upper) + (u * (Light(upper + next) - Light(upper)));
            float below = Light(lower) + (u * (Light(lower + next) - Light(lower)));
            return above + (v * (below - above));
        }

        private float Light(byte* pixel) => red[pixel[0]] + green[pixel[1]] + blue[pixel[2]];
    }
}
