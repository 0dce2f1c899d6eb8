// Folds of known place and depth painted on a photo: the known truth that the measure of wrinkles is tested on.
namespace SmileNotebooks;

/// <summary>Paints folds into a photo, placed by the mesh: dark grooves between bright rims, soft across and fading at their ends. The picture's mean light
/// stays. Not a picture of how skin folds: real folds follow anatomy, shade by the light's direction, and are irregular.</summary>
public static class WrinklePainter
{
    private const int PartsOfPixel = 3;

    /// <summary>The face's picture with folds painted on it.</summary>
    /// <param name="face">A face with 478 landmarks and its picture.</param>
    /// <param name="folds">Which folds, and how deep.</param>
    /// <returns>A picture of the same size; that of the face is not changed.</returns>
    /// <exception cref="ArgumentException">The face has no picture or not 478 points, a depth is not from 0 to 1, or the width not above 0 to 5 mm.</exception>
    public static Picture Paint(Face face, PaintedWrinkles folds)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(folds);
        Picture picture = face.Picture ?? throw new ArgumentException("Folds are painted on a face with a picture; this one has none.", nameof(face));
        if (face.Landmarks.Length != FaceTopology.PointCount)
        {
            throw new ArgumentException($"Expected {FaceTopology.PointCount} landmarks, found {face.Landmarks.Length}.", nameof(face));
        }

        if (!(folds.WidthMillimetres is > 0 and <= 5))
        {
            throw new ArgumentException(FormattableString.Invariant($"The width of a line is above 0 to 5 mm, found {folds.WidthMillimetres}."), nameof(folds));
        }

        double[] gain = new double[picture.Width * picture.Height];
        Array.Fill(gain, 1);
        foreach ((double depth, bool isLeft, double width, PaintedLine[] lines) in (ReadOnlySpan<(double, bool, double, PaintedLine[])>)[
            (folds.CrowsFeetRight, false, 1, PaintedLine.CrowsFeet), (folds.CrowsFeetLeft, true, 1, PaintedLine.CrowsFeet),
            (folds.LowerLidRight, false, 1.5, PaintedLine.LowerLid), (folds.LowerLidLeft, true, 1.5, PaintedLine.LowerLid),
            (folds.NasolabialRight, false, 2.5, PaintedLine.Nasolabial), (folds.NasolabialLeft, true, 2.5, PaintedLine.Nasolabial)])
        {
            if (!(depth is >= 0 and <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"The depth of a fold is 0 to 1, found {depth}."), nameof(folds));
            }

            foreach (PaintedLine line in depth > 0 ? lines : [])
            {
                Draw(face, picture, line, isLeft, depth, width * folds.WidthMillimetres / 10, gain);
            }
        }

        return Apply(picture, gain);
    }

    private static void Draw(Face face, Picture picture, PaintedLine line, bool isLeft, double depth, double width, double[] gain)
    {
        ReadOnlySpan<Point3> landmarks = face.MeasuredLandmarks.AsSpan();
        double pixelWidth = width * PixelScale.Of(landmarks).PixelsPerCentimetre;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[PaintedLine.PointCount];
        line.Place(landmarks, isLeft, points);
        (double left, double right, double top, double bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach ((double x, double y) in points)
        {
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        double reach = 8 * pixelWidth;
        int lastRow = (int)Math.Min(picture.Height - 1, bottom + reach), lastColumn = (int)Math.Min(picture.Width - 1, right + reach);
        for (int row = (int)Math.Max(0, top - reach); row <= lastRow; row++)
        {
            for (int column = (int)Math.Max(0, left - reach); column <= lastColumn; column++)
            {
                double sum = 0;
                for (int part = 0; part < PartsOfPixel * PartsOfPixel; part++)
                {
                    double x = column + (((part % PartsOfPixel) + 0.5) / PartsOfPixel), y = row + (((part / PartsOfPixel) + 0.5) / PartsOfPixel);
                    sum += Profile(points, x, y, pixelWidth);
                }

                gain[(row * picture.Width) + column] *= Math.Max(0, 1 - (depth * sum / (PartsOfPixel * PartsOfPixel)));
            }
        }
    }

    /// <summary>1 in the middle of the line; a Gaussian less another of twice the width and half the height, whose integral is 0; fading toward the ends.</summary>
    private static double Profile(ReadOnlySpan<(double X, double Y)> points, double x, double y, double width)
    {
        double nearest = double.MaxValue, place = 0;
        for (int i = 0; i + 1 < points.Length; i++)
        {
            (double ax, double ay) = points[i];
            double dx = points[i + 1].X - ax, dy = points[i + 1].Y - ay;
            double along = Math.Clamp((((x - ax) * dx) + ((y - ay) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            double ex = x - ax - (along * dx), ey = y - ay - (along * dy);
            double distance = (ex * ex) + (ey * ey);
            if (distance < nearest)
            {
                (nearest, place) = (distance, (i + along) / (points.Length - 1));
            }
        }

        double z = nearest / (2 * width * width);
        double fade = Math.Sin(Math.PI * place);
        return 2 * fade * (Math.Exp(-z) - (0.5 * Math.Exp(-z / 4)));
    }

    private static Picture Apply(Picture picture, double[] gain)
    {
        ReadOnlySpan<byte> from = picture.Pixels.Span;
        byte[] to = from.ToArray();
        for (int i = 0; i < to.Length; i++)
        {
            if (gain[i / 3] != 1)
            {
                double light = from[i] / 255.0;
                light = gain[i / 3] * (light <= 0.04045 ? light / 12.92 : Math.Pow((light + 0.055) / 1.055, 2.4));
                double level = light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
                to[i] = (byte)((Math.Clamp(level, 0, 1) * 255) + 0.5);
            }
        }

        return new Picture(picture.Width, picture.Height, to);
    }
}
