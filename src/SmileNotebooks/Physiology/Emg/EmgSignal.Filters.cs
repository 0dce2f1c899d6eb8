// Filters and spectra of an electromyogram. All filters are zero-phase, so that no onset is delayed.
namespace SmileNotebooks;

public sealed partial record EmgSignal
{
    /// <summary>Passes a band, such as 20 to 450 Hz (van Boxtel, 2001, Psychophysiology 38: high-pass 15-25 Hz, low-pass 400-500 Hz for facial muscles). Butterworth, zero-phase.</summary>
    /// <param name="low">The lower cut-off in Hz, where the two passes together attenuate by 6 dB.</param>
    /// <param name="high">The upper cut-off in Hz, likewise; below half the sampling rate.</param>
    /// <param name="order">The order that SciPy's <c>butter</c> is given: the band-pass has twice as many poles, and the two passes double the attenuation again.</param>
    /// <exception cref="ArgumentException">A cut-off is outside of 0 to half the sampling rate, or the order out of 1 to 24.</exception>
    public EmgSignal BandPass(double low, double high, int order = 4) =>
        Filter(Butterworth.BandPass(order, low, high, SamplingRate), FormattableString.Invariant($"band-pass {low}-{high} Hz, Butterworth order {order}, zero-phase"));

    /// <summary>Passes what is above a cut-off. Butterworth, zero-phase.</summary>
    /// <param name="cutoff">In Hz, where the two passes together attenuate by 6 dB; below half the sampling rate.</param>
    /// <param name="order">The order of one pass; the two together have twice as many poles.</param>
    /// <exception cref="ArgumentException">The cut-off is outside of 0 to half the sampling rate, or the order out of 1 to 24.</exception>
    public EmgSignal HighPass(double cutoff, int order = 4) =>
        Filter(Butterworth.HighPass(order, cutoff, SamplingRate), FormattableString.Invariant($"high-pass {cutoff} Hz, Butterworth order {order}, zero-phase"));

    /// <summary>Passes what is below a cut-off. Butterworth, zero-phase.</summary>
    /// <inheritdoc cref="HighPass"/>
    public EmgSignal LowPass(double cutoff, int order = 4) =>
        Filter(Butterworth.LowPass(order, cutoff, SamplingRate), FormattableString.Invariant($"low-pass {cutoff} Hz, Butterworth order {order}, zero-phase"));

    /// <summary>Stops a band. Butterworth, zero-phase.</summary>
    /// <inheritdoc cref="BandPass"/>
    public EmgSignal BandStop(double low, double high, int order = 4) =>
        Filter(Butterworth.BandStop(order, low, high, SamplingRate), FormattableString.Invariant($"band-stop {low}-{high} Hz, Butterworth order {order}, zero-phase"));

    /// <summary>Takes one frequency out, such as mains hum at 50 or 60 Hz, and multiples of it where asked. Zero-phase.</summary>
    /// <param name="frequency">In Hz; below half the sampling rate.</param>
    /// <param name="quality">The frequency divided by the width of the stop at -3 dB of one pass: 30 stops 50 Hz with a width of 1.7 Hz.</param>
    /// <param name="harmonics">How many multiples of the frequency are taken out, itself included; those at or above half the sampling rate cannot be there and are left out.</param>
    /// <exception cref="ArgumentException">The frequency is outside of 0 to half the sampling rate, or the quality or the number of harmonics is not positive.</exception>
    public EmgSignal Notch(double frequency, double quality = 30, int harmonics = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(harmonics, 1);
        double[] stops = [.. Enumerable.Range(1, harmonics).Select(multiple => multiple * frequency).Where(stop => stop == frequency || stop < SamplingRate / 2)];
        // The same quality for all: when the mains wander, a multiple wanders by as many times more, and its stop is as many times wider.
        SecondOrderSection[] sections = [.. stops.SelectMany(stop => SmileNotebooks.Notch.Design(stop, quality, SamplingRate).Sections)];
        return Filter(
            new SosFilter(sections, SamplingRate), FormattableString.Invariant($"notch {string.Join(", ", stops.Select(stop => FormattableString.Invariant($"{stop}")))} Hz, quality {quality}, zero-phase"));
    }

