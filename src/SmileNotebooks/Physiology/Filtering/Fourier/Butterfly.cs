// Fourier transforms of a few numbers.
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>Fourier transforms of the radix of a stage, four side by side.</summary>
internal static class Butterfly
{
    /// <summary>Replaces numbers by their transform; 2, 4 or an odd number of them.</summary>
    /// <param name="re">Real parts.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="cosines">Real parts of exp(-2 pi i k / radix).</param>
    /// <param name="sines">Imaginary parts of them.</param>
    public static void Apply(Span<Vector256<double>> re, Span<Vector256<double>> im, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        switch (re.Length)
        {
            case 2:
                (re[0], re[1]) = (re[0] + re[1], re[0] - re[1]);
                (im[0], im[1]) = (im[0] + im[1], im[0] - im[1]);
                break;
            case 4:
                Four(re, im);
                break;
            default:
                Odd(re, im, cosines, sines);
                break;
        }
    }

    private static void Four(Span<Vector256<double>> re, Span<Vector256<double>> im)
    {
        Vector256<double> evenRe = re[0] + re[2], evenIm = im[0] + im[2], oddRe = re[1] + re[3], oddIm = im[1] + im[3];
        Vector256<double> evenGapRe = re[0] - re[2], evenGapIm = im[0] - im[2], oddGapRe = re[1] - re[3], oddGapIm = im[1] - im[3];
        (re[0], im[0]) = (evenRe + oddRe, evenIm + oddIm);
        (re[1], im[1]) = (evenGapRe + oddGapIm, evenGapIm - oddGapRe);
        (re[2], im[2]) = (evenRe - oddRe, evenIm - oddIm);
        (re[3], im[3]) = (evenGapRe - oddGapIm, evenGapIm + oddGapRe);
    }

    /// <summary>Numbers k and radix - k meet conjugate roots: their sums meet the cosines, their differences the sines.</summary>
    private static void Odd(Span<Vector256<double>> re, Span<Vector256<double>> im, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        int radix = re.Length, half = radix / 2;
        Vector256<double> firstRe = re[0], firstIm = im[0];
        for (int k = 1; k <= half; k++)
        {
            (re[k], re[radix - k]) = (re[k] + re[radix - k], re[k] - re[radix - k]);
            (im[k], im[radix - k]) = (im[k] + im[radix - k], im[k] - im[radix - k]);
            re[0] += re[k];
            im[0] += im[k];
        }

        Span<Vector256<double>> outRe = stackalloc Vector256<double>[radix], outIm = stackalloc Vector256<double>[radix];
        for (int j = 1; j <= half; j++)
        {
            Vector256<double> sumRe = firstRe, sumIm = firstIm, turnedRe = default, turnedIm = default;
            for (int k = 1; k <= half; k++)
            {
                int root = j * k % radix;
                sumRe += re[k] * cosines[root];
                sumIm += im[k] * cosines[root];
                turnedRe -= im[radix - k] * sines[root];
                turnedIm += re[radix - k] * sines[root];
            }

            (outRe[j], outIm[j]) = (sumRe + turnedRe, sumIm + turnedIm);
            (outRe[radix - j], outIm[radix - j]) = (sumRe - turnedRe, sumIm - turnedIm);
        }

        outRe[1..].CopyTo(re[1..]);
        outIm[1..].CopyTo(im[1..]);
    }
}
