// Complex arithmetic in the order of operations of NumPy and the C library, so that designs agree to the last digits.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Complex operations whose last digit matters: poles next to the unit circle magnify it. <see cref="Complex"/> divides and takes roots by other formulae.</summary>
internal static class SciPyComplex
{
    /// <summary>Smith's division with one reciprocal (Smith, 1962, Algorithm 116), as NumPy does it.</summary>
    public static Complex Divide(Complex a, Complex b)
    {
        if (Math.Abs(b.Real) >= Math.Abs(b.Imaginary))
        {
            double ratio = b.Imaginary / b.Real;
            double scale = 1 / (b.Real + (b.Imaginary * ratio));
            return new((a.Real + (a.Imaginary * ratio)) * scale, (a.Imaginary - (a.Real * ratio)) * scale);
        }
        else
        {
            double ratio = b.Real / b.Imaginary;
            double scale = 1 / (b.Imaginary + (b.Real * ratio));
            return new(((a.Real * ratio) + a.Imaginary) * scale, ((a.Imaginary * ratio) - a.Real) * scale);
        }
    }

    public static Complex Multiply(Complex a, Complex b) =>
        new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));

    /// <summary>The product of all, from left to right.</summary>
    public static Complex Product(IEnumerable<Complex> factors) => factors.Aggregate(Complex.One, Multiply);

    /// <summary>The principal square root; the sign of a zero imaginary part chooses the side of the cut, as in C99.</summary>
    public static Complex SquareRoot(Complex z)
    {
        if (z.Imaginary == 0)
        {
            return z.Real < 0 ? new(0, Math.CopySign(Math.Sqrt(-z.Real), z.Imaginary)) : new(Math.Sqrt(z.Real), z.Imaginary);
        }

        double modulus = Modulus(z);
        if (z.Real > 0)
        {
            double real = Math.Sqrt(0.5 * (modulus + z.Real));
            return new(real, 0.5 * (z.Imaginary / real));
        }

        double imaginary = Math.Sqrt(0.5 * (modulus - z.Real));
        return new(Math.Abs(0.5 * (z.Imaginary / imaginary)), Math.CopySign(imaginary, z.Imaginary));
    }

    /// <summary>|z| to the last digit: the rounding of the squares is put back (fused operations are exact on every machine).</summary>
    public static double Modulus(Complex z)
    {
        double x = Math.Abs(z.Real), y = Math.Abs(z.Imaginary);
        if (x == 0 || y == 0)
        {
            return x + y;
        }

        double xx = x * x, yy = y * y, sum = xx + yy;
        double larger = Math.Max(xx, yy), smaller = Math.Min(xx, yy);
        double lost = Math.FusedMultiplyAdd(x, x, -xx) + Math.FusedMultiplyAdd(y, y, -yy) + (smaller - (sum - larger));
        double root = Math.Sqrt(sum);
        return root + ((Math.FusedMultiplyAdd(-root, root, sum) + lost) / (2 * root));
    }
}
