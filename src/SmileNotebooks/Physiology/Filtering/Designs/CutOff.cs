// Checks of frequencies against the sampling rate.
namespace SmileNotebooks;

internal static class CutOff
{
    /// <summary>A frequency as a fraction of half the sampling rate.</summary>
    /// <exception cref="ArgumentException">It is not between 0 and half the sampling rate.</exception>
    public static double Normalised(double frequency, double samplingRate, string name, string what = "cut-off")
    {
        CheckRate(samplingRate);
        if (!(frequency > 0 && frequency < samplingRate / 2))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The {what} is {frequency} Hz, expected more than 0 and less than the Nyquist frequency: a sampling rate of {samplingRate} Hz allows at most {samplingRate / 2} Hz, not included."),
                name);
        }

        return 2 * frequency / samplingRate;
    }

    /// <summary>The two edges of a band as fractions of half the sampling rate.</summary>
    /// <exception cref="ArgumentException">They are not between 0 and half the sampling rate, or not in ascending order.</exception>
    public static (double Low, double High) Band(double low, double high, double samplingRate)
    {
        (double Low, double High) band = (
            Normalised(low, samplingRate, nameof(low), "lower cut-off"), Normalised(high, samplingRate, nameof(high), "upper cut-off"));
        return low < high
            ? band
            : throw new ArgumentException(FormattableString.Invariant($"The band is {low} to {high} Hz, expected a lower cut-off below the upper one."), nameof(low));
    }

    /// <exception cref="ArgumentException">The rate is not a positive number.</exception>
    public static void CheckRate(double samplingRate)
    {
        if (!(samplingRate > 0 && double.IsFinite(samplingRate)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The sampling rate is {samplingRate} Hz, expected a positive number."), nameof(samplingRate));
        }
    }
}
