// Pixels of a warped picture, triangle by triangle.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Warps one picture along a triangle mesh: for each pixel of a moved triangle, the place that it had before, read by bicubic interpolation
/// (R. Keys, "Cubic convolution interpolation for digital image processing", IEEE Transactions on Acoustics, Speech, and Signal Processing 29(6), 1981, 1153-1160; a = -1/2).
/// Pixels of triangles that stay are copied. Places outside the picture take its border.</summary>
internal sealed class MeshWarp
{
    // Pixels on an edge belong to both triangles, which agree there: so no seam is left out by rounding.
    private const double EdgeTolerance = 1e-7;

    private const double Unmoved = 1e-9;

    // A triangle that keeps less than this share of its area is looked at several times a pixel and axis.
    private const double ShrunkenArea = 0.7;
    private const int LooksAtShrunken = 4;

    // Square pixels, twice the area: a triangle that has collapsed to a line covers no pixel.
    private const double LeastArea = 1e-6;

    private readonly Picture _picture;
    private readonly Vector4[] _values;

    public MeshWarp(Picture picture)
    {
        _picture = picture;
        ReadOnlySpan<byte> pixels = picture.Pixels.Span;
        _values = new Vector4[picture.Width * picture.Height];
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = new Vector4(pixels[3 * i], pixels[(3 * i) + 1], pixels[(3 * i) + 2], 0);
        }
    }

    /// <summary>Paints the picture with its mesh moved.</summary>
    /// <param name="triangles">Corners as indices of points.</param>
    /// <param name="before">Where the points are in the picture, pixels.</param>
    /// <param name="after">Where they are to be.</param>
    public Picture Paint(ReadOnlySpan<(int A, int B, int C)> triangles, ReadOnlySpan<(double X, double Y)> before, ReadOnlySpan<(double X, double Y)> after)
    {
        byte[] pixels = _picture.Pixels.ToArray();

        // Triangles that are turned over, as where closing lips meet, come first: what faces the viewer lies over them, and where nothing does there is no hole.
        foreach (bool turned in (ReadOnlySpan<bool>)[true, false])
        {
            foreach ((int a, int b, int c) in triangles)
            {
                if (IsMoved(before[a], after[a]) || IsMoved(before[b], after[b]) || IsMoved(before[c], after[c]))
                {
                    Fill(pixels, (before[a], before[b], before[c]), (after[a], after[b], after[c]), turned);
                }
            }
        }

        return new Picture(_picture.Width, _picture.Height, pixels);
    }

    private static bool IsMoved((double X, double Y) before, (double X, double Y) after) =>
        Math.Abs(before.X - after.X) > Unmoved || Math.Abs(before.Y - after.Y) > Unmoved;

    private void Fill(
        byte[] pixels,
        ((double X, double Y) A, (double X, double Y) B, (double X, double Y) C) from,
        ((double X, double Y) A, (double X, double Y) B, (double X, double Y) C) to,
        bool turned)
    {
        double area = ((to.B.X - to.A.X) * (to.C.Y - to.A.Y)) - ((to.C.X - to.A.X) * (to.B.Y - to.A.Y));
        double areaBefore = ((from.B.X - from.A.X) * (from.C.Y - from.A.Y)) - ((from.C.X - from.A.X) * (from.B.Y - from.A.Y));
        if (Math.Abs(area) < LeastArea || (area * areaBefore < 0) != turned)
        {
            return;
        }

        // The weights of b and c are linear in x and y, and so is the place before.
        (double bX, double bY) = ((to.C.Y - to.A.Y) / area, (to.A.X - to.C.X) / area);
        (double cX, double cY) = ((to.A.Y - to.B.Y) / area, (to.B.X - to.A.X) / area);
        (double xX, double xY) = (Along(bX, from.B.X - from.A.X, cX, from.C.X - from.A.X), Along(bY, from.B.X - from.A.X, cY, from.C.X - from.A.X));
        (double yX, double yY) = (Along(bX, from.B.Y - from.A.Y, cX, from.C.Y - from.A.Y), Along(bY, from.B.Y - from.A.Y, cY, from.C.Y - from.A.Y));
        int looks = Math.Abs(area) < ShrunkenArea * Math.Abs(areaBefore) ? LooksAtShrunken : 1;

        int width = _picture.Width;
        int top = Math.Max(0, (int)Math.Ceiling(Math.Min(to.A.Y, Math.Min(to.B.Y, to.C.Y)) - 0.5));
        int bottom = Math.Min(_picture.Height - 1, (int)Math.Floor(Math.Max(to.A.Y, Math.Max(to.B.Y, to.C.Y)) - 0.5));
        for (int row = top; row <= bottom; row++)
        {
            double y = row + 0.5 - to.A.Y;
            (double first, double last) = (0.5 - to.A.X, width - 0.5 - to.A.X);
            Within(bX, bY * y, ref first, ref last);
            Within(cX, cY * y, ref first, ref last);
            Within(-bX - cX, 1 - ((bY + cY) * y), ref first, ref last);
            if (!(first <= last))
            {
                continue;
            }

            int left = Math.Max(0, (int)Math.Ceiling(first + to.A.X - 0.5));
            int right = Math.Min(width - 1, (int)Math.Floor(last + to.A.X - 0.5));
            for (int column = left; column <= right; column++)
            {
                double x = column + 0.5 - to.A.X;
                Vector4 value = looks == 1
                    ? ValueAt(from.A.X + (xX * x) + (xY * y) - 0.5, from.A.Y + (yX * x) + (yY * y) - 0.5)
                    : MeanAround(x, y);
                value = Vector4.Clamp(value + new Vector4(0.5f), Vector4.Zero, new Vector4(255));
                int at = 3 * ((row * width) + column);
                pixels[at] = (byte)value.X;
                pixels[at + 1] = (byte)value.Y;
                pixels[at + 2] = (byte)value.Z;
            }
        }

        // Where much is pressed into few pixels, as an eye that closes, each pixel is the mean of what comes to lie in it.
        Vector4 MeanAround(double x, double y)
        {
            Vector4 sum = default;
            for (int i = 0; i < looks * looks; i++)
            {
                double atX = x + (((i % looks) + 0.5) / looks) - 0.5, atY = y + (((i / looks) + 0.5) / looks) - 0.5;
                sum += ValueAt(from.A.X + (xX * atX) + (xY * atY) - 0.5, from.A.Y + (yX * atX) + (yY * atY) - 0.5);
            }

            return sum / (looks * looks);
        }
    }

    private static double Along(double b, double fromB, double c, double fromC) => (b * fromB) + (c * fromC);

    // Narrows a stretch of x to where slope x + start is not below zero.
    private static void Within(double slope, double start, ref double first, ref double last)
    {
        double edge = (-EdgeTolerance - start) / slope;
        if (slope > 0)
        {
            first = Math.Max(first, edge);
        }
        else if (slope < 0)
        {
            last = Math.Min(last, edge);
        }
        else if (start < -EdgeTolerance)
        {
            last = double.NegativeInfinity;
        }
    }

    // x and y count pixel centres.
    private Vector4 ValueAt(double x, double y)
    {
        int width = _picture.Width, height = _picture.Height;
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        int column = (int)x, row = (int)y;
        Vector4 across = Weights((float)(x - column));
        Vector4 down = Weights((float)(y - row));
        if (column >= 1 && row >= 1 && column + 2 < width && row + 2 < height)
        {
            int at = ((row - 1) * width) + column - 1;
            return (down.X * Row(at, across)) + (down.Y * Row(at + width, across)) + (down.Z * Row(at + (2 * width), across)) + (down.W * Row(at + (3 * width), across));
        }

        Vector4 sum = default;
        for (int i = 0; i < 4; i++)
        {
            int start = Math.Clamp(row - 1 + i, 0, height - 1) * width;
            for (int j = 0; j < 4; j++)
            {
                sum += down[i] * across[j] * _values[start + Math.Clamp(column - 1 + j, 0, width - 1)];
            }
        }

        return sum;
    }

    private Vector4 Row(int at, Vector4 across)
    {
        ReadOnlySpan<Vector4> four = _values.AsSpan(at, 4);
        return (across.X * four[0]) + (across.Y * four[1]) + (across.Z * four[2]) + (across.W * four[3]);
    }

    private static Vector4 Weights(float t)
    {
        float t2 = t * t, t3 = t2 * t;
        return new Vector4((-0.5f * t3) + t2 - (0.5f * t), (1.5f * t3) - (2.5f * t2) + 1, (-1.5f * t3) + (2 * t2) + (0.5f * t), (0.5f * t3) - (0.5f * t2));
    }
}
