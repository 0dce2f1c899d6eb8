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

    /// <summary>|z| with the rounding of the root put back (Borges, 2021, ACM Transactions on Mathematical Software 47, article 9: the unfused algorithm), as the GNU C library has it.</summary>
    public static double Modulus(Complex z)
    {
        double larger = Math.Max(Math.Abs(z.Real), Math.Abs(z.Imaginary)), smaller = Math.Min(Math.Abs(z.Real), Math.Abs(z.Imaginary));
        if (smaller == 0)
        {
            return larger;
        }

        double root = Math.Sqrt((larger * larger) + (smaller * smaller));
        if (root <= 2 * smaller)
        {
            double excess = root - smaller;
            return root - (((larger * ((2 * excess) - larger)) + ((excess - (2 * (larger - smaller))) * excess)) / (2 * root));
        }
        else
        {
            double excess = root - larger;
            return root - (((2 * excess * (larger - (2 * smaller))) + ((((4 * excess) - smaller) * smaller) + (excess * excess))) / (2 * root));
        }
    }
}
