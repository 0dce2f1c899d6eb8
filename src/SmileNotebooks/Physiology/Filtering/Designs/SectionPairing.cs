// How poles and zeros are paired to second-order sections.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Pairs the poles of a digital filter with their nearest zeros; the pair nearest to the unit circle comes last, which keeps the peaks within the cascade low.</summary>
/// <remarks>The ordering of Jackson (1970, Bell System Technical Journal 49) as SciPy's zpk2sos does it (pairing "nearest"), so that rounding is the same too.</remarks>
internal static class SectionPairing
{
    /// <summary>Complex numbers whose parts differ by less than this are taken for equal; SciPy's tolerance.</summary>
    private const double Tolerance = 100 * 2.220446049250313e-16;

    public static SecondOrderSection[] Pair(ZeroPoleGain filter)
    {
        // An odd order is made even by a pole and a zero at the origin, which cancel.
        Complex[] odd = filter.Poles.Length % 2 == 1 ? [Complex.Zero] : [];
        List<Complex> zeros = UpperHalf([.. filter.Zeros, .. odd]);
        List<Complex> poles = UpperHalf([.. filter.Poles, .. odd]);
        var sections = new SecondOrderSection[(filter.Poles.Length + 1) / 2];
        for (int index = sections.Length - 1; index >= 0; index--)
        {
            sections[index] = TakeSection(poles, zeros);
        }

        sections[0] = sections[0].Amplified(filter.Gain);
        return sections;
    }

    private static SecondOrderSection TakeSection(List<Complex> poles, List<Complex> zeros)
    {
        Complex pole = Take(poles, NearestToCircle(poles, _ => true));
        bool realPairsWithComplex = pole.Imaginary != 0 && poles.Count + 1 == zeros.Count
            && poles.Count(IsReal) == 1 && zeros.Count(IsReal) == 1;
        Complex other = IsReal(pole) ? Take(poles, NearestToCircle(poles, IsReal)) : Complex.Conjugate(pole);
        Complex zero = Take(zeros, Nearest(zeros, pole, realPairsWithComplex ? z => !IsReal(z) : _ => true));
        Complex otherZero = IsReal(zero) ? Take(zeros, Nearest(zeros, pole, IsReal)) : Complex.Conjugate(zero);
        (double b1, double b2) = Quadratic(zero, otherZero);
        (double a1, double a2) = Quadratic(pole, other);
        return new(1, b1, b2, a1, a2);
    }

    /// <summary>The coefficients of (z - first)(z - second), two reals or a conjugate pair.</summary>
    private static (double Linear, double Constant) Quadratic(Complex first, Complex second) =>
        (-first.Real - second.Real, SciPyComplex.Multiply(-first, -second).Real);

    /// <summary>One number of each conjugate pair in ascending order of its real part, then the real numbers.</summary>
    private static List<Complex> UpperHalf(Complex[] numbers)
    {
        bool Real(Complex z) => Math.Abs(z.Imaginary) <= Tolerance * SciPyComplex.Modulus(z);
        Complex[] ordered = [.. numbers.OrderBy(z => z.Real).ThenBy(z => Math.Abs(z.Imaginary))];
        Complex[] upper = SortRuns([.. ordered.Where(z => !Real(z) && z.Imaginary > 0)]);
        Complex[] lower = SortRuns([.. ordered.Where(z => !Real(z) && z.Imaginary < 0)]);
        return [.. upper.Zip(lower, (above, below) => (above + Complex.Conjugate(below)) / 2), .. ordered.Where(Real).Select(z => new Complex(z.Real, 0))];
    }

    /// <summary>Sorts numbers of the same real part, but for rounding, by their imaginary parts, so that conjugates stand at the same place.</summary>
    private static Complex[] SortRuns(Complex[] numbers)
    {
        for (int start = 0, stop; start < numbers.Length; start = stop)
        {
            stop = start + 1;
            while (stop < numbers.Length && numbers[stop].Real - numbers[stop - 1].Real <= Tolerance * SciPyComplex.Modulus(numbers[stop - 1]))
            {
                stop++;
            }

            numbers.AsSpan(start, stop - start).Sort((a, b) => Math.Abs(a.Imaginary).CompareTo(Math.Abs(b.Imaginary)));
        }

        return numbers;
    }

    private static int NearestToCircle(List<Complex> poles, Func<Complex, bool> eligible) =>
        Smallest(poles, pole => Math.Abs(1 - SciPyComplex.Modulus(pole)), eligible);

    private static int Nearest(List<Complex> zeros, Complex pole, Func<Complex, bool> eligible) =>
        Smallest(zeros, zero => SciPyComplex.Modulus(zero - pole), eligible);

    private static int Smallest(List<Complex> numbers, Func<Complex, double> distance, Func<Complex, bool> eligible) =>
        Enumerable.Range(0, numbers.Count).Where(index => eligible(numbers[index])).MinBy(index => distance(numbers[index]));

    private static Complex Take(List<Complex> numbers, int index)
    {
        Complex taken = numbers[index];
        numbers.RemoveAt(index);
        return taken;
    }

    private static bool IsReal(Complex z) => z.Imaginary == 0;
}
