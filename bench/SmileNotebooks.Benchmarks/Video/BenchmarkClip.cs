// The clip that is measured: a photo of one face, seen by a camera that moves. Made anew, never committed.
namespace SmileNotebooks.Benchmarks.Video;

/// <summary>Makes the clip: the view glides, comes nearer and turns a little, so that no two frames are alike and the face is always in it.</summary>
internal static class BenchmarkClip
{
    public const int Frames = 250;

    private const double FrameRate = 25;

    /// <summary>Writes the clip with 16:9 frames of a height, in H.264 at the writer's default quality.</summary>
    public static string Write(string folder, Picture photo, int height)
    {
        string path = Path.Combine(folder, $"{height}p.mp4");
        int width = height * 16 / 9 / 2 * 2;
        using VideoWriter writer = VideoWriter.Create(path, width, height, FrameRate);
        for (int i = 0; i < Frames; i++)
        {
            writer.Add(Frame(photo, i / FrameRate, width, height));
        }

        writer.Complete();
        return path;
    }

    private static Picture Frame(Picture photo, double time, int width, int height)
    {
        const int rowsAtOnce = 16;
        double side = 400 + (40 * Math.Sin(0.9 * time));
        RotatedRectangle view = new(
            (photo.Width / 2.0) - 20 + (30 * Math.Sin(1.3 * time)), 175 + (15 * Math.Sin(2.1 * time)), side, side * height / width, 0.12 * Math.Sin(1.7 * time));
        CropGrid grid = new(view, width, height, SamplingConvention.PixelCentres);
        byte[] pixels = new byte[width * height * 3];
        float[] samples = new float[3 * width * rowsAtOnce];
        for (int row = 0; row < height; row += rowsAtOnce)
        {
            CropGrid rows = grid.Slice(row, Math.Min(rowsAtOnce, height - row));
            RotatedCrop.Sample(photo, rows, samples, scale: 1, offset: 0.5f, CropBorder.Replicate);
            for (int i = 0; i < 3 * width * rows.Rows; i++)
            {
                pixels[(3 * width * row) + i] = (byte)samples[i];
            }
        }

        return new Picture(width, height, pixels);
    }
}
