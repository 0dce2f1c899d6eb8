// Patches for people to look at: is it skin?
namespace SmileNotebooks;

/// <summary>Rectified patches as grey pictures.</summary>
internal static class PatchPictures
{
    /// <summary>Natural logarithms of light from black to white: the same for all patches, so that contrasts can be compared.</summary>
    private const double ShownContrast = 1.4;

    private const int OutsideShare = 2;

    /// <summary>A patch as it is measured: log luminance about the mean of its region, in the picture's own left-right order; what is outside of the region is dimmed.</summary>
    /// <param name="face">A face with its picture.</param>
    /// <param name="shape">The region.</param>
    /// <param name="isLeft">On the subject's left.</param>
    public static Picture Of(Face face, PatchShape shape, bool isLeft)
    {
        ReadOnlySpan<Point3> landmarks = face.MeasuredLandmarks.AsSpan();
        PatchReader reader = PatchReader.Own;
        reader.Sample(shape, isLeft, face.Picture!, landmarks, PixelScale.Of(landmarks));
        float[] light = reader.Light[..shape.Count].ToArray();
        PatchSampler.TakeLogarithm(light);
        double mean = shape.Inside.Average(at => light[at]);
        bool[] inside = new bool[shape.Count];
        foreach (int at in shape.Inside)
        {
            inside[at] = true;
        }

        // The margin that only the filters see is cut to a few samples.
        const int Cut = PatchShape.Margin - 4;
        int columns = shape.Columns - (2 * Cut), rows = shape.Rows - (2 * Cut);
        byte[] pixels = new byte[3 * columns * rows];
        for (int i = 0; i < columns * rows; i++)
        {
            int column = i % columns, at = ((Cut + (i / columns)) * shape.Columns) + Cut + (isLeft ? columns - 1 - column : column);
            double grey = Math.Clamp(0.5 + ((light[at] - mean) / ShownContrast), 0, 1) * 255;
            byte level = (byte)((inside[at] ? grey : grey / OutsideShare) + 0.5);
            (pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2]) = (level, level, level);
        }

        return new Picture(columns, rows, pixels);
    }
}
