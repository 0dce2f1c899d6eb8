// Resizing of our own: libvips enlarges with a shift of a quarter pixel, which would move landmarks.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>
/// Separable resampling with the Lanczos kernel of three lobes (Duchon, 1979), widened by the factor of reduction so that
/// nothing aliases. Pixel centres map to pixel centres; at the edges the weights that lie inside are normalised.
/// </summary>
internal static class LanczosResampling
{
    private const double Lobes = 3;

    public static Picture Resize(Picture picture, int width, int height)
    {
        Weights[] columns = WeightsOf(picture.Width, width);
        Weights[] rows = WeightsOf(picture.Height, height);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(width * height * 3);
        float[] mixed = new float[picture.Width * 3];
        for (int y = 0; y < height; y++)
        {
            MixRows(picture, rows[y], mixed);
            MixColumns(mixed, columns, pixels.AsSpan(3 * width * y, 3 * width));
        }

        return new Picture(width, height, pixels);
    }

    /// <summary>Neighbouring pixels from <paramref name="First"/> on that make up one new pixel.</summary>
    private readonly record struct Weights(int First, float[] Values);

    private static Weights[] WeightsOf(int from, int to)
    {
        double scale = (double)from / to;
        double widening = Math.Max(scale, 1);
        Weights[] weights = new Weights[to];
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max(0, (int)(centre - (Lobes * widening) + 0.5));
            int end = Math.Min(from, (int)(centre + (Lobes * widening) + 0.5));
            double[] values = [.. Enumerable.Range(first, end - first).Select(pixel => Kernel((pixel + 0.5 - centre) / widening))];
            double sum = values.Sum();
            weights[i] = new Weights(first, [.. values.Select(value => (float)(value / sum))]);
        }

        return weights;
    }

    private static double Kernel(double x) => Math.Abs(x) < Lobes ? Sinc(x) * Sinc(x / Lobes) : 0;

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static void MixRows(Picture picture, Weights weights, Span<float> mixed)
    {
        mixed.Clear();
        for (int i = 0; i < weights.Values.Length; i++)
        {
            Add(picture.Pixels.Span.Slice(mixed.Length * (weights.First + i), mixed.Length), weights.Values[i], mixed);
        }
    }

    private static void Add(ReadOnlySpan<byte> row, float weight, Span<float> sum)
    {
        int i = 0;
        ref byte source = ref MemoryMarshal.GetReference(row);
        ref float target = ref MemoryMarshal.GetReference(sum);
        for (; i <= row.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)i));
            AddQuarter(Vector128.WidenLower(low), weight, ref target, i);
            AddQuarter(Vector128.WidenUpper(low), weight, ref target, i + 4);
            AddQuarter(Vector128.WidenLower(high), weight, ref target, i + 8);
            AddQuarter(Vector128.WidenUpper(high), weight, ref target, i + 12);
        }

        for (; i < row.Length; i++)
        {
            sum[i] += row[i] * weight;
        }
    }

    private static void AddQuarter(Vector128<uint> values, float weight, ref float target, int at)
    {
        Vector128<float> sum = Vector128.LoadUnsafe(ref target, (nuint)at);
        (sum + (Vector128.ConvertToSingle(values.AsInt32()) * weight)).StoreUnsafe(ref target, (nuint)at);
    }

    private static void MixColumns(ReadOnlySpan<float> row, Weights[] columns, Span<byte> pixels)
    {
        for (int x = 0; x < columns.Length; x++)
        {
            int from = 3 * columns[x].First;
            float red = 0, green = 0, blue = 0;
            foreach (float weight in columns[x].Values)
            {
                red += row[from] * weight;
                green += row[from + 1] * weight;
                blue += row[from + 2] * weight;
                from += 3;
            }

            pixels[3 * x] = ToByte(red);
            pixels[(3 * x) + 1] = ToByte(green);
            pixels[(3 * x) + 2] = ToByte(blue);
        }
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
