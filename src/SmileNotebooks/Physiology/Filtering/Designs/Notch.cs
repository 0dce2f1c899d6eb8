// The notch that takes mains hum out.
namespace SmileNotebooks;

/// <summary>Designs notch filters: a narrow stop at one frequency, such as 50 or 60 Hz mains.</summary>
/// <remarks>Orfanidis (1996, Introduction to signal processing, section 11.3), as SciPy's <c>iirnotch</c>.</remarks>
public static class Notch
{
    /// <summary>A second-order notch.</summary>
    /// <param name="frequency">The frequency that is taken out, in Hz; between 0 and half the sampling rate.</param>
    /// <param name="quality">The frequency divided by the width of the stop at -3 dB (one pass): 30 stops 50 Hz with a width of 1.7 Hz. Positive.</param>
    /// <param name="samplingRate">Samples a second (Hz).</param>
    /// <exception cref="ArgumentException">The frequency or the quality is out of range; the message says the range.</exception>
    public static SosFilter Design(double frequency, double quality, double samplingRate)
    {
        double centre = CutOff.Normalised(frequency, samplingRate, nameof(frequency), "notch");
        double width = centre / quality;
        if (!(quality > 0 && double.IsFinite(quality) && width < 1))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The quality of the notch at {frequency} Hz is {quality}, expected more than {centre}: the stop would be wider than what {samplingRate} Hz can hold."), nameof(quality));
        }

        double atEdge = 1 / Math.Sqrt(2);
        double beta = Math.Sqrt(1 - (atEdge * atEdge)) / atEdge * Math.Tan(width * Math.PI / 2);
        double gain = 1 / (1 + beta);
        double cosine = Math.Cos(centre * Math.PI);
        return new SosFilter([new(gain, gain * (-2 * cosine), gain, -2 * gain * cosine, (2 * gain) - 1)], samplingRate);
    }
}
