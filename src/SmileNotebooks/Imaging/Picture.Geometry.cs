// Pictures made of pictures.
namespace SmileNotebooks;

public sealed partial class Picture
{
    /// <summary>The picture at another size, by Lanczos resampling (three lobes).</summary>
    /// <param name="width">New width in pixels, at least 1.</param>
    /// <param name="height">New height in pixels, at least 1; the sides need not keep their ratio.</param>
    public Picture Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)width * height, Array.MaxLength / 3, "width x height");
        return LanczosResampling.Resize(this, width, height);
    }

    /// <summary>A part of the picture, pixel for pixel.</summary>
    /// <param name="x">Leftmost column of the part.</param>
    /// <param name="y">Topmost row of the part.</param>
    /// <param name="width">Width of the part in pixels, at least 1.</param>
    /// <param name="height">Height of the part in pixels, at least 1.</param>
    /// <exception cref="ArgumentException">The part is empty or not wholly within the picture.</exception>
    public Picture Crop(int x, int y, int width, int height)
    {
        if (x < 0 || y < 0 || width < 1 || height < 1 || (long)x + width > Width || (long)y + height > Height)
        {
            throw new ArgumentException(
                $"A part of a picture of {Width} x {Height} lies within it, found {width} x {height} pixels at ({x}, {y}).");
        }

        byte[] part = GC.AllocateUninitializedArray<byte>(width * height * 3);
        for (int row = 0; row < height; row++)
        {
            Pixels.Span.Slice(3 * (((y + row) * Width) + x), 3 * width).CopyTo(part.AsSpan(3 * width * row));
        }

        return new Picture(width, height, part);
    }

    /// <summary>The mirror image: left and right change places.</summary>
    public Picture FlipHorizontally() => PictureOrientation.Apply(this, 2);

    /// <summary>The picture turned about its centre, at the same size (bilinear). Corners that were outside are black.</summary>
    /// <param name="degrees">Angle in degrees; positive turns clockwise as seen.</param>
    /// <exception cref="ArgumentException">The angle is not finite.</exception>
    public Picture Rotate(double degrees)
    {
        const int rowsAtOnce = 16;
        // What is turned clockwise is what a frame sees that is turned the other way.
        RotatedRectangle frame = new(Width / 2.0, Height / 2.0, Width, Height, -degrees * Math.PI / 180);
        CropGrid grid = new(frame, Width, Height, SamplingConvention.PixelCentres);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(Pixels.Length);
        float[] samples = new float[3 * Width * Math.Min(rowsAtOnce, Height)];
        for (int row = 0; row < Height; row += rowsAtOnce)
        {
            CropGrid rows = grid.Slice(row, Math.Min(rowsAtOnce, Height - row));
            // Half a level is added so that cutting off the fraction rounds to nearest.
            RotatedCrop.Sample(this, rows, samples, scale: 1, offset: 0.5f, CropBorder.Zero);
            for (int i = 0, to = 3 * Width * row; i < 3 * Width * rows.Rows; i++, to++)
            {
                pixels[to] = (byte)samples[i];
            }
        }

        return new Picture(Width, Height, pixels);
    }
}
