// Samples a turned and scaled rectangle of a picture: what the face models see. Its exactness decides that of the landmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>Bilinear sampling of a rotated rectangle into a tensor of floats. Allocates nothing.</summary>
public static unsafe class RotatedCrop
{
    /// <summary>Samples a region of a picture into a square tensor.</summary>
    /// <param name="picture">The picture; pixels are 0 to 255.</param>
    /// <param name="region">What to sample, in pixels of the picture; it may lie partly or wholly outside, and be of any finite size.</param>
    /// <param name="size">Side of the tensor, at least 1.</param>
    /// <param name="destination">Receives [size, size, 3] (row, column, red-green-blue); what lies behind is left as it is.</param>
    /// <param name="scale">Factor of the pixel values, e.g. 1/255.</param>
    /// <param name="offset">Added after scaling; pixels outside that are black have this value.</param>
    /// <param name="border">What lies outside the picture.</param>
    /// <param name="convention">Where samples are taken.</param>
    /// <exception cref="ArgumentException">A region that is not finite, a size below 1, or a destination that is too short.</exception>
    public static void Sample(
        Picture picture,
        in RotatedRectangle region,
        int size,
        Span<float> destination,
        float scale,
        float offset,
        CropBorder border,
        SamplingConvention convention)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        CropGrid grid = new(region, size, size, convention);
        Sample(picture, grid, destination, scale, offset, border);
    }

    /// <summary>Samples at the points of a grid: [rows, columns, 3]. The two ways agree to 1e-4 of a level.</summary>
    internal static void Sample(
        Picture picture, in CropGrid grid, Span<float> destination, float scale, float offset, CropBorder border, bool vectorised = true)
    {
        ArgumentNullException.ThrowIfNull(picture);
        long length = 3L * grid.Columns * grid.Rows;
        if (destination.Length < length)
        {
            throw new ArgumentException($"A crop of [{grid.Rows}, {grid.Columns}, 3] needs {length} floats, found {destination.Length}.", nameof(destination));
        }

        fixed (byte* pixels = picture.Pixels.Span)
        fixed (float* tensor = destination)
        {
            Source source = new(pixels, picture.Width, picture.Height, border, scale, offset);
            float* end = tensor + length;
            for (int row = 0; row < grid.Rows; row++)
            {
                source.SampleRow(grid, row, tensor + (3L * grid.Columns * row), end, vectorised && Vector128.IsHardwareAccelerated);
            }
        }
    }

    /// <summary>A pinned picture and how its values are read.</summary>
    private readonly ref struct Source(byte* pixels, int width, int height, CropBorder border, float scale, float offset)
    {
        /// <summary>Two neighbouring pixels are read as 8 bytes, two more than they have: where the last such read may begin.</summary>
        private readonly long _lastRead = (3L * width * height) - 8;

        // Beyond one pixel outside nothing changes any more, and positions within it always fit an int.
        private readonly Vector128<double> _furthest = Vector128.Create((double)width, height);

        public void SampleRow(in CropGrid grid, int row, float* to, float* end, bool vectorised)
        {
            Vector128<double> start = grid.Start + (grid.RowStep * Vector128.Create((double)row));
            Vector128<float> scales = Vector128.Create(scale), offsets = Vector128.Create(offset);
            for (int column = 0; column < grid.Columns; column++, to += 3)
            {
                Vector128<double> position = start + (grid.ColumnStep * Vector128.Create((double)column));
                position = Vector128.Min(Vector128.Max(position, Vector128.Create(-1.0)), _furthest);
                Vector128<double> corner = Vector128.Floor(position);
                Vector128<double> fraction = position - corner;
                int x = (int)corner.ToScalar(), y = (int)corner.GetElement(1);
                float fx = (float)fraction.ToScalar(), fy = (float)fraction.GetElement(1);

                long first = 3L * (((long)y * width) + x);
                bool inside = (uint)x < (uint)(width - 1) && (uint)y < (uint)(height - 1) && first + (3L * width) <= _lastRead;
                // The vector is stored with a fourth float, which the next pixel overwrites: the very last pixel has no next.
                if (vectorised && inside && to + 4 <= end)
                {
                    (Interpolate(pixels + first, fx, fy) * scales + offsets).Store(to);
                }
                else
                {
                    SamplePixel(x, y, fx, fy, to);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector128<float> Interpolate(byte* topLeft, float fx, float fy)
        {
            Vector128<float> across = Vector128.Create(fx);
            Vector128<float> top = Mix(topLeft, across);
            Vector128<float> bottom = Mix(topLeft + (3L * width), across);
            return top + ((bottom - top) * Vector128.Create(fy));
        }

        /// <summary>Between a pixel and its right neighbour; the fourth lane is of no use.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Mix(byte* left, Vector128<float> across)
        {
            Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(left)).AsByte();
            Vector128<ushort> pair = Vector128.WidenLower(
                Vector128.Shuffle(bytes, Vector128.Create((byte)0, 1, 2, 255, 3, 4, 5, 255, 255, 255, 255, 255, 255, 255, 255, 255)));
            Vector128<float> from = Vector128.ConvertToSingle(Vector128.WidenLower(pair).AsInt32());
            Vector128<float> to = Vector128.ConvertToSingle(Vector128.WidenUpper(pair).AsInt32());
            return from + ((to - from) * across);
        }

        private void SamplePixel(int x, int y, float fx, float fy, float* to)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                float topLeft = Value(x, y, channel), bottomLeft = Value(x, y + 1, channel);
                float top = topLeft + ((Value(x + 1, y, channel) - topLeft) * fx);
                float bottom = bottomLeft + ((Value(x + 1, y + 1, channel) - bottomLeft) * fx);
                to[channel] = ((top + ((bottom - top) * fy)) * scale) + offset;
            }
        }

        private float Value(int x, int y, int channel)
        {
            if (border == CropBorder.Replicate)
            {
                x = Math.Clamp(x, 0, width - 1);
                y = Math.Clamp(y, 0, height - 1);
            }

            bool outside = (uint)x >= (uint)width || (uint)y >= (uint)height;
            return outside ? 0 : pixels[(3L * (((long)y * width) + x)) + channel];
        }
    }
}