    /// <summary>Filters forwards and backwards with a filter of your own.</summary>
    /// <param name="filter">A filter that was designed for the sampling rate of the signal.</param>
    /// <param name="description">The step in words, as it goes into <see cref="Steps"/>.</param>
    /// <exception cref="ArgumentException">The filter was designed for another rate, or a sample is infinite (it is named).</exception>
    public EmgSignal Filter(SosFilter filter, string description)
    {
        CheckRate(filter.SamplingRate);
        return Filtered(filter.ApplyZeroPhase(Samples.Span), filter.GainAtZero, description);
    }

    /// <inheritdoc cref="Filter(SosFilter, string)"/>
    public EmgSignal Filter(FirFilter filter, string description)
    {
        CheckRate(filter.SamplingRate);
        return Filtered(filter.ApplyZeroPhase(Samples.Span), filter.GainAtZero, description);
    }

    /// <summary>Takes off the mean, or the straight line of least squares over time; of all samples, on whatever side of a gap.</summary>
    /// <param name="trend">What to take off.</param>
    /// <exception cref="ArgumentException">A sample is infinite (it is named).</exception>
    /// <exception cref="OverflowException">Samples so large that their sum left the range of numbers.</exception>
    public EmgSignal Detrend(Trend trend = Trend.Linear) => Filtered(Detrending.Apply(Samples.Span, trend), 0, trend == Trend.Linear ? "linear trend taken off" : "mean taken off");

    /// <summary>Changes the sampling rate with a finite low-pass at the lower of the two Nyquist frequencies (<see cref="Resampling.Polyphase"/>). Times stay as they are.</summary>
    /// <param name="samplingRate">The new rate in Hz; its ratio to the present one must be one of whole numbers up to 10,000.</param>
    /// <exception cref="ArgumentException">It is not, or a sample is infinite (it is named).</exception>
    public EmgSignal Resample(double samplingRate)
    {
        (int up, int down) = Resampling.Ratio(SamplingRate, samplingRate);
        return After(Resampling.Polyphase(Samples.Span, up, down), FormattableString.Invariant($"resampled to {samplingRate} Hz"), samplingRate);
    }

    /// <summary>Takes every so many samples after a zero-phase low-pass at 0.8 of the new Nyquist frequency (<see cref="Resampling.Decimate"/>). Times stay as they are.</summary>
    /// <param name="factor">Every how many.</param>
    /// <exception cref="ArgumentException">It is below 1, or a sample is infinite (it is named).</exception>
    public EmgSignal Decimate(int factor) => After(
        Resampling.Decimate(Samples.Span, factor), FormattableString.Invariant($"decimated by {factor} to {SamplingRate / factor} Hz, Chebyshev order 8, zero-phase"), SamplingRate / factor);

    /// <summary>The power spectrum by Welch's method.</summary>
    /// <param name="options">Segments and taper; null for segments of one second that overlap by half, tapered by Hann's window. The unit is that of the signal.</param>
    /// <exception cref="ArgumentException">No sample but gaps, or one that is infinite (it is named).</exception>
    public PowerSpectrum Spectrum(WelchOptions? options = null) => Welch.Of(
        Samples.Span, SamplingRate, (options ?? new WelchOptions { SegmentLength = Math.Max(2, (int)Math.Round(SamplingRate)) }) with { Unit = Unit }) with { Name = Muscle, Simulated = Simulated };

    /// <summary>What lets no mean through gives no amplitudes any more.</summary>
    private EmgSignal Filtered(double[] samples, double gainAtZero, string step) =>
        After(samples, step) with { IsAmplitude = IsAmplitude && Math.Abs(gainAtZero) > 0.5 };

    private void CheckRate(double? designed)
    {
        if (designed is double rate && rate != SamplingRate)
        {
            throw new ArgumentException(FormattableString.Invariant($"The filter was designed for {rate} Hz, expected the sampling rate of {Muscle}, {SamplingRate} Hz."));
        }
    }
}
