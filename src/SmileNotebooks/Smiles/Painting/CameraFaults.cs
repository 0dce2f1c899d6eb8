// What a camera and a file do to a clean picture.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Blur, noise and JPEG of a painted frame.</summary>
internal static class CameraFaults
{
    /// <summary>Applies what the options ask for.</summary>
    /// <param name="picture">A clean frame.</param>
    /// <param name="options">How much.</param>
    /// <param name="frame">Its number: each frame has noise of its own, whatever is painted before it.</param>
    public static Picture Apply(Picture picture, PaintedClipOptions options, int frame)
    {
        Picture result = picture;
        if (options.Blur > 0 || options.Noise > 0)
        {
            float[] values = new float[picture.Pixels.Length];
            ReadOnlySpan<byte> pixels = picture.Pixels.Span;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = pixels[i];
            }

            if (options.Blur > 0)
            {
                values = Blur(values, picture.Width, picture.Height, options.Blur);
            }

            if (options.Noise > 0)
            {
                AddNoise(values, options.Noise, new RandomStream(options.Seed, 1 + (ulong)frame));
            }

            byte[] bytes = new byte[values.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)Math.Clamp(values[i] + 0.5f, 0, 255);
            }

            result = new Picture(picture.Width, picture.Height, bytes);
        }

        return options.JpegQuality is { } quality ? Picture.Decode(result.Encode(PictureFormat.Jpeg, quality), "painted frame") : result;
    }

    private static void AddNoise(float[] values, double deviation, RandomStream random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += (float)(deviation * random.NextGaussian());
        }
    }

    // A Gaussian out to three deviations, first along rows, then along columns; the border goes on.
    private static float[] Blur(float[] values, int width, int height, double deviation)
    {
        int reach = (int)Math.Ceiling(3 * deviation);
        float[] kernel = new float[(2 * reach) + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++)
        {
            sum += Math.Exp(-i * i / (2 * deviation * deviation));
        }

        for (int i = -reach; i <= reach; i++)
        {
            kernel[i + reach] = (float)(Math.Exp(-i * i / (2 * deviation * deviation)) / sum);
        }

        // Along rows: each row with its border pixels repeated, added to itself shifted.
        float[] across = new float[values.Length];
        float[] padded = new float[3 * (width + (2 * reach))];
        for (int row = 0; row < height; row++)
        {
            Span<float> from = values.AsSpan(3 * width * row, 3 * width);
            from.CopyTo(padded.AsSpan(3 * reach));
            for (int i = 0; i < reach; i++)
            {
                from[..3].CopyTo(padded.AsSpan(3 * i));
                from[^3..].CopyTo(padded.AsSpan(3 * (reach + width + i)));
            }

            Span<float> to = across.AsSpan(3 * width * row, 3 * width);
            for (int i = 0; i < kernel.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(padded.AsSpan(3 * i, 3 * width), kernel[i], to, to);
            }
        }

        float[] result = new float[values.Length];
        for (int row = 0; row < height; row++)
        {
            Span<float> to = result.AsSpan(3 * width * row, 3 * width);
            for (int i = 0; i < kernel.Length; i++)
            {
                int from = Math.Clamp(row + i - reach, 0, height - 1);
                TensorPrimitives.MultiplyAdd(across.AsSpan(3 * width * from, 3 * width), kernel[i], to, to);
            }
        }

        return result;
    }
}
