// Butterworth filters: flat in the pass band.
namespace SmileNotebooks;

/// <summary>Designs Butterworth filters as second-order sections: flat in the pass band, -3 dB at the cut-off in one pass.</summary>
/// <remarks>Butterworth (1930, Experimental Wireless 7); bilinear transform with prewarped cut-offs, as SciPy's <c>butter(order, cutoff, output="sos", fs=samplingRate)</c>. The order is
/// that of the low-pass prototype: a band-pass or band-stop of order N has 2N poles. Applied forwards and backwards (<see cref="SosFilter.ApplyZeroPhase(ReadOnlySpan{double})"/>) the
/// attenuation doubles, to -6 dB at the cut-off.</remarks>
public static class Butterworth
{
    /// <summary>The highest order; SciPy's sections remain accurate to it.</summary>
    private const int HighestOrder = 24;

    /// <summary>A filter that passes frequencies below its cut-off.</summary>
    /// <param name="order">1 to 24.</param>
    /// <param name="cutoff">Where one pass attenuates by 3 dB, in Hz; between 0 and half the sampling rate.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <exception cref="ArgumentException">The order or the cut-off is out of range; the message says the range.</exception>
    public static SosFilter LowPass(int order, double cutoff, double samplingRate) =>
        Design(order, samplingRate, Warp(cutoff, samplingRate), (prototype, frequency) => prototype.LowPass(frequency));

    /// <summary>A filter that passes frequencies above its cut-off.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static SosFilter HighPass(int order, double cutoff, double samplingRate) =>
        Design(order, samplingRate, Warp(cutoff, samplingRate), (prototype, frequency) => prototype.HighPass(frequency));

    /// <summary>A filter that passes frequencies of a band.</summary>
    /// <param name="order">The order of the prototype, 1 to 24; the filter has twice as many poles.</param>
    /// <param name="low">The lower cut-off, where one pass attenuates by 3 dB, in Hz; above 0.</param>
    /// <param name="high">The upper cut-off in Hz; below half the sampling rate.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <exception cref="ArgumentException">The order or a cut-off is out of range; the message says the range.</exception>
    public static SosFilter BandPass(int order, double low, double high, double samplingRate) =>
        Design(order, samplingRate, Warp(low, high, samplingRate), (prototype, band) => prototype.BandPass(band.Low, band.High));

    /// <summary>A filter that stops frequencies of a band.</summary>
    /// <inheritdoc cref="BandPass"/>
    public static SosFilter BandStop(int order, double low, double high, double samplingRate) =>
        Design(order, samplingRate, Warp(low, high, samplingRate), (prototype, band) => prototype.BandStop(band.Low, band.High));

    private static SosFilter Design<T>(int order, double samplingRate, T frequency, Func<ZeroPoleGain, T, ZeroPoleGain> transform)
    {
        if (order is < 1 or > HighestOrder)
        {
            throw new ArgumentOutOfRangeException(nameof(order), $"The order of a Butterworth filter is {order}, expected 1 to {HighestOrder}.");
        }

        return new SosFilter(SectionPairing.Pair(transform(ZeroPoleGain.Butterworth(order), frequency).Bilinear()), samplingRate);
    }

    private static double Warp(double cutoff, double samplingRate) => ZeroPoleGain.Prewarp(CutOff.Normalised(cutoff, samplingRate, nameof(cutoff)));

    private static (double Low, double High) Warp(double low, double high, double samplingRate)
    {
        (double lower, double upper) = CutOff.Band(low, high, samplingRate);
        return (ZeroPoleGain.Prewarp(lower), ZeroPoleGain.Prewarp(upper));
    }
}
