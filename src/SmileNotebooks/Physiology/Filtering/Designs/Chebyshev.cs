// The filter before decimation.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Chebyshev filters of type I: steeper than Butterworth's at the price of a ripple in the pass band.</summary>
/// <remarks>Oppenheim and Schafer (2010, Discrete-time signal processing, appendix B.2); as SciPy's <c>cheby1(order, ripple, cutoff, output="sos")</c>.</remarks>
internal static class Chebyshev
{
    /// <summary>The sections of a low-pass.</summary>
    /// <param name="order">At least 1.</param>
    /// <param name="ripple">The ripple in dB.</param>
    /// <param name="cutoff">The end of the ripple, as a fraction of half the sampling rate.</param>
    public static SosFilter LowPass(int order, double ripple, double cutoff) =>
        new(SectionPairing.Pair(Prototype(order, ripple).LowPass(ZeroPoleGain.Prewarp(cutoff)).Bilinear()));

    private static ZeroPoleGain Prototype(int order, double ripple)
    {
        double epsilon = Math.Sqrt(Math.Pow(10, 0.1 * ripple) - 1);
        double mu = 1.0 / order * Math.Asinh(1 / epsilon);
        Complex[] poles = [.. Enumerable.Range(0, order).Select(k =>
        {
            (double sine, double cosine) = Math.SinCos(Math.PI * ((2 * k) - order + 1) / (2 * order));
            return new Complex(-Math.Sinh(mu) * cosine, -Math.Cosh(mu) * sine);
        })];
        double gain = SciPyComplex.Product(poles.Select(pole => -pole)).Real;
        return new([], poles, order % 2 == 0 ? gain / Math.Sqrt(1 + (epsilon * epsilon)) : gain);
    }
}
