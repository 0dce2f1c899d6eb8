// From the samples of a channel to an amplitude: the choices, and the steps that they stand for.
using System.Globalization;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>How an electromyogram becomes an amplitude: a band, a notch, and a method. Immutable; equal by value. Filters are zero-phase.</summary>
/// <remarks>The defaults are for an electromyogram that was recorded at 1,000 Hz or more: 20 to 450 Hz (van Boxtel, 2001: high-pass 15-25 Hz, low-pass 400-500 Hz), and the
/// root mean square over 50 ms. For a channel that the recorder has rectified, use <see cref="AsRecorded"/>; <see cref="For"/> tells the two apart.</remarks>
public sealed record EmgProcessing
{
    /// <summary>No filter, no smoothing: amplitudes as the recorder wrote them.</summary>
    public static EmgProcessing AsRecorded { get; } = new() { HighPass = null, LowPass = null, Amplitude = EmgAmplitudeMethod.AsRecorded };

    /// <summary>The lower cut-off in Hz; null for none. Default 20.</summary>
    public double? HighPass { get; init; } = 20;

    /// <summary>The upper cut-off in Hz, below half the sampling rate; null for none. Default 450.</summary>
    public double? LowPass { get; init; } = 450;

    /// <summary>The order of the Butterworth filters, of one pass of the two. Default 4.</summary>
    public int FilterOrder { get; init; } = 4;

    /// <summary>The mains frequency that is taken out, in Hz; null, the default, for no notch.</summary>
    public double? Notch { get; init; }

    /// <summary>How many multiples of the mains frequency are taken out, itself included. Default 1.</summary>
    public int NotchHarmonics { get; init; } = 1;

    /// <summary>How amplitudes are made. Default: root mean square.</summary>
    public EmgAmplitudeMethod Amplitude { get; init; } = EmgAmplitudeMethod.Rms;

    /// <summary>The window of a moving average or root mean square, in seconds. Default .05.</summary>
    public double Window { get; init; } = 0.05;

    /// <summary>The cut-off of an envelope, in Hz. Default 8.</summary>
    public double EnvelopeCutoff { get; init; } = 8;

    /// <summary>What suits a channel: <see cref="AsRecorded"/> for amplitudes, the defaults for an electromyogram.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="mains">The frequency of the mains in Hz, for a notch of an electromyogram; null for none.</param>
    public static EmgProcessing For(Channel channel, double? mains = null) => channel.Kind == ChannelKind.EmgAmplitude ? AsRecorded : new() { Notch = mains };

    /// <summary>The amplitude of a signal.</summary>
    /// <exception cref="ArgumentException">A filter of a signal that is an amplitude already, a cut-off that the sampling rate cannot hold, or a window that is not positive.</exception>
    public EmgSignal Apply(EmgSignal signal)
    {
        if (signal.IsAmplitude && (HighPass ?? LowPass ?? Notch) is not null)
        {
            throw new ArgumentException(
                $"{signal.Muscle} is an amplitude already, and {BandWords} are for an electromyogram; use EmgProcessing.AsRecorded, or an envelope without a band and a notch.");
        }

        EmgSignal filtered = (HighPass, LowPass) switch
        {
            ({ } low, { } high) => signal.BandPass(low, high, FilterOrder),
            ({ } low, null) => signal.HighPass(low, FilterOrder),
            (null, { } high) => signal.LowPass(high, FilterOrder),
            _ => signal,
        };
        filtered = Notch is { } mains ? filtered.Notch(mains, harmonics: NotchHarmonics) : filtered;
        return Amplitude switch
        {
            EmgAmplitudeMethod.Rectified => filtered.Rectify(),
            EmgAmplitudeMethod.MovingAverage => filtered.Rectify().MovingAverage(Window),
            EmgAmplitudeMethod.Rms => filtered.Rms(Window),
            EmgAmplitudeMethod.Envelope => filtered.Envelope(EnvelopeCutoff),
            _ => filtered,
        };
    }

    /// <summary>As in <c>20-450 Hz, notch 50 Hz, RMS 50 ms</c>.</summary>
    public override string ToString() => string.Join(", ", new[] { BandName, NotchName, AmplitudeName }.Where(part => part.Length > 0)) is { Length: > 0 } words ? words : "as recorded";

    private string BandName => (HighPass, LowPass) switch
    {
        ({ } low, { } high) => $"{Number(low)}-{Number(high)} Hz",
        ({ } low, null) => $"above {Number(low)} Hz",
        (null, { } high) => $"below {Number(high)} Hz",
        _ => "",
    };

    private string NotchName => Notch is { } mains ? $"notch {Number(mains)} Hz{(NotchHarmonics > 1 ? $" x {NotchHarmonics}" : "")}" : "";

    private string BandWords => string.Join(" and ", new[] { BandName.Length > 0 ? $"the band {BandName}" : "", NotchName }.Where(part => part.Length > 0));

    private string AmplitudeName => Amplitude switch
    {
        EmgAmplitudeMethod.Rectified => "rectified",
        EmgAmplitudeMethod.MovingAverage => Invariant($"mean {1000 * Window:0.###} ms"),
        EmgAmplitudeMethod.Rms => Invariant($"RMS {1000 * Window:0.###} ms"),
        EmgAmplitudeMethod.Envelope => $"envelope {Number(EnvelopeCutoff)} Hz",
        _ => "",
    };

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
