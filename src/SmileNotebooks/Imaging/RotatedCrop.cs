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
            Source source = new(pixels, picture.Width, picture.Height, border, scale, offset, grid.IsFixedPoint);
            for (int row = 0; row < grid.Rows; row++)
            {
                source.SampleRow(grid, row, tensor + (3L * grid.Columns * row), vectorised && Vector128.IsHardwareAccelerated);
            }
        }
    }

    /// <summary>A pinned picture and how its values are read.</summary>
    private readonly ref struct Source(byte* pixels, int width, int height, CropBorder border, float scale, float offset, bool isFixedPoint)
    {
        // Beyond one pixel outside nothing changes any more, and positions within it always fit an int.
        private readonly Vector128<double> _furthest = Vector128.Create((double)width, height);

        // OpenCV's INTER_TAB_SIZE: its bilinear weights come from a table of that many steps a pixel.
        private static Vector128<double> FixedPointSteps => Vector128.Create(32.0);

        public void SampleRow(in CropGrid grid, int row, float* to, bool vectorised)
        {
            Vector128<double> start = grid.Start + (grid.RowStep * Vector128.Create((double)row));
            // A vector is stored with a fourth float, which the next pixel overwrites: the last pixel goes the general way.
            int last = vectorised ? grid.Columns - 1 : 0;
            for (int column = 0; column < grid.Columns;)
            {
                int end = EndInside(start, grid.ColumnStep, column, last);
                SampleInside(start, grid.ColumnStep, column, end, to);
                SampleAnywhere(Along(start, grid.ColumnStep, end), to + (3L * end));
                column = end + 1;
            }
        }

        /// <summary>Where the run of columns ends whose points are inside; <paramref name="first"/> where it is not inside itself.</summary>
        private int EndInside(Vector128<double> start, Vector128<double> step, int first, int last)
        {
            if (first >= last || !IsInside(Along(start, step, first)))
            {
                return first;
            }

            // The points lie on a line, and the inside is convex: a run, once left, is not entered again.
            int inside = first, outside = last;
            while (outside - inside > 1)
            {
                int middle = (inside + outside) / 2;
                (inside, outside) = IsInside(Along(start, step, middle)) ? (middle, outside) : (inside, middle);
            }

            return outside;
        }

        /// <summary>Whether all four neighbours are in the picture, and the two bytes that are read beyond them too.</summary>
        private bool IsInside(Vector128<double> position) =>
            Vector128.GreaterThanOrEqualAll(position, Vector128<double>.Zero)
            && Vector128.LessThanAll(position, Vector128.Create(width - 1.0, height - 2.0));

        private Vector128<double> Along(Vector128<double> start, Vector128<double> step, int column)
        {
            Vector128<double> position = start + (step * Vector128.Create((double)column));
            return isFixedPoint ? Vector128.Round(position * FixedPointSteps) / FixedPointSteps : position;
        }

        private void SampleInside(Vector128<double> start, Vector128<double> step, int first, int end, float* to)
        {
            // Locals, because the compiler must assume that the stores change fields.
            byte* origin = pixels;
            long stride = 3L * width;
            Vector128<float> scales = Vector128.Create(scale), offsets = Vector128.Create(offset);
            for (int column = first; column < end; column++)
            {
                Vector128<double> position = Along(start, step, column);
                double x = position.ToScalar(), y = position.GetElement(1);
                int left = (int)x, top = (int)y;
                Vector128<float> value = Interpolate(origin + (top * stride) + (3L * left), stride, (float)(x - left), (float)(y - top));
                value = isFixedPoint ? Vector128.Floor(value + Vector128.Create(0.5f)) : value;
                ((value * scales) + offsets).Store(to + (3L * column));
            }
        }

        private void SampleAnywhere(Vector128<double> position, float* to)
        {
            position = Vector128.Min(Vector128.Max(position, Vector128.Create(-1.0)), _furthest);
            Vector128<double> corner = Vector128.Floor(position);
            Vector128<double> fraction = position - corner;
            SamplePixel(
                (int)corner.ToScalar(), (int)corner.GetElement(1), (float)fraction.ToScalar(), (float)fraction.GetElement(1), to);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Interpolate(byte* topLeft, long stride, float fx, float fy)
        {
            Vector128<float> across = Vector128.Create(fx);
            Vector128<float> top = Mix(topLeft, across);
            Vector128<float> bottom = Mix(topLeft + stride, across);
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
                float value = top + ((bottom - top) * fy);
                to[channel] = ((isFixedPoint ? MathF.Floor(value + 0.5f) : value) * scale) + offset;
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
