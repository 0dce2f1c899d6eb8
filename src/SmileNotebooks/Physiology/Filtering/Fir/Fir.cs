// Finite filters by the window method.
namespace SmileNotebooks;

/// <summary>Designs finite filters: the ideal response cut to a number of coefficients and tapered. Symmetric, so that one pass delays all frequencies alike, by (taps - 1) / 2 samples.</summary>
/// <remarks>Oppenheim and Schafer (2010, Discrete-time signal processing, section 7.5); as SciPy's <c>firwin</c>: scaled to a gain of exactly 1 at 0 Hz, at half the sampling rate, or at
/// the middle of the band that passes. The gain at a cut-off is about one half (-6 dB). The band between pass and stop is about 3.3 x sampling rate / taps wide with a Hamming taper.</remarks>
public static class Fir
{
    /// <summary>A filter that passes frequencies below its cut-off.</summary>
    /// <param name="taps">How many coefficients, at least 1.</param>
    /// <param name="cutoff">Where the gain is one half, in Hz; between 0 and half the sampling rate.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="window">The taper; null for Hamming.</param>
    /// <exception cref="ArgumentException">The number of coefficients or the cut-off is out of range; the message says the range.</exception>
    public static FirFilter LowPass(int taps, double cutoff, double samplingRate, TaperWindow? window = null) =>
        new(Design(taps, [0, CutOff.Normalised(cutoff, samplingRate, nameof(cutoff))], window), samplingRate);

    /// <summary>A filter that passes frequencies above its cut-off. An odd number of coefficients: an even one has no gain at half the sampling rate.</summary>
    /// <inheritdoc cref="LowPass"/>
    public static FirFilter HighPass(int taps, double cutoff, double samplingRate, TaperWindow? window = null) =>
        new(Design(taps, [CutOff.Normalised(cutoff, samplingRate, nameof(cutoff)), 1], window), samplingRate);

    /// <summary>A filter that passes frequencies of a band.</summary>
    /// <param name="taps">How many coefficients, at least 1.</param>
    /// <param name="low">The lower cut-off, where the gain is one half, in Hz; above 0.</param>
    /// <param name="high">The upper cut-off in Hz; below half the sampling rate.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <param name="window">The taper; null for Hamming.</param>
    /// <exception cref="ArgumentException">The number of coefficients or a cut-off is out of range; the message says the range.</exception>
    public static FirFilter BandPass(int taps, double low, double high, double samplingRate, TaperWindow? window = null)
    {
        (double lower, double upper) = CutOff.Band(low, high, samplingRate);
        return new(Design(taps, [lower, upper], window), samplingRate);
    }

    /// <summary>A filter that stops frequencies of a band. An odd number of coefficients: an even one has no gain at half the sampling rate.</summary>
    /// <inheritdoc cref="BandPass"/>
    public static FirFilter BandStop(int taps, double low, double high, double samplingRate, TaperWindow? window = null)
    {
        (double lower, double upper) = CutOff.Band(low, high, samplingRate);
        return new(Design(taps, [0, lower, upper, 1], window), samplingRate);
    }

    /// <summary>The coefficients that pass some bands.</summary>
    /// <param name="taps">How many.</param>
    /// <param name="edges">Edges of the bands that pass, two for each, as fractions of half the sampling rate.</param>
    /// <param name="window">The taper; null for Hamming.</param>
    internal static double[] Design(int taps, ReadOnlySpan<double> edges, TaperWindow? window)
    {
        if (taps < 1 || (taps % 2 == 0 && edges[^1] == 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(taps), $"The filter has {taps} coefficients, expected {(edges[^1] == 1 ? "an odd number: an even one has no gain at half the sampling rate" : "at least 1")}.");
        }

        double[] coefficients = (window ?? TaperWindow.Hamming).Symmetric(taps);
        double middle = 0.5 * (taps - 1);
        double reference = edges[0] == 0 ? 0 : edges[1] == 1 ? 1 : 0.5 * (edges[0] + edges[1]);
        double gain = 0;
        for (int tap = 0; tap < taps; tap++)
        {
            coefficients[tap] *= Ideal(edges, tap - middle);
            gain += coefficients[tap] * Math.Cos(Math.PI * (tap - middle) * reference);
        }

        for (int tap = 0; tap < taps; tap++)
        {
            coefficients[tap] /= gain;
        }

        return coefficients;
    }

    private static double Ideal(ReadOnlySpan<double> edges, double time)
    {
        double sum = 0;
        for (int band = 0; band < edges.Length; band += 2)
        {
            sum += (edges[band + 1] * Sinc(edges[band + 1] * time)) - (edges[band] * Sinc(edges[band] * time));
        }

        return sum;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
