// The filter steps of an electromyogram.
namespace SmileNotebooks.Tests.Physiology.Filtering;

public class EmgFilterTests
{
    private static readonly EmgSignal Signal = new(FilterOracle.Noise(3000), 1000, "zygomaticus") { Participant = "09", IsAmplitude = true };

    [Fact]
    public void Steps_say_what_was_done_in_words() => Assert.Equal(
        [
            "band-pass 20-450 Hz, Butterworth order 4, zero-phase",
            "notch 50, 100, 150 Hz, quality 30, zero-phase",
            "band-stop 70-80 Hz, Butterworth order 2, zero-phase",
            "high-pass 0.5 Hz, Butterworth order 4, zero-phase",
            "low-pass 400 Hz, Butterworth order 4, zero-phase",
            "linear trend taken off",
            "resampled to 800 Hz",
            "decimated by 4 to 200 Hz, Chebyshev order 8, zero-phase",
            "my own",
        ],
        Signal.BandPass(20, 450).Notch(50, harmonics: 3).BandStop(70, 80, 2).HighPass(0.5).LowPass(400).Detrend().Resample(800).Decimate(4)
            .Filter(Butterworth.LowPass(2, 50, 200), "my own").Steps);

    [Fact]
    public void The_numbers_are_those_of_the_filters()
    {
        Assert.Equal(Butterworth.BandPass(4, 20, 450, 1000).ApplyZeroPhase(Signal.Samples.Span), Signal.BandPass(20, 450).Samples.ToArray());
        Assert.Equal(Notch.Design(50, 30, 1000).ApplyZeroPhase(Signal.Samples.Span), Signal.Notch(50).Samples.ToArray());
        Assert.Equal(Fir.LowPass(31, 40, 1000).ApplyZeroPhase(Signal.Samples.Span), Signal.Filter(Fir.LowPass(31, 40, 1000), "finite").Samples.ToArray());
    }

    [Fact]
    public void What_lets_no_mean_through_gives_no_amplitudes()
    {
        Assert.True(Signal.LowPass(8).IsAmplitude);
        Assert.True(Signal.Notch(50).IsAmplitude);
        Assert.False(Signal.BandPass(20, 450).IsAmplitude);
        Assert.False(Signal.Detrend(Trend.Constant).IsAmplitude);
    }

    [Fact]
    public void Rates_change_and_times_stay()
    {
        Assert.Equal((200, 600), (Signal.Resample(200).SamplingRate, Signal.Resample(200).Samples.Length));
        Assert.Equal((250, 3.0), (Signal.Decimate(4).SamplingRate, Signal.Decimate(4).Duration));
    }

    [Fact]
    public void A_filter_for_another_rate_is_an_error()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Signal.Filter(Butterworth.LowPass(4, 8, 500), "envelope"));

        Assert.Contains("designed for 500 Hz, expected the sampling rate of zygomaticus, 1000 Hz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Harmonics_beyond_Nyquist_are_left_out_but_not_the_frequency_itself()
    {
        Assert.Equal("notch 200, 400 Hz, quality 30, zero-phase", Signal.Notch(200, harmonics: 5).Steps[^1]);
        Assert.Throws<ArgumentException>(() => Signal.Notch(600));
    }

    [Fact]
    public void The_spectrum_has_lines_of_one_hertz_in_the_unit_of_the_signal()
    {
        PowerSpectrum spectrum = Signal.Spectrum();

        Assert.Equal((1000, "mV²/Hz", 501), (spectrum.SegmentLength, spectrum.Unit, spectrum.Frequencies.Length));
        Assert.Equal(1, spectrum.Frequencies[1]);
    }
}
