// A filter as its zeros, poles and gain, and the transformations that lead from a low-pass prototype to a digital filter.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Zeros, poles and gain of a filter: k prod(s - z) / prod(s - p). Polynomials of high order lose their digits, this form keeps them.</summary>
/// <remarks>Transformations of Oppenheim and Schafer (2010, Discrete-time signal processing, section 7.2 and appendix B) in the order of operations of SciPy 1.10.</remarks>
internal sealed record ZeroPoleGain(Complex[] Zeros, Complex[] Poles, double Gain)
{
    /// <summary>The rate at which the bilinear transform is done; frequencies are prewarped to it, so that it cancels.</summary>
    private const double BilinearRate = 2;

    private int Degree => Poles.Length - Zeros.Length;

    /// <summary>Butterworth's low-pass with cut-off 1 rad/s (Butterworth, 1930): poles evenly on the left half of the unit circle.</summary>
    public static ZeroPoleGain Butterworth(int order) => new([], [.. Enumerable.Range(0, order).Select(k =>
    {
        (double sine, double cosine) = Math.SinCos(PrototypeAngle(order, k));
        return new Complex(-cosine, -sine);
    })], 1);

    /// <summary>The analogue frequency that the bilinear transform takes to a frequency.</summary>
    /// <param name="frequency">As a fraction of half the sampling rate, between 0 and 1.</param>
    public static double Prewarp(double frequency) => 2 * BilinearRate * Math.Tan(Math.PI * frequency / BilinearRate);

    /// <summary>Moves the cut-off from 1 to a frequency.</summary>
    public ZeroPoleGain LowPass(double cutoff) => new(
        [.. Zeros.Select(zero => Scale(zero, cutoff))], [.. Poles.Select(pole => Scale(pole, cutoff))], Gain * Math.Pow(cutoff, Degree));

    /// <summary>Turns the low-pass into a high-pass.</summary>
    public ZeroPoleGain HighPass(double cutoff) => new(
        [.. Zeros.Select(zero => SciPyComplex.Divide(cutoff, zero)), .. Enumerable.Repeat(Complex.Zero, Degree)],
        [.. Poles.Select(pole => SciPyComplex.Divide(cutoff, pole))],
        InvertedGain());

    /// <summary>Turns the low-pass into a band-pass; each pole becomes two.</summary>
    public ZeroPoleGain BandPass(double low, double high)
    {
        double width = high - low, centre = Math.Sqrt(low * high);
        return new(
            [.. AroundCentre([.. Zeros.Select(zero => SciPyComplex.Divide(Scale(zero, width), 2))], centre), .. Enumerable.Repeat(Complex.Zero, Degree)],
            AroundCentre([.. Poles.Select(pole => SciPyComplex.Divide(Scale(pole, width), 2))], centre),
            Gain * Math.Pow(width, Degree));
    }

    /// <summary>Turns the low-pass into a band-stop; each pole becomes two.</summary>
    public ZeroPoleGain BandStop(double low, double high)
    {
        double width = high - low, centre = Math.Sqrt(low * high);
        return new(
            [
                .. AroundCentre([.. Zeros.Select(zero => SciPyComplex.Divide(width / 2, zero))], centre),
                .. Enumerable.Repeat(new Complex(0, centre), Degree),
                .. Enumerable.Repeat(new Complex(0, -centre), Degree),
            ],
            AroundCentre([.. Poles.Select(pole => SciPyComplex.Divide(width / 2, pole))], centre),
            InvertedGain());
    }

    /// <summary>The digital filter by the bilinear transform; zeros at infinity go to half the sampling rate.</summary>
    public ZeroPoleGain Bilinear()
    {
        const double Rate = 2 * BilinearRate;
        Complex ratio = SciPyComplex.Divide(
            SciPyComplex.Product(Zeros.Select(zero => Rate - zero)), SciPyComplex.Product(Poles.Select(pole => Rate - pole)));
        return new(
            [.. Zeros.Select(zero => SciPyComplex.Divide(Rate + zero, Rate - zero)), .. Enumerable.Repeat(-Complex.One, Degree)],
            [.. Poles.Select(pole => SciPyComplex.Divide(Rate + pole, Rate - pole))],
            Gain * ratio.Real);
    }

    /// <summary>NumPy divides a complex number by a real one by multiplying with the reciprocal, which may differ in the last digit.</summary>
    private static double PrototypeAngle(int order, int index) => Math.PI * ((2 * index) - order + 1) * (1 / (2.0 * order));

    private static Complex Scale(Complex z, double factor) => new(z.Real * factor, z.Imaginary * factor);

    private static Complex[] AroundCentre(Complex[] points, double centre)
    {
        Complex[] shifts = [.. points.Select(point => SciPyComplex.SquareRoot(SciPyComplex.Multiply(point, point) - (centre * centre)))];
        return [.. points.Zip(shifts, (point, shift) => point + shift), .. points.Zip(shifts, (point, shift) => point - shift)];
    }

    private double InvertedGain() =>
        Gain * SciPyComplex.Divide(SciPyComplex.Product(Zeros.Select(zero => -zero)), SciPyComplex.Product(Poles.Select(pole => -pole))).Real;
}
